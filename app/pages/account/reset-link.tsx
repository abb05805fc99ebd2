import { Notice } from '#app/ui/notice.tsx';

/** Shows a link that was just made, the only time that it can be shown. */
export function ResetLink({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <Notice tone="success" title="The link is made">
      <p>
        Hand it to {name} and to nobody else: whoever opens it first gets into the account. It is shown only now, and links made before no
        longer work.
      </p>
      <p>
        <input type="text" className="copy-field" readOnly value={href} aria-label="Link for a new passphrase" />
      </p>
    </Notice>
  );
}
