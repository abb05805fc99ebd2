interface OtherChoicesProps {
  readonly choices: readonly { readonly href: string; readonly label: string; readonly reason: string }[];
}

/** What else is worth doing beside the first choice, each with its reason; nothing where there is none. */
export function OtherChoices({ choices }: OtherChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <div className="other-choices">
      <p className="minor-title">Or</p>
      <ul className="plain-list">
        {choices.map(({ href, label, reason }) => (
          <li key={`${href} ${label}`}>
            <a href={href}>{label}</a>. <span className="hint">{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
