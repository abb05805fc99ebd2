/** An instructor says who is in a cohort and who teaches it. */
import { randomBytes } from 'node:crypto';
import type { AuditAction } from '#app/access/audit-action.ts';
import { readEmail } from '#app/access/email-address.ts';
import { type PersonLine, readPeople } from '#app/sheets/people.ts';
import { accountByEmail } from '#db/accounts.ts';
import { recordAudit } from '#db/audit.ts';
import { addInstructor, type Cohort, leaveCohort, memberEmails, removeInstructor } from '#db/cohorts.ts';
import { type Database, write } from '#db/database.ts';
import { createInvitations, endInvitation, invitationsOf } from '#db/invitations.ts';
import type { Problem, Visit, World } from '../scope.ts';
import { invitationHash } from './join-cohort.server.ts';

export interface PreviewLine extends PersonLine {
  /** What adding the list does with this line. */
  readonly effect: 'invite' | 'renew' | 'leave-out';
}

/**
 * Returns what adding this list would do, line by line. It says nothing about whether an address has an account here: everybody not in the
 * cohort yet gets a link of their own.
 */
export async function previewPeople(db: Database, cohortId: string, text: string): Promise<readonly PreviewLine[]> {
  const { lines } = readPeople(text, { known: new Set(await memberEmails(db, cohortId)) });
  const invited = new Set((await invitationsOf(db, cohortId)).map(({ email }) => email));
  return lines.map((line) => {
    if (line.problem !== null || line.email === null) return { ...line, effect: 'leave-out' };
    return { ...line, effect: invited.has(line.email) ? 'renew' : 'invite' };
  });
}

export interface MadeInvitation {
  readonly name: string;
  readonly email: string;
  readonly href: string;
}

/**
 * Keeps a place for everybody on the list that needs no mending, all in one write, and returns their links, which can be shown only now; or why
 * none was made. Where mail is set up, each gets theirs, and no mailbox more than a few in a day.
 */
export async function invitePeople(
  visit: Visit,
  actorId: string,
  cohort: Cohort,
  text: string,
): Promise<readonly MadeInvitation[] | Problem> {
  const lines = await previewPeople(visit.db, cohort.id, text);
  const people = lines.flatMap(({ effect, name, email }) =>
    effect === 'leave-out' || email === null ? [] : [{ name: name ?? '', email, token: randomBytes(24).toString('base64url') }],
  );
  if (people.length === 0) return [];
  const wait = await visit.brake.invite(actorId, people.length);
  if (wait > 0) return { problem: tooManyInvitations(wait) };
  await write(visit.db, async (tx) => {
    const [cohortId, createdAt] = [cohort.id, visit.now()];
    await createInvitations(
      tx,
      people.map(({ name, email, token }) => ({ tokenHash: invitationHash(token), cohortId, name, email, createdAt })),
    );
    const detail = `${people.length} to ${cohort.name}`;
    await recordAudit(tx, { id: visit.newId(), at: createdAt, actorId, action: 'learner-invited', subjectId: null, detail });
  });
  const made = people.map(({ name, email, token }) => ({ name, email, href: `${visit.origin}/join/${token}` }));
  const { mail } = visit;
  if (mail)
    visit.later(async () => {
      const failed: unknown[] = [];
      for (const { name, email, href } of made) {
        if (!(await visit.brake.invitation(email))) continue;
        await mail({
          to: { name, address: email },
          subject: `Join “${cohort.name}”`,
          text: `Hello${name ? ` ${name}` : ''},\n\na place is kept for you in “${cohort.name}”. This link is yours alone:\n\n${href}\n`,
        }).catch((error) => failed.push(error));
      }
      if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${made.length} invitations were not taken.`);
    });
  return made;
}

const tooManyInvitations = (wait: number) => {
  const hours = Math.ceil(wait / 3600);
  return `So many people have been invited today that the rest has to wait ${hours === 1 ? 'an hour' : `${hours} hours`}. Nobody of this list was invited.`;
};

/** Takes an invitation back: its link no longer works. */
export async function withdrawInvitation(world: World, cohortId: string, typed: string): Promise<void> {
  const email = readEmail(typed);
  if (email) await write(world.db, (tx) => endInvitation(tx, cohortId, email));
}

async function noted(
  world: World,
  entry: { readonly actorId: string; readonly subjectId: string; readonly action: AuditAction; readonly detail: string },
  act: (tx: Database) => Promise<boolean>,
): Promise<void> {
  await write(world.db, async (tx) => {
    if (await act(tx)) await recordAudit(tx, { ...entry, id: world.newId(), at: world.now() });
  });
}

/** Takes a learner out of a cohort, and notes who did. What the learner did stays theirs. */
export function removeMember(world: World, actorId: string, cohort: Cohort, subjectId: string): Promise<void> {
  const entry = { actorId, subjectId, action: 'learner-removed', detail: cohort.name } as const;
  return noted(world, entry, (tx) => leaveCohort(tx, cohort.id, subjectId, world.now()));
}

/** Lets another instructor teach along. Returns what to say where that cannot be. */
export async function addCoInstructor(world: World, actorId: string, cohort: Cohort, typed: string): Promise<Problem | null> {
  const account = await accountByEmail(world.db, readEmail(typed.slice(0, 300)) ?? '');
  // Only accounts that may teach can be found here, so the answer says nothing about learners.
  if (!account || account.role === 'learner' || account.disabledAt !== null)
    return { problem: 'No instructor has this address. An administrator gives accounts that role.' };
  const entry = { actorId, subjectId: account.learnerId, action: 'co-instructor-added', detail: cohort.name } as const;
  await noted(world, entry, async (tx) => {
    await addInstructor(tx, cohort.id, account.learnerId, world.now());
    return true;
  });
  return null;
}

/** Ends teaching along, and notes who did. */
export function removeCoInstructor(world: World, actorId: string, cohort: Cohort, subjectId: string): Promise<void> {
  const entry = { actorId, subjectId, action: 'co-instructor-removed', detail: cohort.name } as const;
  return noted(world, entry, (tx) => removeInstructor(tx, cohort.id, subjectId));
}
