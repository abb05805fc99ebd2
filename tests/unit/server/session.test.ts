import { createHash } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { createCookie } from '@remix-run/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentLearner, forgetSession, keeper } from '#app/server/session.server.ts';
import { startAttempt } from '#db/attempts.ts';
import type { Database } from '#db/database.ts';
import type { OpenDatabase } from '#db/open.ts';
import { chosen, freshDatabase, minute, newAttempt } from '../db/fresh.ts';
import { unwatched, visitTo } from '../visit.ts';

const year = 365 * 24 * 60 * minute;
const start = Date.UTC(2026, 0, 5, 9);

let db: OpenDatabase;
let now: number;
let made: number;
beforeEach(async () => {
  db = await freshDatabase();
  now = start;
  made = 0;
});
afterEach(() => db.close());

/** A context lives as long as its request. */
const context = (secure = false): AppLoadContext => ({
  ...visitTo({
    db,
    now: () => now,
    newId: () => `learner ${++made}`,
    newSeed: () => 1,
    newCode: () => '',
  }),
  ...unwatched,
  secure,
  development: false,
  trouble: null,
  keeps: { retention: { idle: 0, invitations: 0, audit: 0 }, backupHours: 0, backupsKept: 1 },
});
const request = (cookie?: string) => new Request('http://here/', cookie ? { headers: { Cookie: cookie } } : {});
const rows = (table: string) => db.client.prepare(`select * from ${table}`).all() as Record<string, unknown>[];

/** Keeps the start of a quiz, the way a form does. */
const startQuiz = (formKey: string) => async (tx: Database, learnerId: string) => {
  const attempt = await startAttempt(tx, newAttempt({ id: `quiz of ${learnerId}`, learnerId, formKey, startedAt: now }), chosen('first'));
  return attempt?.id ?? null;
};

/** Sends the form from a browser with these cookies. Returns what was kept and what the browser got. */
async function send(formKey: string, { cookie, secure = false }: { cookie?: string; secure?: boolean } = {}) {
  const { keep, headers } = await keeper(request(cookie), context(secure));
  const kept = await keep(formKey, startQuiz(formKey));
  return { kept, setCookie: headers.getSetCookie() };
}

const pairOf = (setCookie: readonly string[]) => setCookie[0]?.split(';')[0] ?? '';
const tokenIn = async (setCookie: readonly string[]) =>
  String(await createCookie(pairOf(setCookie).split('=')[0] ?? '').parse(pairOf(setCookie)));

describe('a visitor', () => {
  test('is nobody, and looking around writes nothing', async () => {
    expect(await currentLearner(request(), context())).toBeNull();
    const { headers } = await keeper(request(), context());
    expect([...headers]).toEqual([]);
    expect([rows('learners'), rows('sessions')]).toEqual([[], []]);
  });

  test('becomes a learner by the first thing kept, and is known by the cookie from then on', async () => {
    const { kept, setCookie } = await send('key');
    expect(kept).toBe('quiz of learner 1');
    expect(rows('learners')).toEqual([{ id: 'learner 1', created_at: start, last_seen_at: start }]);
    expect(await currentLearner(request(pairOf(setCookie)), context())).toBe('learner 1');
    const again = await send('another key', { cookie: pairOf(setCookie) });
    expect(again.setCookie).toEqual([]);
    expect(rows('learners')).toHaveLength(1);
  });

  test('is known to the rest of the same request too', async () => {
    const here = context();
    const { keep } = await keeper(request(), here);
    await keep('key', startQuiz('key'));
    expect(await currentLearner(request(), here)).toBe('learner 1');
  });

  test('leaves neither learner nor session nor cookie where keeping fails', async () => {
    const { keep, headers } = await keeper(request(), context());
    const failing = keep('key', async (tx, learnerId) => {
      await startQuiz('key')(tx, learnerId);
      throw new Error('disk full');
    });
    await expect(failing).rejects.toThrow('disk full');
    expect([rows('learners'), rows('sessions'), rows('attempts')]).toEqual([[], [], []]);
    expect([...headers]).toEqual([]);
  });
});

describe('the cookie', () => {
  test('is out of reach for scripts and other sites, and lasts a year', async () => {
    const { setCookie } = await send('key');
    expect(setCookie).toHaveLength(1);
    const [pair, ...flags] = setCookie[0]?.split('; ') ?? [];
    expect(pair).toMatch(/^criterion=/);
    expect(flags.sort()).toEqual(['HttpOnly', 'Max-Age=31536000', 'Path=/', 'SameSite=Lax']);
  });

  test('is bound to host and https where the site is reached over https', async () => {
    const { setCookie } = await send('key', { secure: true });
    const [pair, ...flags] = setCookie[0]?.split('; ') ?? [];
    expect(pair).toMatch(/^__Host-criterion=/);
    expect(flags).toContain('Secure');
    expect(flags).toContain('Path=/');
    expect(flags.join()).not.toContain('Domain');
    expect(await currentLearner(request(pairOf(setCookie)), context(true))).toBe('learner 1');
    expect(await currentLearner(request(pairOf(setCookie).replace('__Host-', '')), context(true))).toBeNull();
  });

  test('holds a token of which the data file has only the hash', async () => {
    const { setCookie } = await send('key');
    const token = await tokenIn(setCookie);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const hash = createHash('sha256').update(token).digest('base64url');
    expect(rows('sessions')).toEqual([{ token_hash: hash, learner_id: 'learner 1', created_at: start, expires_at: start + year }]);
    expect(db.client.serialize().includes(token)).toBe(false);
  });

  test('has another token for every session', async () => {
    const tokens = [await tokenIn((await send('one')).setCookie), await tokenIn((await send('two')).setCookie)];
    expect(new Set(tokens).size).toBe(2);
  });

  test('opens nothing once the year is over', async () => {
    const cookie = pairOf((await send('key')).setCookie);
    now = start + year - 1;
    expect(await currentLearner(request(cookie), context())).toBe('learner 1');
    now = start + year;
    expect(await currentLearner(request(cookie), context())).toBeNull();
  });

  test.each([
    'criterion=',
    'criterion=nonsense',
    'criterion=%FF',
    'criterion=eyJhIjoxfQ==',
    'other=1',
    `criterion=${btoa(JSON.stringify('x'.repeat(200)))}`,
  ])('with something else in it opens nothing: %s', async (cookie) => {
    await send('key');
    expect(await currentLearner(request(cookie), context())).toBeNull();
  });

  test('made of the stored hash opens nothing', async () => {
    await send('key');
    const stolen = await createCookie('criterion').serialize(rows('sessions')[0]?.token_hash);
    expect(await currentLearner(request(stolen.split(';')[0]), context())).toBeNull();
  });

  test.each([
    [false, 'criterion'],
    [true, '__Host-criterion'],
  ])('is taken back when the session is forgotten (secure: %s)', async (secure, name) => {
    const headers = await forgetSession(context(secure));
    const [header] = headers.getSetCookie();
    expect(headers.get('Clear-Site-Data')).toBe('"cache"');
    expect(header?.startsWith(`${name}=`)).toBe(true);
    expect(header).toContain('Max-Age=0');
    expect(header?.includes('Secure')).toBe(secure);
  });
});

describe('a form sent twice before the first reply', () => {
  test('finds the learner that its first copy made', async () => {
    const first = await send('key');
    now = start + minute;
    const second = await send('key');
    expect(second.kept).toBe(first.kept);
    expect(rows('learners')).toHaveLength(1);
    expect(rows('attempts')).toHaveLength(1);
    for (const { setCookie } of [first, second]) expect(await currentLearner(request(pairOf(setCookie)), context())).toBe('learner 1');
  });

  test('does so at the very same moment', async () => {
    const both = await Promise.all([send('key'), send('key')]);
    expect(both.map(({ kept }) => kept)).toEqual(['quiz of learner 1', 'quiz of learner 1']);
    expect(rows('learners')).toHaveLength(1);
  });

  test('opens no one’s work after a minute: a form key is no password', async () => {
    await send('key');
    now = start + minute + 1;
    const late = await send('key');
    expect(late.kept).toBeNull();
    expect(await currentLearner(request(pairOf(late.setCookie)), context())).toBe('learner 2');
  });
});
