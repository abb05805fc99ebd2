/** The HTML around every page. */
import { Links, Meta } from '@remix-run/react';
import { createContext, type ReactNode, useContext } from 'react';
import type { Theme } from '#app/ui/theme-toggle.tsx';
import { slotMark } from './slots.ts';

export interface PageFrame {
  /** Address of the enhancement script, known only to the server's manifest; null where there is none. */
  readonly script: string | null;
  readonly theme: Theme;
  /** True where the browser carries a learner's session: some enhancements keep things only then. */
  readonly known: boolean;
  /** True for who is signed in. */
  readonly account: boolean;
  readonly development: boolean;
  /** What the log calls the request; shown where a page failed. */
  readonly requestId: string;
  /** Who runs the site and how to reach them; null where nobody is named. */
  readonly contact: string | null;
}

/** What surrounds a page and is no page's own data: given by entry.server.tsx, so that no loader has to fetch it. */
export const Frame = createContext<PageFrame>({
  script: null,
  theme: 'auto',
  known: false,
  account: false,
  development: false,
  requestId: '',
  contact: null,
});

/** Head, header, footer and the one script; the page goes between. */
export function Document({ children }: { readonly children: ReactNode }) {
  const { script, theme, known, account, development } = useContext(Frame);
  return (
    <html
      lang="en"
      data-theme={theme === 'auto' ? undefined : theme}
      data-learner={known ? 'yes' : 'no'}
      data-account={account || undefined}
    >
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
        {slotMark('site-header')}
        {children}
        {slotMark('site-footer')}
      </body>
    </html>
  );
}
