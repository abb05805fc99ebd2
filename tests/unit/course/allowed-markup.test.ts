import { expect, test } from 'vitest';
import { allowedMarkup } from '#app/course/allowed-markup.ts';
import { parseMarkdown, toHtml } from '#app/course/markdown.ts';
import { webAddress } from '#app/course/web-address.ts';
import { course } from '../use-cases/world.ts';

const html = (text: string) => toHtml(parseMarkdown(text).children, []);

test.each([
  ['raw markup', '<script>zq()</script>\n\n<img src=x onerror=zq()>'],
  ['an address that is a script', '[here](javascript:zq\\(\\)) and <javascript:zq>'],
  ['an address with data in it', '[here](data:text/html,zq)'],
  ['an address of another site without a scheme', '[here](//evil.example/zq)'],
  ['a picture', '![zq](https://evil.example/zq.png)'],
])('of %s nothing comes through that acts', (_, text) => {
  expect(html(text)).not.toMatch(/<(script|img|iframe|svg|style)|="(javascript:|data:|\/\/)|evil|\son[a-z]+=/i);
});

test('what authors need comes through', () => {
  expect(
    html(
      '## A *word*\n\n- [one](https://example.org/a), [two](/courses/x), [three](#part)\n\n> `code`\n\n| a | b |\n| - | -: |\n| 1 | 2 |',
    ),
  ).toMatch(
    /<h2>.*<em>.*href="https:\/\/example\.org\/a".*href="\/courses\/x".*href="#part".*<blockquote>.*<code>.*<table>.*<td align="right">/s,
  );
});

test('an element or attribute that is not on the list goes, whoever made it', () => {
  const root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'p', properties: { onClick: 'zq()', style: 'x', id: 'kept' }, children: [] }],
  } as const;
  expect(allowedMarkup(structuredClone(root) as never).children).toEqual([
    { type: 'element', tagName: 'p', properties: { id: 'kept' }, children: [] },
  ]);
});

test('the address of a source is a web address', () => {
  for (const good of ['https://example.org/a?b#c', 'http://example.org']) expect(webAddress.safeParse(good).success, good).toBe(true);
  for (const bad of ['javascript:zq()', 'data:text/html,zq', 'file:///etc/passwd', '//example.org', 'ftp://example.org', ''])
    expect(webAddress.safeParse(bad).success, bad).toBe(false);
});

test('the words that the course explains keep their button and its note', () => {
  const texts = course.lessons.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks));
  expect(JSON.stringify(texts)).toContain('<button type=\\"button\\" class=\\"term-word\\" popovertarget=');
  expect(JSON.stringify(texts)).toContain('popover=\\"auto\\"');
});
