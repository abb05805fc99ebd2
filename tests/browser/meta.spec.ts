/** What search engines and whoever shares a link are told of each page that anybody can open. */
import type { RouteConfigEntry } from '@remix-run/route-config';
import { referenceIds } from '#app/course/reference/entry.ts';
import routes from '#app/routes.ts';
import { expect, test } from './fixture.ts';
import { course, parts } from './the-course.ts';

const values: Readonly<Record<string, readonly string[]>> = {
  course: [course.id],
  lesson: parts.map(({ slug }) => slug),
  entry: referenceIds(course),
};

/** Every address of a route, by the course; none where it needs something that only some have, an attempt for instance. */
function addresses(path: string): string[] {
  const name = /:(\w+)|\*/.exec(path);
  if (!name) return [path];
  return (values[name[1] ?? ''] ?? []).flatMap((value) => addresses(path.replace(name[0], value)));
}

const textOf = (html: string, pattern: RegExp) => pattern.exec(html)?.[1] ?? '';

test('every page that anybody can open has a title and a description, each different', async ({ request }) => {
  const found: { address: string; title: string; description: string }[] = [];
  for (const address of (routes as RouteConfigEntry[]).flatMap(({ path = '' }) => addresses(`/${path}`))) {
    const response = await request.get(address, { maxRedirects: 0 });
    if (response.status() !== 200 || !response.headers()['content-type']?.startsWith('text/html')) continue;
    const html = await response.text();
    found.push({
      address,
      title: textOf(html, /<title>([^<]*)<\/title>/),
      description: textOf(html, /<meta name="description" content="([^"]*)"/),
    });
  }
  expect(found.length).toBeGreaterThan(50);
  for (const kind of ['title', 'description'] as const) {
    const lengths = found.filter((page) => page[kind].length < 10 || page[kind].length > (kind === 'title' ? 120 : 320));
    expect.soft(lengths, `${kind} too short or too long`).toEqual([]);
    const seen = new Map<string, string>();
    const twice = found.filter((page) => seen.has(page[kind]) || !seen.set(page[kind], page.address));
    expect.soft(twice, `${kind} of another page`).toEqual([]);
  }
});
