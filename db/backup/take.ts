/** A backup of a data file that may be in use. */
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { assertNodeCanLoadSqlite } from '../node-version.ts';
import { pack, sha256, sync } from './bytes.ts';
import { type Counts, checkBackup } from './check.ts';
import { backupName, checksumOf } from './folder.ts';

export interface TakenBackup {
  readonly path: string;
  readonly bytes: number;
  readonly counts: Counts;
}

/**
 * Copies the file as it is at this moment. A read that stays open keeps one view of it, so that writes meanwhile neither enter the copy nor
 * make it begin again, as a backup without one would.
 */
async function copyOnline(file: string, to: string): Promise<void> {
  assertNodeCanLoadSqlite(process.versions.napi);
  const { default: Driver } = await import('better-sqlite3');
  const source = new Driver(file, { fileMustExist: true, timeout: 5000 });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    await source.backup(to, { progress: () => 2000 });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
  // One file from here on, without the companions of write-ahead logging.
  const copy = new Driver(to);
  copy.pragma('journal_mode = DELETE');
  copy.close();
}

/**
 * Backs `file` up into `folder`, compressed, with a checksum beside it, and reads the backup back before it counts. A backup that is in
 * the folder under its name is whole. Throws where there is no such file, the disk is full, or the copy does not read back.
 */
export async function takeBackup(file: string, folder: string, now: Date): Promise<TakenBackup> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, '.part-'));
  try {
    await copyOnline(file, join(work, 'copy.db'));
    const packed = join(work, backupName(now));
    await pack(join(work, 'copy.db'), packed);
    await rm(join(work, 'copy.db'));
    await writeFile(checksumOf(packed), `${await sha256(packed)}  ${basename(packed)}\n`);
    const counts = await checkBackup(packed);
    const path = join(folder, basename(packed));
    await sync(packed);
    // The checksum first: a backup without one would not be trusted.
    await rename(checksumOf(packed), checksumOf(path));
    await rename(packed, path);
    await sync(path);
    return { path, bytes: (await stat(path)).size, counts };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
