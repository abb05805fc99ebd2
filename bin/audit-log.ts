/** `npm run audit-log [-- --seal SEAL]`: is the audit log as it was written, and is an entry with this seal, noted earlier, in it? */
import { checkChain } from '#db/audit-chain.ts';
import { openForReading } from '#db/open-for-reading.ts';
import { InputProblems, orProblems } from './lib/input-problems.ts';
import { optionsOrStop } from './lib/options.ts';
import { settingsWithDataOrStop } from './lib/settings.ts';

await orProblems(async () => {
  const { seal } = optionsOrStop({ seal: { type: 'string' } }, 'usage: npm run audit-log [-- --seal SEAL]');
  const db = await openForReading(settingsWithDataOrStop().databasePath);
  try {
    const { entries, last, problems, known } = await checkChain(db, seal ?? null);
    if (problems.length > 0) throw new InputProblems(problems);
    if (!known) throw new InputProblems([`No entry has the seal ${seal}: the log was written anew, or shortened past it.`]);
    process.stdout.write(`The audit log is as it was written: ${entries} entries. Last seal: ${last || 'none yet'}\n`);
  } finally {
    db.close();
  }
});
