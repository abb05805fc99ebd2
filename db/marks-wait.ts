/** Graded attempts whose marks are not out. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * A condition on attempts: true for a graded one that is under way, or finished with marks that wait. The partial index `attempts_marks_wait`
 * has the same; the mode stands in it as a constant, as SQLite would not use the index for one that is handed in.
 */
export const marksWait = (a: { readonly mode: SQLWrapper; readonly releasedAt: SQLWrapper }): SQL =>
  sql`${a.mode} = 'graded' and ${a.releasedAt} is null`;
