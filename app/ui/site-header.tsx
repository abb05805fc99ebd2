import { ProductMark } from './product-mark.tsx';
import { type Theme, ThemeToggle } from './theme-toggle.tsx';

export interface SiteLink {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean | undefined;
}

interface SiteHeaderProps {
  /** The page's places, in order; at most one is current. */
  readonly links: readonly SiteLink[];
  readonly theme: Theme;
  /** The page's own address, to come back to after a change of theme. */
  readonly path: string;
  readonly home?: string | undefined;
}

/** First thing on every page: a skip link to `#main`, the product mark and the places to go. */
export function SiteHeader({ links, theme, path, home = '/' }: SiteHeaderProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the text
      </a>
      <header className="site-header">
        <div className="page site-header-row">
          <a className="site-name" href={home}>
            <ProductMark />
            Criterion
          </a>
          <nav className="site-nav" aria-label="Site">
            <ul>
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ThemeToggle theme={theme} path={path} />
        </div>
      </header>
    </>
  );
}
