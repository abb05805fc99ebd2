import { Actions, Button } from '#app/ui/button.tsx';

/** Asks for the code of a certificate. */
export function CodeForm({ code = '' }: { readonly code?: string }) {
  return (
    <form method="get" action="/verify" className="card reading">
      <p className="entry">
        <label htmlFor="code">Code of the certificate</label>
        <input
          id="code"
          name="code"
          type="text"
          className="figures"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          required
          defaultValue={code}
          aria-describedby="code-hint"
        />
        <span className="hint" id="code-hint">
          Eighteen letters and figures, like 7KQ2MX-9PA4ZT-CWH3RE. Capitals and hyphens do not matter.
        </span>
      </p>
      <Actions>
        <Button>Check it</Button>
      </Actions>
    </form>
  );
}
