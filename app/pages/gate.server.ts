/** Who may come in: each function returns the actor, or throws the answer that somebody else gets. */
import { type AppLoadContext, redirect } from '@remix-run/node';
import { type Actor, hasAccount, type Role } from '#app/access/actor.ts';
import { canAdminister } from '#app/access/rules.ts';
import { currentActor } from '#app/server/session.server.ts';

export type Member = Actor & { readonly role: Role };

/** Returns who is signed in; anybody else is led to the sign-in page, and back afterwards. */
export async function accountFrom(request: Request, context: AppLoadContext): Promise<Member> {
  const actor = await currentActor(request, context);
  if (hasAccount(actor)) return actor;
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?then=${encodeURIComponent(request.method === 'GET' ? pathname + search : pathname)}`);
}

/** Refuses in our own words. */
export function refused(what: string): Response {
  return new Response(what, { status: 403 });
}

/** Returns the administrator who asks. */
export async function adminFrom(request: Request, context: AppLoadContext): Promise<Member> {
  const actor = await accountFrom(request, context);
  if (!canAdminister(actor)) throw refused('This part of the site is for its administrators.');
  return actor;
}
