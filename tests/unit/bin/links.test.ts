import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { brokenLinks } from '../../../bin/lib/links.ts';

const site: Readonly<Record<string, string>> = {
  '/': '<a href="/here?a=1&amp;b=2#place">x</a><a href="/gone">x</a><a href="https://elsewhere.example/">x</a><a href="mailto:us@example.org">x</a><img src="missing.png">',
  '/here?a=1&b=2': '<h1 id="place">Here</h1><a href="#place">x</a><a href="#nowhere">x</a><a href="/">x</a>',
};

test('every link within the site is followed, once, and those that lead nowhere are named with their page', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const html = site[request.url ?? ''];
    response.writeHead(html === undefined ? 404 : 200, { 'Content-Type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const found = await brokenLinks(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(found).toEqual({
    pages: 4,
    links: 6,
    broken: [
      { on: '/', to: '/gone', why: 'gets 404' },
      { on: '/', to: 'missing.png', why: 'gets 404' },
      { on: '/here?a=1&b=2', to: '#nowhere', why: 'names a place that the page does not have' },
    ],
  });
  expect(asked.toSorted()).toEqual(['/', '/gone', '/here?a=1&b=2', '/missing.png']);
});

test('links out of the site are not followed, but have the form of an address', async () => {
  const out = [
    'https://[',
    'ftp://elsewhere.example/',
    'http://elsewhere.example/',
    'https://https://elsewhere.example/',
    'mailto:us',
    'https://elsewhere.example/',
  ];
  const html = out.map((to) => `<a href="${to}">x</a>`).join('');
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { broken } = await brokenLinks(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(broken).toEqual([
    { on: '/', to: 'https://[', why: 'is no address' },
    { on: '/', to: 'ftp://elsewhere.example/', why: 'names no other site' },
    { on: '/', to: 'https://https://elsewhere.example/', why: 'names no other site' },
    { on: '/', to: 'mailto:us', why: 'names nobody to write to' },
  ]);
});
