export interface Crumb {
  readonly label: string;
  /** Absent for the page itself. */
  readonly href?: string | undefined;
}

/** Where the page stands, from the course down. */
export function Breadcrumb({ trail }: { readonly trail: readonly Crumb[] }) {
  return (
    <nav className="breadcrumb" aria-label="Where you are">
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.label}>{crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
