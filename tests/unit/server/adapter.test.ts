import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, test } from 'vitest';
import { echo, html, longPage, ours, page, wire } from './wire.ts';

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
    const { ask, log, watch } = await wire(async () => {
      throw new Error('secret of the house');
    });
    const { status, text, headers } = await ask({ path: '/courses' });
    expect(status).toBe(500);
    expect(headers['cache-control']).toBe('no-store');
    const id = /code (\w{8})\./.exec(text)?.[1];
    expect(headers['x-request-id']).toBe(id);
    const [failed] = log.filter(({ level }) => level === 'error');
    expect(failed).toMatchObject({ id, method: 'GET', error: expect.stringMatching(/^Error: secret of the house\n +at /) });
    await expect.poll(() => log.at(-1)).toMatchObject({ id, status: 500, msg: 'request' });
    expect(watch.failures()).toMatchObject([{ id, what: 'Error: secret of the house' }]);
    expect(text).not.toContain('secret');
    expect(text).not.toMatch(/\bat .*\.ts/);
  });

  test('names who runs the site, where somebody is named', async () => {
    const answer = () => Promise.reject(new Error('oh'));
    expect((await (await wire(answer)).ask()).text).toContain('tell whoever runs this site the code');
    expect((await (await wire(answer, { contact: 'Help desk, help@example.org' })).ask()).text).toContain(
      'tell Help desk, help@example.org the code',
    );
  });

  test('of a query is logged without what the learner wrote', async () => {
    const { ask, log } = await wire(async () => {
      throw new DrizzleQueryError('insert into responses values (?)', ['my private words'], new Error('disk full'));
    });
    await ask();
    expect(log[0]?.error).toContain('insert into responses');
    expect(log[0]?.error).toContain('Error: disk full');
    expect(JSON.stringify(log)).not.toContain('private');
  });

  test('after the visitor has left is no failure', async () => {
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
    expect(log).toMatchObject([{ level: 'info', status: 499 }]);
  });
});

test('the log names a request by its id and route, and holds nothing that a person wrote or that opens a door', async () => {
  const { ask, log, watch } = await wire(async (request, exchange) => {
    exchange.route = '/link/:token';
    await request.text();
    if (request.url.endsWith('/broken'))
      throw new DrizzleQueryError('insert into accounts values (?)', ['ann@example.org'], new Error('no room'));
    return new Response('', { headers: html });
  });
  const headers = { ...ours, Cookie: 'criterion=SECRETCOOKIE', Authorization: 'Bearer SECRETBEARER' };
  const body = ['name=Ann+Example&passphrase=SECRETPHRASE'];
  const { headers: got } = await ask({ method: 'POST', path: '/link/SECRETTOKEN?q=Ann', headers, body });
  await ask({ method: 'POST', path: '/link/SECRETTOKEN/broken', headers, body });
  await expect.poll(() => log.length).toBe(3);
  expect(log[0]).toMatchObject({ level: 'info', id: got['x-request-id'], method: 'POST', route: '/link/:token', status: 200 });
  for (const held of [JSON.stringify(log), JSON.stringify(watch.failures()), watch.series.flatMap((one) => one.lines()).join()])
    expect(held).not.toMatch(/SECRET|Ann|ann@/);
});

test('while pages wait too long, further ones are put off at once with a page that says so, and forms are taken', async () => {
  let full = true;
  const turnstile = { isFull: () => full, enter: async () => {} };
  const { ask, calls, log, watch } = await wire(echo, { turnstile });
  const page = await ask({ path: '/late' });
  expect([page.status, page.headers['retry-after'], page.headers['cache-control']]).toEqual([503, '3', 'no-store']);
  expect(page.text).toContain('Try again');
  expect((await ask({ method: 'POST', path: '/form', headers: ours, body: ['a=b'] })).text).toBe('a=b');
  await ask();
  expect(calls.map(({ url }) => new URL(url).pathname)).toEqual(['/form']);
  expect(watch.shed.total()).toBe(2);
  expect(log.filter(({ level }) => level === 'warn')).toHaveLength(1);
  full = false;
  expect((await ask()).status).toBe(200);
});

test('pages that are asked for at the same moment are all answered', async () => {
  const { ask } = await wire(page);
  const answered = await Promise.all(Array.from({ length: 60 }, () => ask()));
  expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([200]));
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s reaches no page, as no page or form needs it', async (method) => {
  const { ask, calls, log } = await wire(echo);
  const { status, headers } = await ask({ method, headers: ours });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  expect(calls).toEqual([]);
  await expect.poll(() => log.at(-1)).toMatchObject({ level: 'info', method: 'OTHER', status: 405 });
});

test.each(['evil.example/teach?x=', 'name:word@here', 'here#', 'here/'])(
  'a Host that says more than a host, “%s”, is refused',
  async (Host) => {
    const { ask, calls } = await wire(echo);
    expect((await ask({ path: '/about', headers: { Host } })).status).toBe(400);
    expect(calls).toEqual([]);
  },
);

test('an address with a name and a word before its host is refused', async () => {
  const { ask, calls } = await wire(echo);
  expect((await ask({ path: 'http://name:word@here/about' })).status).toBe(400);
  expect(calls).toEqual([]);
});
