/** Backups that the server takes by itself, each in a process of its own, so that packing a large file slows no page. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '#app/server/config.ts';
import { backupsIn } from '#db/backup/folder.ts';

const hour = 60 * 60 * 1000;
const command = path.resolve(import.meta.dirname, '../backup.ts');

export interface BackupClock {
  /** Takes a backup if one is due and none is being taken. Resolves when that is done; never rejects. */
  readonly strike: (now: number) => Promise<void>;
}

/** What the last backup that was tried came to; null where it went well. */
export type SayBackup = (problem: string | null, text: string) => void;

/**
 * Returns a clock of backups: one is due when the newest in the folder is older than the setting says, or, where there is none yet, when the
 * data file has been there as long. After a failure it waits an hour, since a full disk is not helped by trying every moment.
 */
export function backupClock({ backup, databasePath }: Pick<Config, 'backup' | 'databasePath'>, say: SayBackup): BackupClock {
  let waitUntil = 0;
  const isDue = async (now: number) => {
    const newest = (await backupsIn(backup.folder))[0]?.at ?? statSync(databasePath).birthtimeMs;
    return now - newest >= backup.everyHours * hour;
  };
  return {
    strike: async (now) => {
      if (backup.everyHours === 0 || now < waitUntil) return;
      waitUntil = Number.POSITIVE_INFINITY;
      try {
        if (await isDue(now)) {
          const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', command], {
            env: { ...process.env, DATABASE_PATH: databasePath, BACKUP_FOLDER: backup.folder, BACKUP_KEEP: String(backup.keep) },
          });
          say(null, `Backup taken: ${stdout.split('\n')[0]}`);
        }
        waitUntil = 0;
      } catch (error) {
        waitUntil = now + hour;
        const why = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
        say(why, `The backup that was due failed: ${why}`);
      }
    },
  };
}
