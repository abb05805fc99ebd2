/**
 * Every table, written once over a column vocabulary. `responses`, `undone`, `self_checks`, `section_reads` and `attempts` are the log and
 * the truth, with `regraded_marks` in the place of single marks; the `…_progress` tables and `review_cards` are derived from them and can be rebuilt.
 */
import type { Columns } from './columns.sqlite.ts';
import { derived } from './tables/derived.ts';
import { log } from './tables/log.ts';
import { people } from './tables/people.ts';
import { regrading } from './tables/regrading.ts';
import { teaching } from './tables/teaching.ts';

/** Returns all tables in the words of one dialect. */
export function defineTables(c: Columns) {
  const { learnerId, ...persons } = people(c);
  const classes = teaching(c, learnerId, persons.learners);
  const logged = log(c, learnerId, classes.assignments);
  const regraded = regrading(c, learnerId, { ...persons, ...classes, ...logged });
  return { ...persons, ...logged, ...regraded, ...derived(c, learnerId), ...classes };
}
export type Tables = ReturnType<typeof defineTables>;
