/**
 * Who is asking. A learner is known by a random token in a cookie; the database has only its SHA-256, so a stolen copy of the file opens
 * no session. The first thing worth keeping creates the learner. Signing in gives a new token; the session of an anonymous learner who was
 * here before is laid aside in a second cookie, so that this work can be brought along, or found again after signing out.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type AppLoadContext, createCookie } from '@remix-run/node';
import type { Actor } from '#app/access/actor.ts';
import type { Keep } from '#app/use-cases/scope.ts';
import { write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { learnerByFormKey } from '#db/responses.ts';
import { actorByTokenHash, createSession, deleteSession } from '#db/sessions.ts';

const yearSeconds = 365 * 24 * 60 * 60;
/** A form that arrives twice before the first reply does so within moments. */
const sentTwiceWithin = 60_000;

const shared = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: yearSeconds } as const;
const cookiesFor = (prefix: string, secure: boolean) => ({
  session: createCookie(`${prefix}criterion`, { ...shared, secure }),
  aside: createCookie(`${prefix}criterion-aside`, { ...shared, secure }),
});
const plainCookies = cookiesFor('', false);
const secureCookies = cookiesFor('__Host-', true);

const cookiesOf = (context: AppLoadContext) => (context.secure ? secureCookies : plainCookies);
const newToken = () => randomBytes(32).toString('base64url');

/** Returns what the database has of a token: its SHA-256. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Every loader of a page asks who is there; the context lives as long as the request, so one look-up serves them all. */
const asked = new WeakMap<AppLoadContext, Promise<Actor | null>>();

/** Returns who sent `request`, or null for a visitor who has kept nothing yet. */
export function currentActor(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const answer = asked.get(context) ?? lookUp(request, context);
  asked.set(context, answer);
  return answer;
}

/** Returns the id of the learner whose browser sent `request`, or null for a visitor who has kept nothing yet. */
export async function currentLearner(request: Request, context: AppLoadContext): Promise<string | null> {
  return (await currentActor(request, context))?.id ?? null;
}

async function tokenIn(request: Request, context: AppLoadContext, which: 'session' | 'aside'): Promise<string | null> {
  const header = request.headers.get('Cookie');
  if (!header) return null;
  const token: unknown = await cookiesOf(context)[which].parse(header);
  return typeof token === 'string' && token.length > 0 && token.length <= 100 ? token : null;
}

async function lookUp(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const token = await tokenIn(request, context, 'session');
  return token ? actorByTokenHash(context.db, hashOf(token), context.now()) : null;
}

/**
 * Returns how to keep something for whoever asks, and the headers to answer with. Where there is no learner yet, one is made in the same
 * write as what is kept, so that nothing is half done.
 */
export async function keeper(request: Request, context: AppLoadContext): Promise<{ keep: Keep; headers: Headers }> {
  const headers = new Headers();
  const known = await currentLearner(request, context);
  if (known) return { keep: (_formKey, act) => act(context.db, known), headers };

  const keep: Keep = async (formKey, act) => {
    const token = newToken();
    const now = context.now();
    const [learnerId, kept] = await write(context.db, async (tx) => {
      const id = (await learnerByFormKey(tx, formKey, now - sentTwiceWithin)) ?? context.newId();
      await createLearner(tx, { id, now });
      await createSession(tx, { tokenHash: hashOf(token), learnerId: id, createdAt: now, expiresAt: now + yearSeconds * 1000 });
      return [id, await act(tx, id)] as const;
    });
    asked.set(context, Promise.resolve({ id: learnerId, role: 'anonymous' }));
    headers.append('Set-Cookie', await cookiesOf(context).session.serialize(token));
    return kept;
  };
  return { keep, headers };
}

/** Returns the hash of the session that `request` came with, or null: all other sessions of an account can then be ended. */
export async function sessionHash(request: Request, context: AppLoadContext): Promise<string | null> {
  const token = await tokenIn(request, context, 'session');
  return token ? hashOf(token) : null;
}

/**
 * Opens a session of `learnerId` under a new token, in the place of the one that `request` came with, and returns the headers that tell
 * the browser. A session of another, anonymous learner is laid aside instead of ended.
 */
export async function openSession(request: Request, context: AppLoadContext, learnerId: string): Promise<Headers> {
  const [before, old, now] = [await currentActor(request, context), await tokenIn(request, context, 'session'), context.now()];
  const layAside = before?.role === 'anonymous' && before.id !== learnerId;
  const token = newToken();
  await write(context.db, async (tx) => {
    await createSession(tx, { tokenHash: hashOf(token), learnerId, createdAt: now, expiresAt: now + yearSeconds * 1000 });
    if (old && !layAside) await deleteSession(tx, hashOf(old));
  });
  asked.delete(context);
  const { session, aside } = cookiesOf(context);
  const headers = new Headers({ 'Set-Cookie': await session.serialize(token) });
  if (old && layAside) headers.append('Set-Cookie', await aside.serialize(old));
  return headers;
}

/**
 * Pages are kept for the way back, which on a shared device leads whoever comes next into the record of who was here: leaving empties that.
 * Browsers heed it over https and on this machine (W3C Clear Site Data).
 */
const leavesNothing = ['Clear-Site-Data', '"cache"'] as const;

/** Ends the session that `request` came with. Returns the headers that put the one laid aside back in its place, if there is one. */
export async function endSession(request: Request, context: AppLoadContext): Promise<Headers> {
  const token = await tokenIn(request, context, 'session');
  if (token) await deleteSession(context.db, hashOf(token));
  const [old, headers] = [await tokenIn(request, context, 'aside'), await forgetSession(context)];
  if (!old || !(await learnerAside(request, context))) return headers;
  return new Headers([
    ['Set-Cookie', await cookiesOf(context).session.serialize(old)],
    ['Set-Cookie', await forgetAside(context)],
    [...leavesNothing],
  ]);
}

/** Returns the id of the anonymous learner whose session is laid aside in this browser, or null. */
export async function learnerAside(request: Request, context: AppLoadContext): Promise<string | null> {
  const token = await tokenIn(request, context, 'aside');
  const actor = token ? await actorByTokenHash(context.db, hashOf(token), context.now()) : null;
  return actor?.role === 'anonymous' ? actor.id : null;
}

/** Returns the header value that makes the browser forget the session laid aside. */
export function forgetAside(context: AppLoadContext): Promise<string> {
  return cookiesOf(context).aside.serialize('', { maxAge: 0 });
}

/** Returns the headers that make the browser forget the session, and the pages it has kept. */
export async function forgetSession(context: AppLoadContext): Promise<Headers> {
  return new Headers([['Set-Cookie', await cookiesOf(context).session.serialize('', { maxAge: 0 })], [...leavesNothing]]);
}
