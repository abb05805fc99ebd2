import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { headersOn, safetyHeaders } from '#app/server/headers.ts';

const plain = { secure: false, framedBy: "'none'" };

test('the policy lets scripts and styles come from this site alone, and none stand in a page', () => {
  const policy = safetyHeaders(plain)['Content-Security-Policy'];
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
  expect(policy).toContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*|data:|blob:|http/);
});

test('the site is shown in no frame unless the setting names who may', () => {
  expect(safetyHeaders(plain)['X-Frame-Options']).toBe('DENY');
  const framed = safetyHeaders({ ...plain, framedBy: "'self' https://moodle.example.org" });
  expect(framed['Content-Security-Policy']).toMatch(/; frame-ancestors 'self' https:\/\/moodle\.example\.org$/);
  expect(framed).not.toHaveProperty('X-Frame-Options');
});

test('https is asked for where the site is reached by it, and nowhere else', () => {
  expect(safetyHeaders(plain)).not.toHaveProperty('Strict-Transport-Security');
  expect(safetyHeaders({ ...plain, secure: true })['Strict-Transport-Security']).toBe('max-age=31536000');
});

test('no page has camera, microphone, place or payment; passkeys are for our own pages', () => {
  const permissions = safetyHeaders(plain)['Permissions-Policy'];
  for (const feature of ['camera=()', 'microphone=()', 'geolocation=()', 'payment=()']) expect(permissions).toContain(feature);
  expect(permissions).toContain('publickey-credentials-get=(self)');
});

test('they stand on an answer whatever comes of it', async () => {
  const guard = headersOn(plain);
  const server = createServer((_, outgoing) => {
    guard(outgoing);
    outgoing.writeHead(302, { Location: '/' }).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { redirect: 'manual' });
  for (const [name, value] of Object.entries(safetyHeaders(plain))) expect(headers.get(name)).toBe(value);
});
