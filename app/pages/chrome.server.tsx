/** What stands above and below every page. It depends on the page's address, the theme and the visitor's role alone, so it is rendered once for each. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Actor } from '#app/access/actor.ts';
import { SiteFooter } from '#app/ui/site-footer.tsx';
import { SiteHeader } from '#app/ui/site-header.tsx';
import type { Theme } from '#app/ui/theme-toggle.tsx';
import { remembered } from '#app/use-cases/remembered.ts';
import type { Markup } from './markup.server.ts';

const kept = new Map<string, Markup>();
const headersKept = 300;

/** Returns the header of the page at `path` for somebody of this role; null for a visitor. */
export function siteHeader(path: string, theme: Theme, role: Actor['role'] | null): Markup {
  const signedIn = role !== null && role !== 'anonymous';
  return remembered(kept, headersKept, `${signedIn ? role : ''} ${theme} ${path}`, () => {
    const links = [
      { href: '/courses/co-production', label: 'Course', current: path.startsWith('/courses') || path.startsWith('/attempts') },
      { href: '/progress', label: 'Progress', current: path.startsWith('/progress') },
      ...(role === 'admin' || role === 'instructor' ? [{ href: '/teach', label: 'Teach', current: path.startsWith('/teach') }] : []),
      ...(role === 'admin' ? [{ href: '/admin', label: 'Admin', current: path.startsWith('/admin') }] : []),
      signedIn
        ? { href: '/account', label: 'Account', current: path === '/account' }
        : { href: '/sign-in', label: 'Sign in', current: path === '/sign-in' },
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
          { href: '/privacy', label: 'What is kept' },
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
