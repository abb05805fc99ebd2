/** Whether a backup can be trusted. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { assertNodeCanLoadSqlite } from '../node-version.ts';
import { sha256, unpack } from './bytes.ts';
import { checksumOf } from './folder.ts';

/** How many rows each table holds. */
export type Counts = Readonly<Record<string, number>>;

/** Counts the rows of a data file that nobody writes. Throws a sentence, in which it is called `name`, where it is damaged or its rows point to nothing. */
export async function countsOf(file: string, name = basename(file)): Promise<Counts> {
  assertNodeCanLoadSqlite(process.versions.napi);
  const { default: Driver } = await import('better-sqlite3');
  const db = new Driver(file, { readonly: true, fileMustExist: true });
  try {
    const [first] = db.pragma('integrity_check') as { integrity_check: string }[];
    if (first?.integrity_check !== 'ok') throw new Error(`${name} is damaged: ${first?.integrity_check}.`);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error(`${name} has rows that point to nothing.`);
    const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
    if (!tables.some((table) => table.name === 'learners')) throw new Error(`${name} is no data file of Criterion.`);
    const count = (table: string) => db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${table}"`).get()?.n ?? 0;
    return Object.fromEntries(tables.map((table) => [table.name, count(table.name)]));
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Error(`${name} is damaged: ${error.message}.`);
    throw error;
  } finally {
    db.close();
  }
}

function assertThere(backup: string): void {
  if (!existsSync(backup)) throw new Error(`There is no file ${backup}.`);
}

async function assertChecksum(backup: string): Promise<void> {
  const noted = await readFile(checksumOf(backup), 'utf8').catch(() => null);
  if (noted === null) throw new Error(`${basename(checksumOf(backup))} is missing, so nothing says whether ${basename(backup)} is whole.`);
  const [expected] = noted.trim().split(/\s+/);
  if ((await sha256(backup)) !== expected) throw new Error(`${basename(backup)} is not what was written: its checksum differs.`);
}

/**
 * Unpacks a backup into `to` and checks it: the checksum, the pages of the file, and that every row points to one that is there. Returns
 * its counts. Throws a sentence that says what is wrong.
 */
export async function unpackChecked(backup: string, to: string): Promise<Counts> {
  assertThere(backup);
  await assertChecksum(backup);
  await unpack(backup, to).catch((error: NodeJS.ErrnoException) => {
    // What the disk says has a code too, and is no word about the backup.
    if (!error.code?.startsWith('Z_')) throw error;
    throw new Error(`${basename(backup)} cannot be unpacked: ${error.message}.`);
  });
  return countsOf(to, basename(backup));
}

/** Checks a backup, leaving nothing behind. Returns its counts. Throws a sentence that says what is wrong. */
export async function checkBackup(backup: string): Promise<Counts> {
  assertThere(backup); // before a folder is made beside it, where there may be none
  const folder = await mkdtemp(join(dirname(backup), '.check-'));
  try {
    return await unpackChecked(backup, join(folder, 'unpacked.db'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
