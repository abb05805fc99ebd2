/** `npm run db:rebuild`: makes the derived tables anew from the log of answers; with `-- --check` it only says whether they agree. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { loadCourse } from '#app/course/load.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { openDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';
import { optionsOrStop } from './lib/options.ts';
import { settingsWithDataOrStop } from './lib/settings.ts';

const { check = false } = optionsOrStop({ check: { type: 'boolean' } }, 'usage: npm run db:rebuild [-- --check]');
const { databasePath } = settingsWithDataOrStop();
const db = await openDatabase(databasePath);
const folder = path.resolve(import.meta.dirname, '../content');
const courses = readdirSync(folder).map((name) => loadCourse(path.join(folder, name)));
db.readers.evidence = evidenceReader((id) => courses.find((course) => course.id === id));
const { learners, rows, wrong } = await rebuild(db, { check });
await db.close();
console.log(`${rows} derived rows of ${learners} learners, ${wrong} ${check ? 'differ from the log' : 'put right'}.`);
if (check && wrong > 0) process.exit(1);
