/** What a learner has reviewed, and how much of it they want in a day. */
import { and, asc, count, desc, eq, gte, isNull, max, or } from 'drizzle-orm';
import type { CardId } from '#app/learning/review/card.ts';
import type { ReviewLimits } from '#app/learning/review/plan.ts';
import type { Database } from './database.ts';
import { marksWait } from './marks-wait.ts';
import { prepared, value } from './prepared.ts';

type Scope = { learnerId: string; course: string };

const selectLimits = prepared<Scope, ReviewLimits[]>(({ orm, tables: { reviewLimits: l } }) =>
  orm
    .select({ newPerDay: l.newPerDay, perDay: l.perDay })
    .from(l)
    .where(and(eq(l.learnerId, value('learnerId')), eq(l.course, value('course')))),
);

/** Returns the limits that the learner has chosen; null where they have chosen none. */
export async function reviewLimitsOf(db: Database, learnerId: string, course: string): Promise<ReviewLimits | null> {
  return (await selectLimits(db, { learnerId, course }))[0] ?? null;
}

/** Keeps the limits that the learner has chosen. */
export async function keepReviewLimits(db: Database, learnerId: string, course: string, limits: ReviewLimits, now: number): Promise<void> {
  const { reviewLimits: l } = db.tables;
  const chosen = { ...limits, chosenAt: now };
  await db.orm
    .insert(l)
    .values({ learnerId, course, ...chosen })
    .onConflictDoUpdate({ target: [l.learnerId, l.course], set: chosen });
}

const selectCount = prepared<Scope & { since: number }, { n: number }[]>(({ orm, tables: { attempts: a, responses: r, undone: u } }) =>
  orm
    .select({ n: count() })
    .from(a)
    .innerJoin(r, eq(r.attemptId, a.id))
    .leftJoin(u, eq(u.responseId, r.id))
    .where(
      and(
        eq(a.learnerId, value('learnerId')),
        eq(a.course, value('course')),
        eq(a.mode, 'review'),
        gte(r.at, value('since')),
        isNull(u.at),
      ),
    ),
);

/** Returns how many reviews the learner has answered from `since` on and not taken back. */
export async function reviewsSince(db: Database, learnerId: string, course: string, since: number): Promise<number> {
  return (await selectCount(db, { learnerId, course, since }))[0]?.n ?? 0;
}

export interface LastReview {
  readonly attemptId: string;
  readonly responseId: string;
  readonly card: CardId | null;
  readonly at: number;
  /** When it was taken back; null where it stands. */
  readonly undoneAt: number | null;
}

/** Returns the learner's last answer in a review of this course, taken back or not; null before the first. */
export async function lastReview(
  { orm, tables: { attempts: a, responses: r, undone: u } }: Database,
  learnerId: string,
  course: string,
): Promise<LastReview | null> {
  const [row] = await orm
    .select({ attemptId: a.id, responseId: r.id, card: a.card, at: r.at, undoneAt: u.at })
    .from(a)
    .innerJoin(r, eq(r.attemptId, a.id))
    .leftJoin(u, eq(u.responseId, r.id))
    .where(and(eq(a.learnerId, learnerId), eq(a.course, course), eq(a.mode, 'review')))
    .orderBy(desc(r.at), desc(r.id))
    .limit(1);
  return row ?? null;
}

/** Returns the reviews that the learner has begun and not answered, oldest first. */
export async function openReviews(
  { orm, tables: { attempts: a, attemptItems: i } }: Database,
  learnerId: string,
  course: string,
): Promise<{ readonly id: string; readonly card: CardId | null; readonly itemId: string }[]> {
  return orm
    .select({ id: a.id, card: a.card, itemId: i.itemId })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .where(and(eq(a.learnerId, learnerId), eq(a.course, course), eq(a.mode, 'review'), isNull(a.finishedAt)))
    .orderBy(asc(a.startedAt), asc(a.id));
}

/** Returns when the learner last answered each item of a course, whether or not the answer was taken back. */
export async function itemsMet(
  { orm, tables: { responses: r } }: Database,
  learnerId: string,
  course: string,
): Promise<{ readonly itemId: string; readonly at: number | null }[]> {
  return orm
    .select({ itemId: r.itemId, at: max(r.at) })
    .from(r)
    .where(and(eq(r.learnerId, learnerId), eq(r.course, course)))
    .groupBy(r.itemId);
}

/** Returns the items of the learner's tests whose marks are not out, as `marksAreOut` says: their key must not be told yet. */
export async function itemsUnderTest(
  { orm, tables: { attempts: a, attemptItems: i } }: Database,
  learnerId: string,
  course: string,
): Promise<string[]> {
  const rows = await orm
    .selectDistinct({ itemId: i.itemId })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .where(and(eq(a.learnerId, learnerId), eq(a.course, course), or(and(eq(a.mode, 'mock'), isNull(a.finishedAt)), marksWait(a))));
  return rows.map(({ itemId }) => itemId);
}
