/**
 * `npm run demo -- --learners 200`: adds a cohort with an instructor and simulated learners to the data file. The same seed gives the
 * same learners; a second run adds another cohort.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { joinCodeFrom } from '#app/access/join-code.ts';
import { loadCourse } from '#app/course/load.ts';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { seedFor } from '#app/quiz/shuffle.ts';
import { readConfig } from '#app/server/config.ts';
import { newId } from '#app/server/new-id.ts';
import { makeHandedLink } from '#app/use-cases/accounts/links.server.ts';
import { accountByEmail, createAccount } from '#db/accounts.ts';
import { createCohort, joinCohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { personName } from './demo/names.ts';
import { playCourse } from './demo/play-course.ts';
import { dice, SimulatedLearner } from './demo/simulated-learner.ts';

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
const settings = readConfig(process.env);
if ('problems' in settings) {
  console.error(settings.problems.join('\n'));
  process.exit(1);
}
const root = path.resolve(import.meta.dirname, '..');
const db = await openDatabase(path.resolve(root, settings.config.databasePath));
await migrate(db);
const course = loadCourse(path.join(root, 'content/co-production'));
const now = Date.now();
const start = now - weeks * 7 * 24 * 60 * 60 * 1000;

const instructor = { name: 'Dana Demo', email: 'demo-instructor@example.org' };
const ownerId = await write(db, async (tx) => {
  const known = await accountByEmail(tx, instructor.email);
  if (known) return known.learnerId;
  const id = newId();
  await createLearner(tx, { id, now: start });
  await createAccount(tx, { learnerId: id, ...instructor, passphraseHash: null, role: 'instructor', createdAt: start });
  return id;
});
const joinCode = joinCodeFrom(makeCode(randomBytes(codeBytes)));
const cohort = { id: newId(), course: course.id, name: `Demo class of ${learners}`, joinCode, createdAt: start };
await write(db, (tx) => createCohort(tx, { ...cohort, ownerId, formKey: newId() }));

let answers = 0;
for (let index = 0; index < learners; index++) {
  const roll = dice(seedFor(seed, `learner ${index}`));
  const learnerId = newId();
  await write(db, async (tx) => {
    const joinedAt = Math.round(start + roll() * 10 * 24 * 60 * 60 * 1000);
    await createLearner(tx, { id: learnerId, now: joinedAt });
    const name = personName(index);
    const email = `${name.toLowerCase().replace(' ', '.')}.${learnerId.slice(-6)}@example.org`;
    await createAccount(tx, { learnerId, name, email, passphraseHash: null, role: 'learner', createdAt: joinedAt });
    await joinCohort(tx, cohort.id, learnerId, joinedAt);
    // One in twenty has joined and never begun.
    if (roll() < 0.05) return;
    const learner = new SimulatedLearner(course, roll);
    answers += await playCourse({ tx, course, learnerId, learner, roll, start: joinedAt, end: now, newId });
  });
  if ((index + 1) % 100 === 0) console.log(`${index + 1} of ${learners} learners`);
}
const link = await makeHandedLink({ db, now: Date.now }, ownerId);
await db.close();
const site = settings.config.origin ?? `http://localhost:${settings.config.port}`;
console.log(`“${cohort.name}” has ${learners} learners with ${answers} answers, taught by ${instructor.name}.`);
console.log(
  `Start the site and open ${site}${link} to choose a passphrase for ${instructor.email} and come in (works once, for two days).`,
);
