/** The folder of backups: how they are named, which are there, and which may go. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const pattern = /^criterion-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db\.gz$/;

/** Returns the name of a backup taken at `now`, to the second: `criterion-20270301T080000Z.db.gz`. */
export function backupName(now: Date): string {
  return `criterion-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.db.gz`;
}

export interface KnownBackup {
  readonly path: string;
  /** When it was taken, in milliseconds, by its name. */
  readonly at: number;
}

/** Returns the finished backups in a folder, newest first; none where there is no such folder. */
export async function backupsIn(folder: string): Promise<KnownBackup[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name): KnownBackup[] => {
      const found = pattern.exec(name);
      if (!found) return [];
      const [year, month, day, hour, minute, second] = found.slice(1).map(Number) as [number, number, number, number, number, number];
      return [{ path: join(folder, name), at: Date.UTC(year, month - 1, day, hour, minute, second) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Where the checksum of a backup stands, in the form that `sha256sum --check` reads. */
export const checksumOf = (backup: string) => `${backup}.sha256`;

/** Deletes all but the newest `keep` backups. Returns how many went. */
export async function pruneBackups(folder: string, keep: number): Promise<number> {
  const old = (await backupsIn(folder)).slice(keep);
  for (const { path } of old) {
    await rm(path);
    await rm(checksumOf(path), { force: true });
  }
  return old.length;
}
