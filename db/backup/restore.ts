/** A backup put in the place of a data file. */
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lockDataFile } from '../file-lock.ts';
import { assertNotNewer } from '../migrate.ts';
import { sync } from './bytes.ts';
import { type Counts, unpackChecked } from './check.ts';

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/** Throws where this version cannot run with the file. */
async function assertFits(file: string, backup: string): Promise<void> {
  const { default: Driver } = await import('better-sqlite3');
  const db = new Driver(file, { readonly: true });
  try {
    assertNotNewer({ client: db });
  } catch (error) {
    throw new Error(`${basename(backup)} cannot be restored here: ${error instanceof Error ? error.message : error}`);
  } finally {
    db.close();
  }
}

export interface Restored {
  readonly counts: Counts;
  /** Where the file that was there before is kept; null where there was none. */
  readonly kept: string | null;
}

/** Moves a data file aside with what stands in its log, so that the moved file is whole by itself. */
async function setAside(file: string, to: string): Promise<void> {
  const { default: Driver } = await import('better-sqlite3');
  try {
    const db = new Driver(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  } catch {
    // A damaged file is a reason to restore: it is kept as it is, with its companions.
  }
  await rename(file, to);
  for (const companion of ['-wal', '-shm']) if (await isThere(file + companion)) await rename(file + companion, to + companion);
}

/**
 * Puts a backup in the place of `file`, after checking it. A file that is there is kept beside it under another name, and only with
 * `replace`. Throws a sentence where the backup is damaged or from a newer version, a server uses the file, or there is a file and
 * `replace` is false.
 */
export async function restoreBackup(
  backup: string,
  file: string,
  { replace, now }: { readonly replace: boolean; readonly now: Date },
): Promise<Restored> {
  await mkdir(dirname(file), { recursive: true });
  const before = await isThere(file);
  if (before && !replace) throw new Error(`${file} is there already; nothing was changed. Say --replace to put the backup in its place.`);
  const lock = await lockDataFile(file, now).catch((error) => {
    throw new Error(`${file} cannot be replaced: ${error instanceof Error ? error.message : error}`);
  });
  const work = await mkdtemp(join(dirname(file), '.restore-'));
  try {
    const unpacked = join(work, 'restored.db');
    const counts = await unpackChecked(backup, unpacked);
    await assertFits(unpacked, backup);
    await sync(unpacked);
    const kept = before ? `${file}.before-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z` : null;
    if (kept) await setAside(file, kept);
    // A log left over from a file that is gone would be played into the new one.
    for (const companion of ['-wal', '-shm']) await rm(file + companion, { force: true });
    await rename(unpacked, file);
    await sync(file);
    return { counts, kept };
  } finally {
    await rm(work, { recursive: true, force: true });
    lock.release();
  }
}
