/**
 * Every action of the site is sent what nobody sends, and every page asked for so: never a failure of ours, never a changed row of somebody
 * else's, never markup that comes back as markup. 1,000 forms and a quarter as many addresses in `npm test`, 20,000 by `npm run test:fuzz`.
 */
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostileRequest, hostileRequest, intents, markup, type Value } from './hostile.ts';
import { type House, openHouse, type Stranger, strangerKinds } from './house.ts';

const requests = Number(process.env.FUZZ ?? 1000);
const perStranger = 20;
/** The same requests in every `npm test`; the long run seeks new ones. */
const seeded = process.env.FUZZ === undefined ? { seed: 1 } : {};

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

const lastKey = { value: v7() };

/** The address of a route, with ids of the class or of the stranger's own in it. */
function addressOf(path: string, { whose, wild }: HostileRequest, { own }: Stranger): string {
  const known: Readonly<Record<string, string>> = {
    course: 'co-production',
    lesson: 'who-does-the-work',
    token: 'unknown',
    code: house.theirs.certificate ?? '',
  };
  let place = 0;
  return `/${path}`.replace(/:(\w+)|\*/g, (part, name: string = part) => {
    const mine = whose[place++ % whose.length];
    if (wild !== null && mine) return wild;
    return (mine ? own[name] : house.theirs[name]) ?? known[name] ?? 'nothing';
  });
}

function bodyOf({ fields, intent, key, as }: HostileRequest, { own }: Stranger): { body: RequestInit['body']; type: string | null } {
  const textOf = (value: Value) => {
    if (typeof value === 'string') return value;
    return ('own' in value ? own[value.own] : house.theirs[value.theirs]) ?? '';
  };
  const pairs = fields.map(([name, value]) => [name, textOf(value)] as const);
  if (intent !== null) pairs.push(['intent', intent]);
  if (key === 'fresh') lastKey.value = v7();
  if (key !== 'none') pairs.push(['key', key === 'wrong' ? 'no key' : lastKey.value]);
  if (as === 'json') return { body: JSON.stringify({ step: 'sign-in', ...Object.fromEntries(pairs) }), type: 'application/json' };
  if (as === 'bytes') return { body: new Uint8Array([0, 255, 254, 38, 61, 37, 120]), type: 'application/x-www-form-urlencoded' };
  if (as === 'form')
    return { body: new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString(), type: 'application/x-www-form-urlencoded' };
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, name === 'file' ? new Blob([value]) : value);
  return { body: form, type: null };
}

async function send(address: string, stranger: Stranger, method: string, sent: { body: RequestInit['body']; type: string | null } | null) {
  const response = await fetch(house.origin + address, {
    method,
    redirect: 'manual',
    headers: { cookie: stranger.cookie, origin: house.origin, ...(sent?.type ? { 'content-type': sent.type } : {}) },
    ...(sent ? { body: sent.body ?? null } : {}),
  });
  return {
    status: response.status,
    to: response.headers.get('location'),
    text: await response.text(),
    html: response.headers.get('content-type')?.startsWith('text/html') ?? false,
    cookies: response.headers.getSetCookie(),
  };
}

const ownPages = (own: Stranger['own']) => [
  ...['/', '/account', '/progress', '/progress/export', '/teach', '/courses/co-production/review', '/courses/co-production/certificate'],
  ...(own.attempt ? [`/attempts/${own.attempt}`] : []),
  ...(own.cohort ? ['', '/people', '/settings', '/assignments'].map((page) => `/teach/${own.cohort}${page}`) : []),
];

test(`${requests} hostile requests find no failure, no row of others, and no way for markup`, async () => {
  const routes = Object.values(house.build.routes).flatMap((route) =>
    route?.module.action && route.path !== undefined ? [route.path] : [],
  );
  expect(routes.length).toBeGreaterThan(20);
  expect(intents.length).toBeGreaterThan(15);
  const before = house.rowsOfTheirs();
  expect(before.length).toBeGreaterThan(100);
  const met = new Map<string, Map<number, number>>();

  const run = fc.asyncProperty(
    fc.constantFrom(...strangerKinds),
    fc.array(hostileRequest(routes.length), { minLength: perStranger, maxLength: perStranger }),
    async (kind, many) => {
      const stranger = await house.newStranger(kind);
      const powers = house.powers();
      for (const one of many) {
        const path = routes[one.route] ?? '';
        const address = addressOf(path, one, stranger);
        const { status, to, text, html, cookies } = await send(address, stranger, 'POST', bodyOf(one, stranger));
        const seen = met.get(path) ?? new Map<number, number>();
        met.set(path, seen.set(status, (seen.get(status) ?? 0) + 1));
        expect(status, `${address} ${text.slice(0, 300)}`).toBeLessThan(500);
        // Where a redirect leads is a path here, whatever was typed.
        if (to !== null) expect(new URL(to, house.origin).origin, address).toBe(house.origin);
        if (to !== null) expect(to, address).toMatch(/^\/(?![/\\])/);
        for (const cookie of cookies) expect(cookie).not.toContain('a=b');
        if (html) for (const mark of markup) expect(text.includes(mark), `${mark} at ${address}`).toBe(false);
      }
      expect(house.rowsOfTheirs(), kind).toEqual(before);
      // The stranger's own powers are what they were, or gone with the account.
      expect(powers).toEqual(expect.arrayContaining(house.powers()));
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      for (const page of ownPages(stranger.own)) {
        const { status, text, html } = await send(page, stranger, 'GET', null);
        expect(status, page).toBeLessThan(500);
        if (html) for (const mark of markup) expect(text.includes(mark), `${mark} on ${page}`).toBe(false);
      }
    },
  );
  await fc.assert(run, { numRuns: Math.ceil(requests / perStranger), endOnFailure: true, ...seeded });

  // A test that reaches no action proves nothing: each was met, and forms were taken, not only refused.
  expect([...met.keys()].toSorted()).toEqual(routes.toSorted());
  const statuses = [...met.values()].flatMap((seen) => [...seen.keys()]);
  for (const status of [302, 400, 403, 404]) expect(statuses).toContain(status);
});

/** Every fourth as many: a page takes less from whoever asks than an action. */
const addresses = Math.ceil(requests / 4);

test(`${addresses} hostile addresses find no failure, nothing changed, and no way for markup`, async () => {
  const routes = Object.values(house.build.routes).flatMap((route) =>
    (route?.module.loader || route?.module.default) && route.path !== undefined ? [route.path] : [],
  );
  const before = house.rowsOfTheirs();
  const met = new Set<string>();
  const run = fc.asyncProperty(
    fc.constantFrom(...strangerKinds),
    fc.array(hostileRequest(routes.length), { minLength: perStranger, maxLength: perStranger }),
    async (kind, many) => {
      const stranger = await house.newStranger(kind);
      for (const one of many) {
        const path = routes[one.route] ?? '';
        const query = bodyOf({ ...one, as: 'form' }, stranger).body;
        const address = `${addressOf(path, one, stranger)}?${query}`;
        const { status, to, text, html } = await send(address, stranger, 'GET', null);
        met.add(path);
        expect(status, `${address} ${text.slice(0, 300)}`).toBeLessThan(500);
        if (to !== null) expect(to, address).toMatch(/^\/(?![/\\])/);
        if (html) for (const mark of markup) expect(text.includes(mark), `${mark} at ${address}`).toBe(false);
      }
      expect(house.rowsOfTheirs(), kind).toEqual(before);
    },
  );
  await fc.assert(run, { numRuns: Math.ceil(addresses / perStranger), endOnFailure: true, ...seeded });
  expect(met.size).toBeGreaterThan(routes.length / 2);
});

/** Headers that a request may carry in any shape; no answer may be a failure, and the server has to live on. */
const headerNames = [
  'range',
  'if-none-match',
  'if-modified-since',
  'if-range',
  'accept-encoding',
  'accept',
  'cookie',
  'x-forwarded-for',
].concat(['origin', 'referer', 'sec-fetch-site', 'content-type', 'content-encoding', 'expect', 'upgrade-insecure-requests', 'user-agent']);
const headerValues = [
  'bytes=5-2',
  'bytes=-5',
  'bytes=0-',
  'bytes=99999999999999999999-',
  'gzip;q=x, br;q=0',
  '*',
  '',
  '-1',
  'a=b; ='.repeat(300),
].concat([
  'criterion=%E0%A4%A',
  'criterion="',
  'zone=%00; theme=%00',
  'null',
  '::1, 999.1.1.1',
  'text/html;charset=none',
  'Thu, 99 Foo 0000 99:99:99 GMT',
]);

test(`${addresses} requests with hostile headers, for files and pages, are answered`, async () => {
  const places = [
    '/favicon.svg',
    '/robots.txt',
    '/',
    '/about',
    '/courses/co-production/lessons/who-does-the-work',
    '/progress',
    '/account',
  ];
  const header = fc.tuple(fc.constantFrom(...headerNames), fc.constantFrom(...headerValues));
  const agent = new Agent({ keepAlive: true });
  const run = fc.asyncProperty(
    fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'),
    fc.constantFrom(...places),
    fc.array(header, { maxLength: 6 }),
    async (method, where, headers) => {
      const status = await new Promise<number>((resolve, reject) => {
        const sent = request(house.origin + where, { agent, method, headers: Object.fromEntries(headers) }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        });
        sent.on('error', reject).end();
      });
      expect(status).toBeGreaterThanOrEqual(200);
      expect(status).toBeLessThan(500);
    },
  );
  await fc.assert(run, { numRuns: addresses, endOnFailure: true, ...seeded });
  agent.destroy();
});
