/** Decisions about the marks of an assignment, what they change, and how to go back. Call the changing ones inside a write. */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Mark } from '#app/quiz/ruling.ts';
import type { Database } from './database.ts';
import { markOf, regradeOf } from './marks.ts';
import { deriveAnew } from './rebuild.ts';
import type { Tables } from './tables.ts';

export type StoredRegrade = Readonly<Tables['regrades']['$inferSelect']>;

/** A place of an attempt at an assignment: what was answered there, and the mark that counts. */
export interface MarkedPlace {
  readonly attemptId: string;
  readonly learnerId: string;
  readonly finishedAt: number | null;
  readonly position: number;
  readonly itemId: string;
  /** Null where it was left open. */
  readonly answer: Tables['responses']['$inferSelect']['answer'] | null;
  readonly contentVersion: string | null;
  readonly score: number | null;
  readonly right: boolean | null;
  readonly voided: boolean;
}

/** Returns every place of every attempt at an assignment, attempt by attempt. */
export async function placesAt({ orm, tables }: Database, assignmentId: string): Promise<MarkedPlace[]> {
  const { attempts: a, attemptItems: i, responses: r, regradedMarks: m } = tables;
  const { score, right } = markOf(tables);
  return orm
    .select({
      attemptId: a.id,
      learnerId: a.learnerId,
      finishedAt: a.finishedAt,
      position: i.position,
      itemId: i.itemId,
      answer: r.answer,
      contentVersion: r.contentVersion,
      score,
      right,
      voided: sql`coalesce(${m.voided}, 0)`.mapWith(Boolean),
    })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .leftJoin(r, and(eq(r.attemptId, i.attemptId), eq(r.position, i.position)))
    .leftJoin(m, regradeOf(tables, i))
    .where(eq(a.assignmentId, assignmentId))
    .orderBy(asc(a.startedAt), asc(a.id), asc(i.position));
}

/** Returns the content versions that answers at an assignment, given after `since`, were graded under. */
export async function versionsAt({ orm, tables: { attempts: a, responses: r } }: Database, assignmentId: string, since: number) {
  const rows = await orm
    .selectDistinct({ version: r.contentVersion })
    .from(a)
    .innerJoin(r, eq(r.attemptId, a.id))
    .where(and(eq(a.assignmentId, assignmentId), gt(r.at, since)));
  return rows.map(({ version }) => version).sort();
}

/** Returns the decisions about an assignment, the latest first. */
export async function regradesOf({ orm, tables: { regrades: g } }: Database, assignmentId: string): Promise<StoredRegrade[]> {
  return orm.select().from(g).where(eq(g.assignmentId, assignmentId)).orderBy(desc(g.decidedAt), desc(g.id));
}

/** Returns the decisions that stand on what a cohort was set, with the title of each assignment, the earliest first. */
export async function standingIn({ orm, tables: { regrades: g, assignments: s } }: Database, cohortId: string) {
  return orm
    .select({ assignmentId: s.id, title: s.title, basis: g.basis, changed: g.changed })
    .from(g)
    .innerJoin(s, eq(s.id, g.assignmentId))
    .where(and(eq(s.cohortId, cohortId), eq(g.applied, true), isNull(g.undoneAt)))
    .orderBy(asc(g.decidedAt), asc(g.id));
}

export interface NewRegrade extends Omit<StoredRegrade, 'undoneBy' | 'undoneAt' | 'underWay'> {
  readonly attempts: readonly { readonly attemptId: string; readonly before: number | null; readonly after: number | null }[];
  readonly marks: readonly (Mark & { readonly attemptId: string; readonly position: number })[];
}

/** Rows in one statement: a database takes only so many values at once. */
const rowsAtOnce = 500;

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await insert(rows.slice(from, from + rowsAtOnce));
}

/**
 * Keeps a decision, and of one that is applied what it will change; `moveOne` then puts that in force, learner by learner. False where this
 * form key decided before.
 */
export async function keepRegrade(tx: Database, { attempts, marks, ...regrade }: NewRegrade): Promise<boolean> {
  const { regrades: g, regradedAttempts: ga, regradedMarks: m } = tx.tables;
  const made = await tx.orm
    .insert(g)
    .values({ ...regrade, undoneBy: null, undoneAt: null, underWay: regrade.applied })
    .onConflictDoNothing({ target: g.formKey })
    .returning({ id: g.id });
  if (made.length === 0) return false;
  if (!regrade.applied) return true;
  const regradeId = regrade.id;
  await inParts(attempts, (part) =>
    tx.orm.insert(ga).values(part.map(({ attemptId, before, after }) => ({ attemptId, before, after, regradeId }))),
  );
  await inParts(marks, (part) => tx.orm.insert(m).values(part.map((mark) => ({ ...mark, regradeId, inForce: false }))));
  return true;
}

/**
 * Says that the latest regrade of an assignment that stands is undone; `moveOne` then puts the marks back, learner by learner. Null, and
 * nothing changes, where `id` is not the latest that stands, or one is still under way.
 */
export async function undoRegrade(
  tx: Database,
  assignmentId: string,
  id: string,
  { by, at }: { readonly by: string; readonly at: number },
): Promise<StoredRegrade | null> {
  const { regrades: g } = tx.tables;
  const decisions = await regradesOf(tx, assignmentId);
  const latest = decisions.find(stands);
  if (latest?.id !== id || decisions.some(({ underWay }) => underWay)) return null;
  await tx.orm.update(g).set({ undoneBy: by, undoneAt: at, underWay: true }).where(eq(g.id, id));
  return latest;
}

/** True where a decision was to apply, and is not undone. */
export const stands = ({ applied, undoneAt }: StoredRegrade) => applied && undoneAt === null;

/** Returns the ids of the regrades that have not reached every learner yet, the earliest first. */
export async function regradesUnderWay({ orm, tables: { regrades: g } }: Database): Promise<string[]> {
  const rows = await orm.select({ id: g.id }).from(g).where(eq(g.underWay, true)).orderBy(asc(g.decidedAt), asc(g.id));
  return rows.map(({ id }) => id);
}

/**
 * Puts what a regrade says, or its being undone, in force for one more learner, with progress derived anew, inside a write of its own. False
 * where nobody waits for it any more.
 */
export async function moveOne(tx: Database, regradeId: string, now: number): Promise<boolean> {
  const { regrades: g, regradedAttempts: ga, attempts: a } = tx.tables;
  const [regrade] = await tx.orm.select().from(g).where(eq(g.id, regradeId));
  if (!regrade?.underWay) return false;
  const undoing = regrade.undoneAt !== null;
  const waiting = and(eq(ga.regradeId, regradeId), isNull(ga.undoneAt), (undoing ? isNotNull : isNull)(ga.appliedAt));
  const [next] = await tx.orm.select({ learnerId: a.learnerId }).from(ga).innerJoin(a, eq(a.id, ga.attemptId)).where(waiting).limit(1);
  if (!next) {
    await tx.orm.update(g).set({ underWay: false }).where(eq(g.id, regradeId));
    return false;
  }
  const attempts = await tx.orm
    .select({ id: ga.attemptId })
    .from(ga)
    .innerJoin(a, and(eq(a.id, ga.attemptId), eq(a.learnerId, next.learnerId)))
    .where(waiting);
  for (const { id } of attempts) {
    await (undoing ? putBack : putInForce)(tx, id, regradeId);
    const done = undoing ? { undoneAt: now } : { appliedAt: now };
    await tx.orm
      .update(ga)
      .set(done)
      .where(and(eq(ga.attemptId, id), eq(ga.regradeId, regradeId)));
  }
  await deriveAnew(tx, next.learnerId);
  return true;
}

const ofRegrade = ({ regradedMarks: m }: Tables, attemptId: string, regradeId: string) =>
  and(eq(m.attemptId, attemptId), eq(m.regradeId, regradeId));

async function putInForce({ orm, tables }: Database, attemptId: string, regradeId: string): Promise<void> {
  const { regradedMarks: m } = tables;
  const positions = orm
    .select({ position: m.position })
    .from(m)
    .where(ofRegrade(tables, attemptId, regradeId));
  await orm
    .update(m)
    .set({ inForce: false })
    .where(and(eq(m.attemptId, attemptId), eq(m.inForce, true), inArray(m.position, positions)));
  await orm
    .update(m)
    .set({ inForce: true })
    .where(ofRegrade(tables, attemptId, regradeId));
}

/** Takes the marks of a regrade out of force; those of the latest regrade that stands for the same place come back. */
async function putBack({ orm, tables }: Database, attemptId: string, regradeId: string): Promise<void> {
  const { regrades: g, regradedMarks: m } = tables;
  await orm
    .update(m)
    .set({ inForce: false })
    .where(ofRegrade(tables, attemptId, regradeId));
  const left = await orm
    .select({ position: m.position })
    .from(m)
    .where(ofRegrade(tables, attemptId, regradeId));
  for (const { position } of left) {
    const [before] = await orm
      .select({ regradeId: m.regradeId })
      .from(m)
      .innerJoin(g, and(eq(g.id, m.regradeId), isNull(g.undoneAt)))
      .where(and(eq(m.attemptId, attemptId), eq(m.position, position)))
      .orderBy(desc(g.decidedAt), desc(g.id))
      .limit(1);
    if (!before) continue;
    await orm
      .update(m)
      .set({ inForce: true })
      .where(and(ofRegrade(tables, attemptId, before.regradeId), eq(m.position, position)));
  }
}

/** Returns the attempts that a regrade bears on, with their scores before and after. */
export async function regradedBy({ orm, tables: { regradedAttempts: ga, attempts: a } }: Database, regradeIds: readonly string[]) {
  const { learnerId } = a;
  const { regradeId, attemptId, before, after, appliedAt, undoneAt } = ga;
  return orm
    .select({ regradeId, attemptId, learnerId, before, after, appliedAt, undoneAt })
    .from(ga)
    .innerJoin(a, eq(a.id, ga.attemptId))
    .where(inArray(ga.regradeId, [...regradeIds]))
    .orderBy(asc(a.startedAt), asc(a.id));
}

/**
 * Returns the regrades that came into force for a learner's attempts whose marks are out, the latest first, undone ones too: in a cohort, or
 * of one attempt.
 */
export async function regradesFor(
  { orm, tables: { regrades: g, regradedAttempts: ga, attempts: a, assignments: s, accounts: c } }: Database,
  learnerId: string,
  of: { readonly cohortId: string } | { readonly assignmentId: string } | { readonly attemptId: string },
) {
  const scope =
    'cohortId' in of ? eq(s.cohortId, of.cohortId) : 'assignmentId' in of ? eq(s.id, of.assignmentId) : eq(ga.attemptId, of.attemptId);
  return orm
    .select({
      id: g.id,
      assignmentId: g.assignmentId,
      title: s.title,
      attemptId: ga.attemptId,
      changed: g.changed,
      note: g.note,
      by: c.name,
      at: g.decidedAt,
      undoneAt: ga.undoneAt,
      before: ga.before,
      after: ga.after,
    })
    .from(ga)
    .innerJoin(g, eq(g.id, ga.regradeId))
    .innerJoin(a, and(eq(a.id, ga.attemptId), eq(a.learnerId, learnerId), isNotNull(a.releasedAt)))
    .leftJoin(s, eq(s.id, g.assignmentId))
    .leftJoin(c, eq(c.learnerId, g.decidedBy))
    .where(and(isNotNull(ga.appliedAt), scope))
    .orderBy(desc(g.decidedAt), desc(g.id));
}

/** A decision about marks as its learner is told of it. */
export type Regrade = Awaited<ReturnType<typeof regradesFor>>[number];
export type ToldRegrade = Awaited<ReturnType<typeof regradesFor>>[number];
