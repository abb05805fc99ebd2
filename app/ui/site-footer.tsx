import type { ReactNode } from 'react';
import type { SiteLink } from './site-header.tsx';

/** Last thing on every page: a line about the course, and links. */
export function SiteFooter({ links, children }: { readonly links: readonly SiteLink[]; readonly children?: ReactNode }) {
  return (
    <footer className="site-footer">
      <div className="page site-footer-row">
        <div className="site-footer-note">{children}</div>
        <ul>
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
