import { describe, expect, test } from 'vitest';
import { mayChangeThings } from '#app/server/origin.ts';

const form = { method: 'POST', host: 'here:3000', origin: undefined, secFetchSite: undefined };
const proxied = 'https://learn.example.org';

test.each(['GET', 'HEAD', 'OPTIONS'])('%s may come from anywhere, since it changes nothing', (method) => {
  expect(mayChangeThings({ method, host: undefined, origin: 'https://evil.example', secFetchSite: 'cross-site' }, null)).toBe(true);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'get', 'ANYTHING'])(
  '%s without a word about where it comes from is refused',
  (method) => {
    expect(mayChangeThings({ ...form, method }, null)).toBe(false);
  },
);

test.each([
  ['same-origin', true],
  ['same-site', false],
  ['cross-site', false],
  ['none', false],
  ['', false],
])('Sec-Fetch-Site: %s decides (%s), whatever Origin says', (secFetchSite, allowed) => {
  for (const origin of [undefined, 'http://here:3000', 'https://evil.example', proxied]) {
    for (const configured of [null, proxied]) expect(mayChangeThings({ ...form, secFetchSite, origin }, configured)).toBe(allowed);
  }
});

describe('without Sec-Fetch-Site, Origin decides', () => {
  test.each([
    ['http://here:3000', true],
    ['https://here:3000', true],
    ['http://here', false],
    ['http://here:3001', false],
    ['http://evil.example', false],
    ['http://here:3000.evil.example', false],
    ['http://evil.example/http://here:3000', false],
    ['null', false],
    ['', false],
  ])('by Host where no origin is configured: %s → %s', (origin, allowed) => {
    expect(mayChangeThings({ ...form, origin }, null)).toBe(allowed);
  });

  test.each([
    [proxied, true],
    ['http://learn.example.org', false],
    ['https://learn.example.org:8443', false],
    ['http://here:3000', false],
    ['https://here:3000', false],
  ])('by the configured origin alone where there is one: %s → %s', (origin, allowed) => {
    expect(mayChangeThings({ ...form, origin }, proxied)).toBe(allowed);
  });

  test('a request without Host matches no Origin', () => {
    expect(mayChangeThings({ ...form, host: undefined, origin: 'http://here:3000' }, null)).toBe(false);
  });
});
