import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { longPage, page, wire } from './wire.ts';

test.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['gzip, br;q=0', 'gzip', gunzipSync],
  ['gzip;q=0.5, br;q=0.0', 'gzip', gunzipSync],
  ['br;q=0.1, gzip;q=1.0', 'gzip', gunzipSync],
  ['br;q=0, *', 'gzip', gunzipSync],
  ['*', 'br', brotliDecompressSync],
  ['BR', 'br', brotliDecompressSync],
])('a browser that accepts "%s" gets %s', async (accepted, encoding, unpack) => {
  const { ask } = await wire(page);
  const { headers, body } = await ask({ headers: { 'Accept-Encoding': accepted } });
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers.vary).toContain('Accept-Encoding');
  expect(headers['content-length']).toBe(String(body.length));
  expect(body.length).toBeLessThan(longPage.length / 10);
  expect(unpack(body).toString()).toBe(longPage);
});

test.each([undefined, 'identity', 'deflate', 'br;q=0', 'x-br, x-gzip', '*;q=0', 'br;q=nothing'])(
  'a browser that accepts %s gets the page as it is',
  async (accepted) => {
    const { ask } = await wire(page);
    const { headers, text } = await ask({ headers: accepted ? { 'Accept-Encoding': accepted } : {} });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(longPage.length));
    expect(text).toBe(longPage);
  },
);

test.each([
  ['a page too short to gain', 'short', 'text/html'],
  ['a picture', longPage, 'image/png'],
])('leaves %s alone', async (_, body, type) => {
  const { ask } = await wire(async () => new Response(body, { headers: { 'Content-Type': type } }));
  const { headers, text } = await ask({ headers: { 'Accept-Encoding': 'br, gzip' } });
  expect(headers['content-encoding']).toBeUndefined();
  expect(text).toBe(body);
});
