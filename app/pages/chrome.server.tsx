/** What stands above and below every page. It depends on the page's address and the theme alone, so it is rendered once for each. */
import { renderToStaticMarkup } from 'react-dom/server';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import { SiteHeader } from '#app/ui/site-header.tsx';
import type { Theme } from '#app/ui/theme-toggle.tsx';
import { remembered } from '#app/use-cases/remembered.ts';
import type { Markup } from './markup.server.ts';

const kept = new Map<string, Markup>();
const headersKept = 300;

/** Returns the header of the page at `path`. */
export function siteHeader(path: string, theme: Theme): Markup {
  return remembered(kept, headersKept, `${theme} ${path}`, () => {
    const links = [
      { href: '/courses/co-production', label: 'Course', current: path.startsWith('/courses') || path.startsWith('/attempts') },
      { href: '/progress', label: 'Progress', current: path.startsWith('/progress') },
      { href: '/about', label: 'About', current: path === '/about' },
    ];
    return [Buffer.from(renderToStaticMarkup(<SiteHeader links={links} theme={theme} path={path} />))];
  });
}

export const siteFooter: Markup = [
  Buffer.from(
    renderToStaticMarkup(
      <SiteFooter
        links={[
          { href: '/about', label: 'About' },
          { href: '/sources', label: 'Sources' },
          { href: '/verify', label: 'Check a certificate' },
          { href: '/progress', label: 'Your data' },
        ]}
      >
        Criterion. Nobody typed an answer key: every answer follows from the definition and the facts.
      </SiteFooter>,
    ),
  ),
];
