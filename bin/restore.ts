/** `npm run restore -- --from FILE [--replace]`: puts a backup in the place of the data file. The file that was there is kept. */
import path from 'node:path';
import { backupsIn } from '#db/backup/folder.ts';
import { restoreBackup } from '#db/backup/restore.ts';
import { optionsOrStop } from './lib/options.ts';
import { fileNamed, settingsOrStop, stop } from './lib/settings.ts';

const usage = 'usage: npm run restore -- --from FILE [--replace]   (--from latest takes the newest)';

const { from = stop(usage), replace = false } = optionsOrStop({ from: { type: 'string' }, replace: { type: 'boolean' } }, usage);
const { databasePath, backup } = settingsOrStop();
const newest = from === 'latest' ? (await backupsIn(backup.folder))[0] : { path: fileNamed(from) };
if (!newest) stop(`There is no backup in ${backup.folder}.`);
try {
  const { counts, kept } = await restoreBackup(newest.path, databasePath, { replace, now: new Date() });
  process.stdout.write(
    `${databasePath} is ${path.basename(newest.path)} now: ${counts.responses ?? 0} answers by ${counts.learners ?? 0} learners.\n`,
  );
  if (kept) process.stdout.write(`What was there before is kept at ${kept}.\n`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
