/** Review cards: each answer moves the cards that it bears on, in the write that records it. The arithmetic is in app/learning/review. */
import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import { marksAreOut } from '#app/learning/attempt.ts';
import type { ReviewCard } from '#app/learning/review/card.ts';
import { type AnswerLogged, cardsFrom, eventsOf } from '#app/learning/review/replay.ts';
import { cardAfter } from '#app/learning/review/schedule.ts';
import type { Database } from './database.ts';
import { markOf, regradeOf } from './marks.ts';
import { newValuesOf, prepared, value, valuesOf } from './prepared.ts';

type Scope = { learnerId: string; course: string };

const selectCards = prepared<Scope, ReviewCard[]>(({ orm, tables: { reviewCards: c } }) => {
  const { learnerId, ...columns } = getTableColumns(c);
  return orm
    .select(columns)
    .from(c)
    .where(and(eq(learnerId, value('learnerId')), eq(c.course, value('course'))));
});
const selectCard = prepared<Scope & { card: string }, ReviewCard[]>(({ orm, tables: { reviewCards: c } }) => {
  const { learnerId, ...columns } = getTableColumns(c);
  return orm
    .select(columns)
    .from(c)
    .where(and(eq(learnerId, value('learnerId')), eq(c.course, value('course')), eq(c.card, value('card'))));
});
const upsertCard = prepared<ReviewCard & { learnerId: string }, unknown>(({ orm, tables: { reviewCards: c } }) =>
  orm
    .insert(c)
    .values(valuesOf(c))
    .onConflictDoUpdate({ target: [c.learnerId, c.course, c.card], set: newValuesOf(c) }),
);

/** Returns the learner's review cards in a course, in no particular order. */
export async function reviewCardsOf(db: Database, learnerId: string, course: string): Promise<ReviewCard[]> {
  return selectCards(db, { learnerId, course });
}

/** Returns one review card; null where it has not begun. */
export async function reviewCardOf(db: Database, learnerId: string, course: string, card: string): Promise<ReviewCard | null> {
  return (await selectCard(db, { learnerId, course, card }))[0] ?? null;
}

/** Stores a card in place of what its row held before. */
export async function saveCard(tx: Database, learnerId: string, card: ReviewCard): Promise<void> {
  await upsertCard(tx, { learnerId, ...card });
}

/**
 * Moves the cards that an answer bears on, inside the write that records it. An answer that comes out of order, since a clock was set back
 * or marks were held, is put in its place: then its cards are replayed from the log.
 */
export async function countCards(tx: Database, learnerId: string, answer: AnswerLogged): Promise<void> {
  let replayed: readonly ReviewCard[] | null = null;
  for (const event of eventsOf(answer)) {
    const before = await reviewCardOf(tx, learnerId, answer.course, event.card);
    if (before && answer.at <= before.lastAt) {
      replayed ??= cardsFrom(await answersOf(tx, learnerId, answer.course));
      const card = replayed.find((made) => made.card === event.card);
      if (card) await saveCard(tx, learnerId, card);
    } else {
      await saveCard(tx, learnerId, cardAfter(before, event));
    }
  }
}

/** Every answer of a learner in a course that counts, oldest first. */
async function answersOf({ orm, tables: t }: Database, learnerId: string, course: string): Promise<AnswerLogged[]> {
  const { id, about, seconds, at } = getTableColumns(t.responses);
  const { score, misconceptions } = markOf(t);
  const { mode, card, finishedAt, releasedAt } = getTableColumns(t.attempts);
  const rows = await orm
    .select({ id, course: t.responses.course, about, score, misconceptions, seconds, at, mode, card, finishedAt, releasedAt })
    .from(t.responses)
    .innerJoin(t.attempts, eq(t.attempts.id, t.responses.attemptId))
    .leftJoin(t.undone, eq(t.undone.responseId, t.responses.id))
    .leftJoin(t.regradedMarks, regradeOf(t, t.responses))
    .where(and(eq(t.responses.learnerId, learnerId), eq(t.responses.course, course), isNull(t.undone.at)))
    .orderBy(asc(at), asc(id));
  return rows.filter(marksAreOut);
}
