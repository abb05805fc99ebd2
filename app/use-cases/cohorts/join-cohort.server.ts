/** Somebody joins a cohort by its code, or by a link of their own, and leaves again. */
import { createHash } from 'node:crypto';
import { readJoinCode } from '#app/access/join-code.ts';
import { type Cohort, cohortByCode, instructorsOf, joinCohort, leaveCohort } from '#db/cohorts.ts';
import { type Database, write } from '#db/database.ts';
import { endInvitation, findInvitation } from '#db/invitations.ts';
import { waitWords } from '../accounts/brake.ts';
import type { Problem, Visit } from '../scope.ts';

export const invitationHash = (token: string) => createHash('sha256').update(token).digest('base64url');

interface Door {
  readonly cohort: Cohort;
  /** Of an invitation, whose place is then taken; null for a code. */
  readonly email: string | null;
  /** For whom an invitation is. */
  readonly name: string | null;
}

async function doorOf(db: Database, typed: string): Promise<Door | null> {
  const code = readJoinCode(typed);
  if (code) {
    const cohort = await cohortByCode(db, code);
    return cohort && { cohort, email: null, name: null };
  }
  const invitation = await findInvitation(db, invitationHash(typed.slice(0, 100)));
  return invitation && { cohort: invitation.cohort, email: invitation.email, name: invitation.name };
}

export interface Invite {
  readonly id: string;
  readonly name: string;
  readonly course: string;
  readonly instructors: readonly string[];
  readonly invited: string | null;
}

const closed = 'No cohort can be joined with this code. Check it letter by letter, or ask your instructor for the one of today.';

/**
 * Returns what a code or a link opens. Each miss counts against the learner, where one is known, and the address that it comes from, and past
 * the limit right ones are refused too, so that codes cannot be tried out.
 */
async function tryDoor(visit: Visit, db: Database, learnerId: string | null, typed: string): Promise<Door | Problem> {
  const tried = learnerId === null ? `code ${typed.slice(0, 100)}` : `joiner ${learnerId}`;
  const wait = await visit.brake.wait(tried, visit.address);
  if (wait > 0) return { problem: waitWords(wait) };
  const door = await doorOf(db, typed);
  if (door) return door;
  await visit.brake.failed(tried, visit.address);
  return { problem: closed };
}

/** Returns the cohort that a code or a link opens to whoever asks, or says that it opens none. `learnerId` is null for who is not known yet. */
export async function findInvite(visit: Visit, learnerId: string | null, typed: string): Promise<Invite | Problem> {
  const door = await tryDoor(visit, visit.db, learnerId, typed);
  if ('problem' in door) return door;
  const { cohort, name } = door;
  const instructors = (await instructorsOf(visit.db, cohort.id)).map((person) => person.name);
  return { id: cohort.id, name: cohort.name, course: cohort.course, instructors, invited: name };
}

/** Makes an account a member of the cohort that a code or link opens. Returns the cohort's id, or says that it opens none (any more). */
export async function joinByCode(visit: Visit, learnerId: string, typed: string): Promise<{ readonly cohortId: string } | Problem> {
  return write(visit.db, async (tx) => {
    const door = await tryDoor(visit, tx, learnerId, typed);
    if ('problem' in door) return door;
    await joinCohort(tx, door.cohort.id, learnerId, visit.now());
    if (door.email !== null) await endInvitation(tx, door.cohort.id, door.email);
    return { cohortId: door.cohort.id };
  });
}

/** Ends a membership at the learner's own wish; what they did stays theirs. */
export async function leave(visit: Visit, cohortId: string, learnerId: string): Promise<void> {
  await write(visit.db, (tx) => leaveCohort(tx, cohortId, learnerId, visit.now()));
}
