import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { afterEach, describe, expect, test } from 'vitest';
import type { AdapterOptions, Answerer } from '#app/server/adapter.ts';
import { type Wire, wire } from './wire.ts';

let open: Wire | null = null;
afterEach(() => open?.close());

/** Serves `answer`, which counts its calls. */
async function serving(answer: Answerer, options: Partial<AdapterOptions> = {}) {
  const calls: Request[] = [];
  open = await wire((request, handOver) => {
    calls.push(request);
    return answer(request, handOver);
  }, options);
  return { ...open, calls };
}

const html = { 'Content-Type': 'text/html; charset=utf-8' };
const longPage = `<p>${'a long lesson '.repeat(400)}</p>`;
const page: Answerer = async () => new Response(longPage, { headers: html });
const echo: Answerer = async (request) => new Response(await request.text(), { headers: { 'Content-Type': 'application/octet-stream' } });
const ours = { 'Sec-Fetch-Site': 'same-origin' };
const kilobyte = 'x'.repeat(1024);

describe('a form', () => {
  test('arrives whole, with its method, address and headers', async () => {
    const { ask, port, calls } = await serving(echo);
    const headers = { ...ours, 'Content-Type': 'application/x-www-form-urlencoded' };
    const { text } = await ask({ method: 'POST', path: '/a/b?c=d', headers, body: ['option=', 'b&key=ü'] });
    expect(text).toBe('option=b&key=ü');
    expect(calls[0]?.method).toBe('POST');
    expect(calls[0]?.url).toBe(`http://127.0.0.1:${port}/a/b?c=d`);
    expect(calls[0]?.headers.get('Content-Type')).toBe('application/x-www-form-urlencoded');
  });

  test('of 256 KB is taken', async () => {
    const { ask } = await serving(echo);
    const { status, body } = await ask({ method: 'POST', headers: ours, body: Array(256).fill(kilobyte) });
    expect([status, body.length]).toEqual([200, 256 * 1024]);
  });

  test('that says it is longer is refused unread', async () => {
    const { ask, calls } = await serving(echo);
    const body = [...Array(256).fill(kilobyte), 'x'];
    const { status, text } = await ask({ method: 'POST', headers: { ...ours, 'Content-Length': 256 * 1024 + 1 }, body });
    expect(status).toBe(413);
    expect(text).toContain('too long to send');
    expect(calls).toEqual([]);
  });

  test('that is longer without saying so is refused all the same', async () => {
    const { ask, calls, log } = await serving(echo);
    const { status } = await ask({ method: 'POST', headers: ours, body: [...Array(256).fill(kilobyte), 'x'] });
    expect(status).toBe(413);
    expect(calls).toEqual([]);
    expect(log).toEqual([]);
  });

  test('that is far too long is refused in the hearing of a sender who listens only when all is sent', async () => {
    const { port } = await serving(echo);
    const socket = connect(port, '127.0.0.1').pause();
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    socket.write('POST / HTTP/1.1\r\nHost: here\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n');
    for (let sent = 0; sent < 320; sent++) if (!socket.write(chunk)) await once(socket, 'drain');
    socket.end('0\r\n\r\n').resume();
    const [first] = await once(socket, 'data');
    expect(String(first)).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  test.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a sister domain', { 'Sec-Fetch-Site': 'same-site' }],
    ['with a foreign Origin', { Origin: 'https://evil.example' }],
    ['from nowhere at all', {}],
  ])('%s is refused and reaches no page', async (_, headers) => {
    const { ask, calls } = await serving(echo);
    const answer = await ask({ method: 'POST', headers, body: ['option=b'] });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('came from another site');
    expect(calls).toEqual([]);
  });

  test('to a site behind a proxy counts as ours by the configured origin, whatever Host says', async () => {
    const { ask, calls } = await serving(echo, { origin: 'https://learn.example.org' });
    const body = ['option=b'];
    expect((await ask({ method: 'POST', headers: { Origin: 'https://learn.example.org', Host: 'inner:3000' }, body })).status).toBe(200);
    expect((await ask({ method: 'POST', headers: { Origin: 'http://inner:3000', Host: 'inner:3000' }, body })).status).toBe(403);
    expect(calls.map((call) => call.url)).toEqual(['https://learn.example.org/']);
  });
});

describe('an address', () => {
  test('that begins with two slashes stays on this site', async () => {
    const { ask, port, calls } = await serving(page);
    await ask({ path: '//evil.example/x' });
    expect(calls[0]?.url).toBe(`http://127.0.0.1:${port}//evil.example/x`);
  });

  test('that cannot be one gets 400 and no log line', async () => {
    const { ask, calls, log } = await serving(page);
    const { status } = await ask({ headers: { Host: 'not a host' } });
    expect(status).toBe(400);
    expect(calls).toEqual([]);
    expect(log).toEqual([]);
  });
});

describe('compression', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['gzip, br;q=0', 'gzip', gunzipSync],
    ['gzip;q=0.5, br;q=0.0', 'gzip', gunzipSync],
  ])('a browser that accepts "%s" gets %s', async (accepted, encoding, unpack) => {
    const { ask } = await serving(page);
    const { headers, body } = await ask({ headers: { 'Accept-Encoding': accepted } });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toContain('Accept-Encoding');
    expect(headers['content-length']).toBe(String(body.length));
    expect(body.length).toBeLessThan(longPage.length / 10);
    expect(unpack(body).toString()).toBe(longPage);
  });

  test.each([undefined, 'identity', 'deflate', 'br;q=0'])('a browser that accepts %s gets the page as it is', async (accepted) => {
    const { ask } = await serving(page);
    const { headers, text } = await ask({ headers: accepted ? { 'Accept-Encoding': accepted } : {} });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBe(String(longPage.length));
    expect(text).toBe(longPage);
  });

  test.each([
    ['a page too short to gain', 'short', 'text/html'],
    ['a picture', longPage, 'image/png'],
  ])('leaves %s alone', async (_, body, type) => {
    const { ask } = await serving(async () => new Response(body, { headers: { 'Content-Type': type } }));
    const { headers, text } = await ask({ headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toBe(body);
  });
});

describe('an answer', () => {
  test('to HEAD has the headers of the page and no body', async () => {
    const { ask } = await serving(page);
    const { status, headers, body } = await ask({ method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([200, String(longPage.length), 0]);
  });

  test('may be handed over as a finished document', async () => {
    const { ask } = await serving(async (_, handOver) => {
      handOver.document = longPage;
      return new Response(null, { status: 404, headers: html });
    });
    const { status, text } = await ask();
    expect([status, text]).toEqual([404, longPage]);
  });

  test('keeps two cookies two headers', async () => {
    const { ask } = await serving(async () => {
      const headers = new Headers(html);
      headers.append('Set-Cookie', 'a=1; Path=/');
      headers.append('Set-Cookie', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT');
      return new Response('', { headers });
    });
    expect((await ask()).headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT']);
  });

  test('is kept out of shared caches unless it says otherwise', async () => {
    const { ask } = await serving(async ({ url }) => {
      return new Response('', { headers: url.endsWith('/mine') ? {} : { 'Cache-Control': 'public, max-age=60' } });
    });
    expect((await ask({ path: '/mine' })).headers['cache-control']).toBe('private, no-cache');
    expect((await ask({ path: '/all' })).headers['cache-control']).toBe('public, max-age=60');
  });
});

describe('strict headers', () => {
  test('stand on every answer, refusals included', async () => {
    const { ask } = await serving(async ({ url }) => {
      if (url.endsWith('/broken')) throw new Error('broken');
      return new Response('', { headers: html });
    });
    const answers = [await ask(), await ask({ path: '/broken' }), await ask({ method: 'POST' })];
    expect(answers.map(({ status }) => status)).toEqual([200, 500, 403]);
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    }
  });

  test('are off where the build tool injects its own scripts', async () => {
    const { ask } = await serving(page, { strictHeaders: false });
    expect((await ask()).headers['content-security-policy']).toBeUndefined();
  });
});

describe('a failure', () => {
  test('becomes a page with an id that the log has, and shows nothing else of it', async () => {
    const { ask, log } = await serving(async () => {
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
    const { ask, log } = await serving(async () => {
      throw new DrizzleQueryError('insert into responses values (?)', ['my private words'], new Error('disk full'));
    });
    await ask();
    expect(log[0]).toContain('insert into responses');
    expect(log[0]).toContain('Error: disk full');
    expect(log[0]).not.toContain('private');
  });

  test('after the visitor has left is not logged', async () => {
    let left = false;
    const { port, log, calls } = await serving(async (request) => {
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

  test('of the connection in the middle of a form reaches no page and no log', async () => {
    const { port, log, calls, ask } = await serving(echo);
    const socket = connect(port, '127.0.0.1');
    const head = 'POST / HTTP/1.1\r\nHost: here\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 100\r\n\r\nopt';
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    await pause(20);
    socket.destroy();
    await pause(20);
    expect((await ask({ method: 'POST', headers: ours, body: ['still there'] })).text).toBe('still there');
    expect(calls).toHaveLength(1);
    expect(log).toEqual([]);
  });
});
