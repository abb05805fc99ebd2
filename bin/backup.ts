/**
 * `npm run backup`: backs the data file up, also while the server runs, and checks the copy. `-- --check FILE` checks a backup that is
 * there; `-- --list` lists them.
 */
import path from 'node:path';
import { bytesInWords } from '#app/server/bytes-in-words.ts';
import { type Counts, checkBackup } from '#db/backup/check.ts';
import { backupsIn, pruneBackups } from '#db/backup/folder.ts';
import { takeBackup } from '#db/backup/take.ts';
import { optionsOrStop } from './lib/options.ts';
import { fileNamed, settingsOrStop, settingsWithDataOrStop, stop } from './lib/settings.ts';

const usage = 'usage: npm run backup [-- --check FILE | --list]';

const rows = (counts: Counts) => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return `${total} rows, of them ${counts.responses ?? 0} answers by ${counts.learners ?? 0} learners`;
};

async function run(): Promise<string[]> {
  const { check, list } = optionsOrStop({ check: { type: 'string' }, list: { type: 'boolean' } }, usage);
  if (check !== undefined) return [`${path.basename(check)} is whole: ${rows(await checkBackup(fileNamed(check)))}.`];
  if (list) {
    const { folder } = settingsOrStop().backup;
    const known = await backupsIn(folder);
    if (known.length === 0) return [`There is no backup in ${folder} yet.`];
    return known.map(({ path: file, at }) => `${new Date(at).toISOString()}  ${file}`);
  }
  const { databasePath, backup } = settingsWithDataOrStop();
  const taken = await takeBackup(databasePath, backup.folder, new Date());
  const gone = await pruneBackups(backup.folder, backup.keep);
  return [
    `${taken.path} (${bytesInWords(taken.bytes)})`,
    `Read back and checked: ${rows(taken.counts)}.`,
    ...(gone > 0 ? [`${gone} older ${gone === 1 ? 'backup' : 'backups'} deleted; the newest ${backup.keep} stay (BACKUP_KEEP).`] : []),
  ];
}

try {
  for (const line of await run()) console.log(line);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
