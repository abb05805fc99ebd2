/**
 * One server per data file. The lock is one that the operating system holds for this process and drops with it, however it ends: a
 * SQLite file beside the data file, kept under an exclusive lock. A note beside it says whose it is.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { assertNodeCanLoadSqlite } from './node-version.ts';
import { makePrivate } from './private-file.ts';

export interface FileLock {
  readonly release: () => void;
}

/** A connection that nobody refers to is collected, and its lock with it. */
const held = new Set<object>();

const noteOf = (file: string) => `${file}.server`;

/** Who holds a data file, as far as their note tells; else that somebody does. */
async function holderOf(file: string): Promise<string> {
  const note = await readFile(noteOf(file), 'utf8').catch(() => '');
  const [pid, since] = note.trim().split(' ');
  return pid && since ? `process ${pid}, since ${since}` : 'another process';
}

/**
 * Takes the data file for this process. Throws a sentence that names the holder where another process has it. The commands that read, or
 * that add what a server may see at any time, need no lock.
 */
export async function lockDataFile(file: string, now: Date): Promise<FileLock> {
  assertNodeCanLoadSqlite(process.versions.napi);
  const { default: Driver } = await import('better-sqlite3');
  await makePrivate(`${file}.lock`);
  const lock = new Driver(`${file}.lock`, { timeout: 0 });
  try {
    // Kept in memory, so that no journal lies about after a crash.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    const busy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY';
    if (!busy) throw error;
    throw new Error(`it is in use by ${await holderOf(file)}. One server at a time may write it; stop that one first.`);
  }
  await writeFile(noteOf(file), `${process.pid} ${now.toISOString()}\n`);
  held.add(lock);
  return {
    release: () => {
      held.delete(lock);
      lock.close();
    },
  };
}
