/** The HTML around every page. */
import { Links, Meta } from '@remix-run/react';
import { createContext, type ReactNode, useContext } from 'react';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import { SiteHeader } from '#app/ui/site-header.tsx';
import type { Theme } from '#app/ui/theme-toggle.tsx';

export interface PageFrame {
  /** Address of the enhancement script, known only to the server's manifest; null where there is none. */
  readonly script: string | null;
  readonly theme: Theme;
  /** True where the browser carries a learner's session: some enhancements keep things only then. */
  readonly known: boolean;
  readonly development: boolean;
}

/** What surrounds a page and is no page's own data: given by entry.server.tsx, so that no loader has to fetch it. */
export const Frame = createContext<PageFrame>({ script: null, theme: 'auto', known: false, development: false });

/** Head, header, footer and the one script; the page goes between. */
export function Document({ children, path }: { readonly children: ReactNode; readonly path: string }) {
  const { script, theme, known, development } = useContext(Frame);
  const links = [
    { href: '/courses/co-production', label: 'Course', current: path.startsWith('/courses') || path.startsWith('/attempts') },
    { href: '/progress', label: 'Progress', current: path.startsWith('/progress') },
    { href: '/about', label: 'About', current: path === '/about' },
  ];
  return (
    <html lang="en" data-theme={theme === 'auto' ? undefined : theme} data-learner={known ? 'yes' : 'no'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <Meta />
        <Links />
        {development && <script type="module" src="/@vite/client" />}
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <SiteHeader links={links} theme={theme} path={path} />
        {children}
        <SiteFooter
          links={[
            { href: '/about', label: 'About' },
            { href: '/sources', label: 'Sources' },
            { href: '/progress', label: 'Your data' },
          ]}
        >
          Criterion. Nobody typed an answer key: every answer follows from the definition and the facts.
        </SiteFooter>
      </body>
    </html>
  );
}
