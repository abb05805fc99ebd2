import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { echo, html, longPage, page, wire } from './wire.ts';

describe('a form', () => {
  test.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a sister domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['with a foreign Origin', { Origin: 'https://evil.example' }],
    ['from nowhere at all', {}],
  ])('%s is refused and reaches no page', async (_, headers) => {
    const { ask, calls } = await wire(echo);
    const answer = await ask({ method: 'POST', headers, body: ['option=b'] });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('came from another site');
    expect(calls).toEqual([]);
  });

  test('to a site behind a proxy counts as ours by the configured origin, whatever Host says', async () => {
    const { ask, calls } = await wire(echo, { origin: 'https://learn.example.org' });
    const body = ['option=b'];
    expect((await ask({ method: 'POST', headers: { Origin: 'https://learn.example.org', Host: 'inner:3000' }, body })).status).toBe(200);
    expect((await ask({ method: 'POST', headers: { Origin: 'http://inner:3000', Host: 'inner:3000' }, body })).status).toBe(403);
    expect(calls.map((call) => call.url)).toEqual(['https://learn.example.org/']);
  });
});

test('a form of ours from a browser that hides its origin comes through, and pages are not asked to judge it again', async () => {
  const { ask, calls } = await wire(echo);
  const answer = await ask({ method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, body: ['option=b'] });
  expect(answer.status).toBe(200);
  expect(calls[0]?.headers.get('origin')).toBeNull();
});

describe('an answer', () => {
  test('to HEAD has the headers of the page and no body', async () => {
    const { ask } = await wire(page);
    const { status, headers, body } = await ask({ method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([200, String(longPage.length), 0]);
  });

  test('may be handed over as a finished document', async () => {
    const { ask } = await wire(async (_, handOver) => {
      handOver.document = Buffer.from(longPage);
      return new Response(null, { status: 404, headers: html });
    });
    const { status, text } = await ask();
    expect([status, text]).toEqual([404, longPage]);
  });

  test('keeps two cookies two headers', async () => {
    const { ask } = await wire(async () => {
      const headers = new Headers(html);
      headers.append('Set-Cookie', 'a=1; Path=/');
      headers.append('Set-Cookie', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT');
      return new Response('', { headers });
    });
    expect((await ask()).headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT']);
  });

  test('is kept out of shared caches unless it says otherwise', async () => {
    const { ask } = await wire(async ({ url }) => {
      return new Response('', { headers: url.endsWith('/mine') ? {} : { 'Cache-Control': 'public, max-age=60' } });
    });
    expect((await ask({ path: '/mine' })).headers['cache-control']).toBe('private, no-cache');
    expect((await ask({ path: '/all' })).headers['cache-control']).toBe('public, max-age=60');
  });
});

describe('a failure', () => {
  test('becomes a page with an id that the log has, and shows nothing else of it', async () => {
    const { ask, log } = await wire(async () => {
      throw new Error('secret of the house');
    });
    const { status, text, headers } = await ask({ path: '/courses' });
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    const id = /code (\w{8})\./.exec(text)?.[1];
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(new RegExp(`^error ${id} GET /courses Error: secret of the house\\n +at `));
    expect(text).not.toContain('secret');
    expect(text).not.toMatch(/\bat .*\.ts/);
  });

  test('of a query is logged without what the learner wrote', async () => {
    const { ask, log } = await wire(async () => {
      throw new DrizzleQueryError('insert into responses values (?)', ['my private words'], new Error('disk full'));
    });
    await ask();
    expect(log[0]).toContain('insert into responses');
    expect(log[0]).toContain('Error: disk full');
    expect(log[0]).not.toContain('private');
  });

  test('after the visitor has left is not logged', async () => {
    let left = false;
    const { port, log, calls } = await wire(async (request) => {
      await new Promise<void>((resolve) => request.signal.addEventListener('abort', () => resolve()));
      left = true;
      throw request.signal.reason;
    });
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n'));
    await expect.poll(() => calls.length).toBe(1);
    socket.destroy();
    await expect.poll(() => left).toBe(true);
    await pause(20);
    expect(log).toEqual([]);
  });
});
