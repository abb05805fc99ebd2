/**
 * `npm run demo -- --learners 200`: adds a cohort with an instructor and simulated learners to the data file. The same seed gives the
 * same learners; a second run adds another cohort.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCourse } from '#app/course/load.ts';
import { makeHandedLink } from '#app/use-cases/accounts/links.server.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { instructor, makeClass } from './demo/make-class.ts';
import { setWork } from './demo/set-work.ts';
import { settingsOrStop } from './lib/settings.ts';

const usage = 'usage: npm run demo -- [--learners 200] [--seed 1] [--weeks 8]';

function whole(text: string, name: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  console.error(`--${name} must be a whole number from ${least} to ${most}, and is "${text}".\n${usage}`);
  process.exit(1);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        learners: { type: 'string', default: '200' },
        seed: { type: 'string', default: '1' },
        weeks: { type: 'string', default: '8' },
      },
    });
    return {
      learners: whole(values.learners, 'learners', 1, 20_000),
      seed: whole(values.seed, 'seed', 0, 2 ** 31 - 1),
      weeks: whole(values.weeks, 'weeks', 1, 52),
    };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(1);
  }
}

const { learners, seed, weeks } = options();
const settings = settingsOrStop();
const db = await openDatabase(settings.databasePath);
await migrate(db);
const course = loadCourse(path.resolve(import.meta.dirname, '../content/co-production'));
const now = Date.now();
const start = now - weeks * 7 * 24 * 60 * 60 * 1000;

const { cohortId, ownerId, name, answers, players } = await makeClass({
  db,
  course,
  learners,
  seed,
  start,
  now,
  progress: (made) => console.log(`${made} of ${learners} learners`),
});
await setWork({ db, course, cohortId, ownerId, players, seed, start, now });
const link = await makeHandedLink({ db, now: Date.now }, ownerId);
await db.close();
const site = settings.origin ?? `http://localhost:${settings.port}`;
console.log(`“${name}” has ${learners} learners with ${answers} answers, taught by ${instructor.name}.`);
console.log(
  `Start the site and open ${site}${link} to choose a passphrase for ${instructor.email} and come in (works once, for two days).`,
);
