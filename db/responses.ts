/** Answers: an append-only log. Recording one counts it into progress in the same write. */
import { and, eq, getTableColumns, gte, ne } from 'drizzle-orm';
import { type AttemptMode, marksAreOut, mayAnswer } from '#app/learning/attempt.ts';
import type { CardId } from '#app/learning/review/card.ts';
import { countResponse } from './counting.ts';
import { atomically, type Database } from './database.ts';
import { markOf, regradeOf } from './marks.ts';
import { prepared, value, valuesOf } from './prepared.ts';
import type { Tables } from './tables.ts';

/** One answer as it was given and graded. `right` and `score` are null where a machine must not mark. */
export type StoredResponse = Readonly<Tables['responses']['$inferSelect']>;

/** What came of an answer: `first` is false for a repeat, with the response that was stored before. */
export interface Recorded {
  readonly first: boolean;
  readonly response: StoredResponse;
}

interface Place {
  readonly mode: AttemptMode;
  readonly card: CardId | null;
  readonly finishedAt: number | null;
  readonly releasedAt: number | null;
  readonly retryOf: number | null;
}

const selectPlace = prepared<StoredResponse, Place[]>(({ orm, tables: { attempts: a, attemptItems: i } }) =>
  orm
    .select({ mode: a.mode, card: a.card, finishedAt: a.finishedAt, releasedAt: a.releasedAt, retryOf: i.retryOf })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .where(
      and(
        eq(a.id, value('attemptId')),
        eq(a.learnerId, value('learnerId')),
        eq(a.course, value('course')),
        eq(a.lesson, value('lesson')),
        eq(i.position, value('position')),
        eq(i.itemId, value('itemId')),
      ),
    ),
);
const insertResponse = prepared<StoredResponse, { id: string }[]>(({ orm, tables: { responses: r } }) =>
  orm.insert(r).values(valuesOf(r)).onConflictDoNothing().returning({ id: r.id }),
);
const selectByPosition = prepared<StoredResponse, StoredResponse[]>(({ orm, tables: { responses: r } }) =>
  orm
    .select()
    .from(r)
    .where(and(eq(r.attemptId, value('attemptId')), eq(r.position, value('position')), eq(r.learnerId, value('learnerId')))),
);
const selectById = prepared<{ learnerId: string; id: string }, StoredResponse[]>(({ orm, tables }) => {
  const { responses: r, regradedMarks: m } = tables;
  return orm
    .select({ ...getTableColumns(r), ...markOf(tables) })
    .from(r)
    .leftJoin(m, regradeOf(tables, r))
    .where(and(eq(r.id, value('id')), eq(r.learnerId, value('learnerId'))));
});
const selectByFormKey = prepared<StoredResponse, StoredResponse[]>(({ orm, tables: { responses: r } }) =>
  orm
    .select()
    .from(r)
    .where(and(eq(r.formKey, value('formKey')), eq(r.learnerId, value('learnerId')))),
);

/**
 * Records an answer and counts it into progress, or returns the one that this position or this form key had before: a double click, a
 * replayed form and a second tab change nothing. Null where the learner has no such item in such an attempt, or it can no longer be
 * answered. The answers of a mock test are counted when it is finished.
 */
export async function recordResponse(db: Database, response: StoredResponse): Promise<Recorded | null> {
  return atomically(db, async (tx) => {
    const [place] = await selectPlace(tx, response);
    if (place && mayAnswer(place, place)) {
      const [made] = await insertResponse(tx, response);
      if (made) {
        if (marksAreOut(place)) await countResponse(tx, response.learnerId, { ...response, mode: place.mode, card: place.card });
        return { first: true, response };
      }
    }
    const [stored] = [...(await selectByPosition(tx, response)), ...(await selectByFormKey(tx, response))];
    return stored ? { first: false, response: stored } : null;
  });
}

/** Returns a response of this learner with the mark that counts, or null. */
export async function findResponse(db: Database, learnerId: string, id: string): Promise<StoredResponse | null> {
  const [row] = await selectById(db, { learnerId, id });
  return row ?? null;
}

/**
 * Returns the learner who has sent this form at or after `since`, as an answer or to start an attempt, else null. It is for a form that
 * arrives twice before the browser has the cookie that its first copy made; ask only for the last minute, since a form key is no
 * password and lives on in pages.
 */
export async function learnerByFormKey(
  { orm, tables: { attempts: a, responses: r } }: Database,
  formKey: string,
  since: number,
): Promise<string | null> {
  const [answered] = await orm
    .select({ learnerId: r.learnerId })
    .from(r)
    .where(and(eq(r.formKey, formKey), gte(r.at, since)));
  if (answered) return answered.learnerId;
  const [started] = await orm
    .select({ learnerId: a.learnerId })
    .from(a)
    .where(and(eq(a.formKey, formKey), ne(a.mode, 'check'), gte(a.startedAt, since)));
  return started?.learnerId ?? null;
}
