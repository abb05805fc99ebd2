/** Graded attempts whose marks are not out. */
import { type SQL, sql } from 'drizzle-orm';
import type { Tables } from './tables.ts';

/**
 * A condition on attempts: true for a graded one that is under way, or finished with marks that wait. It stands as the partial index
 * `attempts_marks_wait` has it, constant and all, as SQLite would not use the index otherwise.
 */
export const marksWait = (a: Tables['attempts']): SQL => sql`${a.mode} = 'graded' and ${a.releasedAt} is null`;
