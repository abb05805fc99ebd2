import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from '#app/server/local-path.ts';

const site = 'https://learn.example.org';

test.each(['/', '/progress', '/courses/co-production/lessons/one?at=2#end', '/a//b', '/%5Cevil.example', `/${'a'.repeat(499)}`])(
  '%s is a path here',
  (path) => {
    expect(localPath(path, '/')).toBe(path);
  },
);

test.each([
  '',
  'progress',
  '?at=1',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a\\b',
  'https://evil.example/',
  'https:evil.example',
  'javascript:alert(1)',
  ' /progress',
  '/\t/evil.example',
  '/\n/evil.example',
  '/a\r\nSet-Cookie: a=b',
  '/a\u0000',
  '/a\u007f',
  '/a\u0085b',
  '/a b',
  '/grün',
  '/→',
  `/${'a'.repeat(500)}`,
  null,
  undefined,
  7,
  ['/progress'],
])('%j is refused for the fallback', (path) => {
  expect(localPath(path, '/fallback')).toBe('/fallback');
});

test('whatever is let through leads to this site and fits into a header', () => {
  const sly = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '%', '\t', '\n', ' ', 'a', 'é', '→'), maxLength: 12 });
  fc.assert(
    fc.property(sly, (rest) => {
      const path = localPath(`/${rest}`, '/');
      expect(new URL(path, site).origin).toBe(site);
      expect(new Headers({ Location: path }).get('Location')).toBe(path);
    }),
    { numRuns: 2000 },
  );
});
