/** The mark of a response: that of a regrade in force, else the one in the log. Whoever reads a mark reads it through here. */
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Tables } from './tables.ts';

/** The row in force for a place, for a left join. Mostly there is none: the look-up by primary key is all that it costs. */
export function regradeOf({ regradedMarks: m }: Tables, place: { readonly attemptId: unknown; readonly position: unknown }) {
  return and(sql`${m.attemptId} = ${place.attemptId}`, sql`${m.position} = ${place.position}`, eq(m.inForce, true));
}

/** The mark of a joined response, with the names of its columns. */
export function markOf({ responses: r, regradedMarks: m }: Tables) {
  const effective = (ruled: unknown, logged: unknown) => sql`case when ${m.attemptId} is null then ${logged} else ${ruled} end`;
  return {
    score: effective(m.score, r.score) as SQL<number | null>,
    right: effective(m.right, r.right).mapWith(r.right) as SQL<boolean | null>,
    misconceptions: effective(m.misconceptions, r.misconceptions).mapWith(r.misconceptions) as SQL<readonly string[]>,
  };
}

/** The score in the log where a regrade's stands in its place, else null. For the queries of `markOf`. */
export const scoreBefore = ({ responses: r, regradedMarks: m }: Tables): SQL<number | null> =>
  sql<number | null>`case when ${m.attemptId} is not null then ${r.score} end`;

/** What adds up over the items of an attempt: what stands for one, for an answer to it, and for its score; what is null is left out. */
const added = (item: SQL, answer: SQLWrapper, score: SQLWrapper) => ({
  items: sql`count(${item})`.mapWith(Number),
  answered: sql`count(${answer})`.mapWith(Number),
  marked: sql`count(${score})`.mapWith(Number),
  scoreSum: sql`coalesce(sum(${score}), 0)`.mapWith(Number),
});

/** What an attempt comes to, for a query grouped by attempt over its items without retries: as `tallyOf` adds up. Voided places are left out. */
export function tallyIn(tables: Tables) {
  const { responses: r, regradedMarks: m } = tables;
  const standing = (one: unknown) => sql`case when ${m.voided} then null else ${one} end`;
  return added(standing(sql`1`), standing(r.id), markOf(tables).score);
}

/** What an attempt comes to by the marks in its log alone, as it was before any regrade. For the query of `tallyIn`. */
export const loggedTallyIn = ({ responses: r }: Tables) => added(sql`1`, r.id, r.score);
