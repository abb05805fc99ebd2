/** One attempt with its items and what was answered. */
import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { markOf, regradeOf } from './marks.ts';
import { prepared, value } from './prepared.ts';
import type { StoredResponse } from './responses.ts';
import type { Tables } from './tables.ts';

export type Attempt = Readonly<Tables['attempts']['$inferSelect']>;

export interface AttemptItem {
  readonly position: number;
  readonly itemId: string;
  readonly seed: number;
  /** Position of the item that this one retries, else null. */
  readonly retryOf: number | null;
  /** Why it was chosen, in a sentence, where that was for what the learner seems to believe. */
  readonly why: string | null;
}

export interface AnsweredItem extends AttemptItem {
  /** With the mark that counts. */
  readonly response: StoredResponse | null;
  /** True where a ruling lets it count for nobody, answered or not. */
  readonly voided: boolean;
}

export interface AttemptDetail extends Attempt {
  /** In the order of their positions, which run from 0 without gaps. */
  readonly items: readonly AnsweredItem[];
}

type Key = { learnerId: string; id: string };

const selectAttempt = prepared<Key, Attempt[]>(({ orm, tables: { attempts: a } }) =>
  orm
    .select()
    .from(a)
    .where(and(eq(a.id, value('id')), eq(a.learnerId, value('learnerId')))),
);

/** Returns a query for attempts' items with what was answered. */
function itemsWithAnswers({ orm, tables }: Database) {
  const { attempts: a, attemptItems: i, responses: r, regradedMarks: m } = tables;
  return orm
    .select({
      position: i.position,
      itemId: i.itemId,
      seed: i.seed,
      retryOf: i.retryOf,
      why: i.why,
      response: { ...getTableColumns(r), ...markOf(tables) },
      voided: sql`coalesce(${m.voided}, 0)`.mapWith(Boolean),
      attemptId: i.attemptId,
    })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .leftJoin(r, and(eq(r.attemptId, i.attemptId), eq(r.position, i.position)))
    .leftJoin(m, regradeOf(tables, i));
}

type WithAttempt = AnsweredItem & { readonly attemptId: string };
const itemOf = ({ attemptId: _, ...item }: WithAttempt): AnsweredItem => item;

const selectItems = prepared<Key, WithAttempt[]>((db) => {
  const { attempts: a, attemptItems: i } = db.tables;
  return itemsWithAnswers(db)
    .where(and(eq(a.id, value('id')), eq(a.learnerId, value('learnerId'))))
    .orderBy(asc(i.position));
});

const selectAttempts = prepared<{ learnerId: string }, Attempt[]>(({ orm, tables: { attempts: a } }) =>
  orm
    .select()
    .from(a)
    .where(eq(a.learnerId, value('learnerId'))),
);

const selectAllItems = prepared<{ learnerId: string }, WithAttempt[]>((db) => {
  const { attempts: a, attemptItems: i } = db.tables;
  return itemsWithAnswers(db)
    .where(eq(a.learnerId, value('learnerId')))
    .orderBy(asc(i.attemptId), asc(i.position));
});

/** Returns all attempts of a learner with their items, in two reads; attempts are in no particular order. */
export async function attemptsOf(db: Database, learnerId: string): Promise<AttemptDetail[]> {
  const items = Map.groupBy(await selectAllItems(db, { learnerId }), ({ attemptId }) => attemptId);
  return (await selectAttempts(db, { learnerId })).map((attempt) => ({ ...attempt, items: (items.get(attempt.id) ?? []).map(itemOf) }));
}

/** Returns the items of a learner's attempt with their responses. */
export async function itemsOf(db: Database, learnerId: string, id: string): Promise<AttemptDetail['items']> {
  return (await selectItems(db, { learnerId, id })).map(itemOf);
}

/** Returns an attempt with its items, and what was answered, or null where the learner has none with this id. */
export async function findAttempt(db: Database, learnerId: string, id: string): Promise<AttemptDetail | null> {
  const [attempt] = await selectAttempt(db, { learnerId, id });
  return attempt ? { ...attempt, items: await itemsOf(db, learnerId, id) } : null;
}

export interface Place extends AttemptItem {
  /** Of the attempt that the place is in. */
  readonly mode: Attempt['mode'];
  readonly course: string;
  readonly lesson: string;
  readonly finishedAt: number | null;
  readonly deadline: number | null;
  /** The key of the form that answered it, null while it is open. */
  readonly answeredBy: string | null;
}

const selectPlaces = prepared<Key, Place[]>(({ orm, tables: { attempts: a, attemptItems: i, responses: r } }) =>
  orm
    .select({
      position: i.position,
      itemId: i.itemId,
      seed: i.seed,
      retryOf: i.retryOf,
      why: i.why,
      mode: a.mode,
      course: a.course,
      lesson: a.lesson,
      finishedAt: a.finishedAt,
      deadline: a.deadline,
      answeredBy: r.formKey,
    })
    .from(a)
    .innerJoin(i, eq(i.attemptId, a.id))
    .leftJoin(r, and(eq(r.attemptId, i.attemptId), eq(r.position, i.position)))
    .where(and(eq(a.id, value('id')), eq(a.learnerId, value('learnerId'))))
    .orderBy(asc(i.position)),
);

/** Returns the places of a learner's attempt without what was answered there, empty where the learner has no such attempt. */
export async function placesOf(db: Database, learnerId: string, id: string): Promise<Place[]> {
  return selectPlaces(db, { learnerId, id });
}
