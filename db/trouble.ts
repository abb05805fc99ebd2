/** What a failed query says of the disk under it. */

/**
 * - `full`: there is no room; nothing was kept, reading goes on, and it passes as soon as there is room again.
 * - `broken`: the disk refused or could not confirm a write. What the operating system still holds of earlier writes is not to be relied on.
 * - `busy`: another process held the file for longer than we wait.
 */
export type Trouble = 'full' | 'broken' | 'busy';

/** Returns the trouble behind an error, or null where the disk is not to blame. SQLite's result codes: sqlite.org/rescode.html. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return 'full';
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN') return 'broken';
  if (code.startsWith('SQLITE_BUSY')) return 'busy';
  return troubleOf(error.cause);
}
