/**
 * Every table, written once over a column vocabulary. `responses`, `undone`, `self_checks`, `section_reads` and `attempts` are the log and
 * the truth; the `…_progress` tables and `review_cards` are derived from them and can be rebuilt.
 */
import type { Columns } from './columns.sqlite.ts';
import { derived } from './tables/derived.ts';
import { log } from './tables/log.ts';
import { people } from './tables/people.ts';
import { teaching } from './tables/teaching.ts';

/** Returns all tables in the words of one dialect. */
export function defineTables(c: Columns) {
  const { learnerId, ...persons } = people(c);
  const classes = teaching(c, learnerId, persons.learners);
  return { ...persons, ...log(c, learnerId, classes.assignments), ...derived(c, learnerId), ...classes };
}
export type Tables = ReturnType<typeof defineTables>;
