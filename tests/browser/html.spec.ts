/** The markup of every page in every state is valid as the server sends it, and every route that shows a page is among them. */
import type { BrowserContext } from '@playwright/test';
import { faultsIn } from '../valid-html.ts';
import { expect, refusals, test } from './fixture.ts';
import { places } from './places.ts';
import { pageRoutes, routeOf } from './site-map.ts';

test.use({ provoked: refusals });

/** Gathers what the site sends as pages, to the window and to its script; returns how to take what has come since the last time. */
function pagesSentTo(context: BrowserContext, origin: string) {
  let sent: Promise<{ url: string; html: string } | null>[] = [];
  context.on('response', (response) => {
    if (!response.headers()['content-type']?.startsWith('text/html') || !response.url().startsWith(origin)) return;
    if (response.status() >= 300 && response.status() < 400) return;
    // A page that was left at once has no body to be read any more.
    sent.push(
      response.text().then(
        (html) => ({ url: response.url(), html }),
        () => null,
      ),
    );
  });
  return async () => {
    const taken = (await Promise.all(sent)).flatMap((page) => page ?? []);
    sent = [];
    return taken;
  };
}

test('every page is valid HTML in every state, and every route has a page that was looked at', async ({ page, context, seed, baseURL }) => {
  test.setTimeout(600_000);
  const origin = baseURL ?? '';
  const take = pagesSentTo(context, origin);
  const seen = new Set<string>();
  for (const place of places) {
    await context.clearCookies();
    await place.open(page, () => seed.learner(context, origin));
    const pages = await take();
    if (page.url().startsWith(origin))
      expect
        .soft(
          pages.map(({ url }) => url.replace(/#.*/, '')),
          place.name,
        )
        .toContain(page.url().replace(/#.*/, ''));
    for (const { url, html } of pages) {
      seen.add(routeOf(url));
      expect.soft(await faultsIn(html), `${place.name}: ${url}`).toEqual([]);
    }
  }
  expect(pageRoutes.filter((route) => !seen.has(route))).toEqual([]);
});
