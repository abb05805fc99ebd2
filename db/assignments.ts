/** What instructors set their cohorts, more time for single learners, and the attempts at it. */
import { and, asc, desc, eq, isNotNull, isNull, lt, lte, max, sql } from 'drizzle-orm';
import type { AttemptTally } from '#app/learning/score.ts';
import type { Database } from './database.ts';
import { loggedTallyIn, regradeOf, tallyIn } from './marks.ts';
import { marksWait } from './marks-wait.ts';
import type { Tables } from './tables.ts';

export type SetAssignment = Readonly<Tables['assignments']['$inferSelect']>;
export type StoredExtension = Readonly<Tables['extensions']['$inferSelect']>;

/** Keeps an assignment. The same form key again returns the id of the one that it made first. */
export async function createAssignment({ orm, tables: { assignments: a } }: Database, assignment: SetAssignment): Promise<string> {
  const made = await orm.insert(a).values(assignment).onConflictDoNothing({ target: a.formKey }).returning({ id: a.id });
  if (made[0]) return made[0].id;
  const [first] = await orm.select({ id: a.id }).from(a).where(eq(a.formKey, assignment.formKey));
  return first?.id ?? assignment.id;
}

export async function findAssignment({ orm, tables: { assignments: a } }: Database, id: string): Promise<SetAssignment | null> {
  const [found] = await orm.select().from(a).where(eq(a.id, id));
  return found ?? null;
}

/** Returns what a cohort was set, what is due last first. */
export async function assignmentsOf({ orm, tables: { assignments: a } }: Database, cohortId: string): Promise<SetAssignment[]> {
  return orm.select().from(a).where(eq(a.cohortId, cohortId)).orderBy(desc(a.dueAt), desc(a.id));
}

/** Deletes an assignment. Attempts at it stay with those who made them. */
export async function deleteAssignment({ orm, tables: { assignments: a } }: Database, id: string): Promise<void> {
  await orm.delete(a).where(eq(a.id, id));
}

/** Returns who has more time for an assignment. */
export async function extensionsOf({ orm, tables: { extensions: e } }: Database, assignmentId: string): Promise<StoredExtension[]> {
  return orm.select().from(e).where(eq(e.assignmentId, assignmentId));
}

/** Gives a learner more time, in the place of what they had before. */
export async function giveExtension({ orm, tables: { extensions: e } }: Database, extension: StoredExtension): Promise<void> {
  const { dueAt, extraMinutes, at } = extension;
  await orm
    .insert(e)
    .values(extension)
    .onConflictDoUpdate({ target: [e.assignmentId, e.learnerId], set: { dueAt, extraMinutes, at } });
}

export interface AssignedAttempt extends AttemptTally {
  readonly id: string;
  readonly learnerId: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly deadline: number | null;
  readonly releasedAt: number | null;
  /** When a regrade last came into force for it; null where its marks are those of the log. */
  readonly regradedAt: number | null;
  /** What it came to before any regrade. */
  readonly logged: AttemptTally;
}

/** Returns the attempts at an assignment, oldest first, of all or of one learner. */
export async function attemptsAt({ orm, tables }: Database, assignmentId: string, learnerId?: string): Promise<AssignedAttempt[]> {
  const { attempts: a, attemptItems: i, responses: r, regradedMarks: m, regradedAttempts: ga } = tables;
  return orm
    .select({
      id: a.id,
      learnerId: a.learnerId,
      startedAt: a.startedAt,
      finishedAt: a.finishedAt,
      deadline: a.deadline,
      releasedAt: a.releasedAt,
      regradedAt: max(ga.appliedAt),
      logged: loggedTallyIn(tables),
      ...tallyIn(tables),
    })
    .from(a)
    .innerJoin(i, and(eq(i.attemptId, a.id), isNull(i.retryOf)))
    .leftJoin(r, and(eq(r.attemptId, i.attemptId), eq(r.position, i.position)))
    .leftJoin(m, regradeOf(tables, i))
    .leftJoin(ga, and(eq(ga.attemptId, m.attemptId), eq(ga.regradeId, m.regradeId)))
    .where(and(eq(a.assignmentId, assignmentId), learnerId === undefined ? undefined : eq(a.learnerId, learnerId)))
    .groupBy(a.id)
    .orderBy(asc(a.startedAt), asc(a.id));
}

/** Returns who has begun which assignment of a cohort, and who has more time for it. */
export async function begunAndExtended({ orm, tables: { assignments: s, attempts: a, extensions: e } }: Database, cohortId: string) {
  const begun = await orm
    .selectDistinct({ assignmentId: s.id, learnerId: a.learnerId })
    .from(s)
    .innerJoin(a, eq(a.assignmentId, s.id))
    .where(eq(s.cohortId, cohortId));
  const extended = await orm
    .select({ assignmentId: e.assignmentId, learnerId: e.learnerId, dueAt: e.dueAt, extraMinutes: e.extraMinutes })
    .from(e)
    .innerJoin(s, eq(s.id, e.assignmentId))
    .where(eq(s.cohortId, cohortId));
  return { begun, extended };
}

/** Returns the open attempts whose deadline lies before `before`. */
export async function attemptsPast({ orm, tables: { attempts: a } }: Database, before: number) {
  return orm
    .select({ id: a.id, learnerId: a.learnerId })
    .from(a)
    .where(and(marksWait(a), lt(a.deadline, before), isNull(a.finishedAt)));
}

/** Returns the finished attempts whose marks wait though at `now` everybody's time is over, extensions included. */
export async function attemptsToRelease({ orm, tables: { attempts: a, assignments: s, extensions: e } }: Database, now: number) {
  const later = sql`exists (select 1 from ${e} where ${e.assignmentId} = ${s.id} and ${e.dueAt} > ${now})`;
  return orm
    .select({ id: a.id, learnerId: a.learnerId })
    .from(a)
    .leftJoin(s, eq(s.id, a.assignmentId))
    .where(and(marksWait(a), eq(a.held, true), isNotNull(a.finishedAt), sql`(${s.id} is null or (${lte(s.dueAt, now)} and not ${later}))`));
}

/** Keeps what stands in a form that is not sent yet, in the place of what was kept before. */
export async function saveDraft(
  { orm, tables: { drafts: d } }: Database,
  draft: { readonly attemptId: string; readonly position: number; readonly form: string; readonly at: number },
): Promise<void> {
  const { form, at } = draft;
  await orm
    .insert(d)
    .values(draft)
    .onConflictDoUpdate({ target: [d.attemptId, d.position], set: { form, at } });
}

/** Returns the drafts of an attempt, by position. */
export async function draftsOf({ orm, tables: { drafts: d } }: Database, attemptId: string) {
  return orm.select({ position: d.position, form: d.form }).from(d).where(eq(d.attemptId, attemptId));
}
