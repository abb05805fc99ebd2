import type { ReactNode } from 'react';

/** `primary`: the one thing to do next. `quiet`: everything else. `danger`: what cannot be undone. */
export type ButtonVariant = 'primary' | 'quiet' | 'danger';

interface ButtonProps {
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form to another address than its own. */
  readonly formAction?: string | undefined;
}

/** A submit button; without a form around it, it does nothing. */
export function Button({ children, variant = 'primary', name, value, formAction }: ButtonProps) {
  return (
    <button type="submit" className={`button button-${variant}`} name={name} value={value} formAction={formAction}>
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  /** Saves the address as a file instead of opening it. */
  readonly download?: boolean | undefined;
}

/** A link in the shape of a button, for steps that change nothing on the server. */
export function ButtonLink({ href, children, variant = 'primary', download }: ButtonLinkProps) {
  return (
    <a href={href} className={`button button-${variant}`} download={download}>
      {children}
    </a>
  );
}

/** A row of buttons that wraps. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
