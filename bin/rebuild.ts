/** `npm run db:rebuild`: makes the derived tables anew from the log of answers; with `-- --check` it only says whether they agree. */
import { existsSync } from 'node:fs';
import { readConfig } from '#app/server/config.ts';
import { openDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';

const check = process.argv.includes('--check');
const settings = readConfig(process.env);
if ('problems' in settings) {
  console.error(settings.problems.join('\n'));
  process.exit(1);
}
const { databasePath } = settings.config;
if (!existsSync(databasePath)) {
  console.error(`There is no data file at ${databasePath}. DATABASE_PATH says where it is.`);
  process.exit(1);
}
const db = await openDatabase(databasePath);
const { learners, rows, wrong } = await rebuild(db, { check });
await db.close();
console.log(`${rows} derived rows of ${learners} learners, ${wrong} ${check ? 'differ from the log' : 'put right'}.`);
if (check && wrong > 0) process.exit(1);
