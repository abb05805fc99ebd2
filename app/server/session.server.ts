/**
 * Who is asking. A learner is known by a random token in a cookie; the database has only its SHA-256, so a stolen copy of the file opens
 * no session. The first thing worth keeping creates the learner.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type AppLoadContext, createCookie } from '@remix-run/node';
import type { Keep } from '#app/use-cases/scope.ts';
import { write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { learnerByFormKey } from '#db/responses.ts';
import { createSession, learnerByTokenHash } from '#db/sessions.ts';

const yearSeconds = 365 * 24 * 60 * 60;
/** A form that arrives twice before the first reply does so within moments. */
const sentTwiceWithin = 60_000;

const shared = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: yearSeconds } as const;
const plainCookie = createCookie('criterion', shared);
const secureCookie = createCookie('__Host-criterion', { ...shared, secure: true });

const cookieOf = (context: AppLoadContext) => (context.secure ? secureCookie : plainCookie);
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Every loader of a page asks who is there; the context lives as long as the request, so one look-up serves them all. */
const asked = new WeakMap<AppLoadContext, Promise<string | null>>();

/** Returns the id of the learner whose browser sent `request`, or null for a visitor who has kept nothing yet. */
export function currentLearner(request: Request, context: AppLoadContext): Promise<string | null> {
  const answer = asked.get(context) ?? lookUp(request, context);
  asked.set(context, answer);
  return answer;
}

async function lookUp(request: Request, context: AppLoadContext): Promise<string | null> {
  const header = request.headers.get('Cookie');
  if (!header) return null;
  const token: unknown = await cookieOf(context).parse(header);
  if (typeof token !== 'string' || token.length > 100) return null;
  return learnerByTokenHash(context.db, hashOf(token), context.now());
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
    const token = randomBytes(32).toString('base64url');
    const now = context.now();
    const [learnerId, kept] = await write(context.db, async (tx) => {
      const id = (await learnerByFormKey(tx, formKey, now - sentTwiceWithin)) ?? context.newId();
      await createLearner(tx, { id, now });
      await createSession(tx, { tokenHash: hashOf(token), learnerId: id, createdAt: now, expiresAt: now + yearSeconds * 1000 });
      return [id, await act(tx, id)] as const;
    });
    asked.set(context, Promise.resolve(learnerId));
    headers.append('Set-Cookie', await cookieOf(context).serialize(token));
    return kept;
  };
  return { keep, headers };
}

/** Returns the headers that make the browser forget the session. */
export async function forgetSession(context: AppLoadContext): Promise<Headers> {
  return new Headers({ 'Set-Cookie': await cookieOf(context).serialize('', { maxAge: 0 }) });
}
