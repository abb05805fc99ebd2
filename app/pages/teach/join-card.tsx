import { Actions, Button } from '#app/ui/button.tsx';

interface JoinCardProps {
  readonly code: string | null;
  readonly href: string | null;
  readonly qr: { readonly size: number; readonly path: string } | null;
  readonly formKey: string;
}

/** How a class joins: code, link and picture, which one button renews and another closes. */
export function JoinCard({ code, href, qr, formKey }: JoinCardProps) {
  return (
    <section className="card">
      <h2 className="card-title">Let your class join</h2>
      {code && href ? (
        <>
          <p>
            On this site under <a href="/join">Join a cohort</a>, with the code
          </p>
          <p className="join-code figures">{code}</p>
          <p>
            <input type="text" className="copy-field" readOnly value={href} aria-label="Link to join" />
          </p>
          {qr && (
            <svg className="join-qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={`Picture to scan: opens ${href}`}>
              <rect width={qr.size} height={qr.size} className="join-qr-ground" />
              <path d={qr.path} className="join-qr-ink" />
            </svg>
          )}
        </>
      ) : (
        <p>Joining by code is closed. Invitations from a list still work.</p>
      )}
      <form method="post">
        <input type="hidden" name="key" value={formKey} />
        <Actions>
          <Button variant="quiet" name="intent" value="renew-code">
            {code ? 'Renew the code' : 'Open joining with a new code'}
          </Button>
          {code && (
            <Button variant="quiet" name="intent" value="close-code">
              Close joining
            </Button>
          )}
        </Actions>
        {code && <p className="hint join-hint">After renewing, the old code, link and picture no longer work.</p>}
      </form>
    </section>
  );
}
