/** Who may come in: each function returns the actor, or throws the answer that somebody else gets. */
import { type AppLoadContext, redirect } from '@remix-run/node';
import { type Actor, type CohortStanding, hasAccount, type Role } from '#app/access/actor.ts';
import { canAdminister, canManageCohort, canSeeClass, canTeach, canViewCohort } from '#app/access/rules.ts';
import { currentActor } from '#app/server/session.server.ts';
import { type Cohort, findCohort, standingIn } from '#db/cohorts.ts';
import { missing } from './request.server.ts';

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

/** Returns the instructor, or administrator, who asks. */
export async function teacherFrom(request: Request, context: AppLoadContext): Promise<Member> {
  const actor = await accountFrom(request, context);
  if (!canTeach(actor)) throw refused('This part of the site is for instructors. An administrator gives accounts that role.');
  return actor;
}

export interface AtCohort {
  readonly actor: Member;
  readonly cohort: Cohort;
  readonly standing: CohortStanding;
}

type Params = Readonly<Record<string, string | undefined>>;

/** Returns who asks and the cohort of the address as they may see it. One that is not theirs is not there: its name is nobody else's business. */
export async function taughtCohortFrom(request: Request, context: AppLoadContext, params: Params): Promise<AtCohort> {
  const actor = await teacherFrom(request, context);
  const cohort = await findCohort(context.db, params.cohort ?? '');
  const standing = cohort && (await standingIn(context.db, cohort.id, actor.id));
  const may = request.method === 'GET' ? canViewCohort(actor, standing) : canManageCohort(actor, standing);
  if (!cohort || !may) throw missing('You teach no cohort under this address.');
  return { actor, cohort, standing };
}

/** Returns who asks and the cohort of the address, for those who learn in it or teach it. */
export async function classFrom(request: Request, context: AppLoadContext, params: Params): Promise<AtCohort> {
  const actor = await accountFrom(request, context);
  const cohort = await findCohort(context.db, params.cohort ?? '');
  const standing = cohort && (await standingIn(context.db, cohort.id, actor.id));
  if (!cohort || !canSeeClass(actor, standing)) throw missing('You are in no cohort under this address.');
  return { actor, cohort, standing };
}
