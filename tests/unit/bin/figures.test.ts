import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { analysisOf, readAnalyses } from '#app/use-cases/cohorts/analysis.server.ts';
import { readBeliefs } from '#app/use-cases/cohorts/class-beliefs.server.ts';
import { largeFrom } from '#app/use-cases/cohorts/fresh.ts';
import { overviewOf, readOverview } from '#app/use-cases/cohorts/overview.server.ts';
import type { Scope } from '#app/use-cases/scope.ts';
import { createAccount } from '#db/accounts.ts';
import { joinCohort } from '#db/cohorts.ts';
import { createLearner } from '#db/learners.ts';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { makeClass } from '../../../bin/demo/make-class.ts';
import { figuresThread } from '../../../bin/lib/figures.ts';
import { newAccount } from '../db/fresh.ts';
import { course, newWorld, nine } from '../use-cases/world.ts';

let folder: string;
let db: OpenDatabase;
let cohortId: string;
let world: Scope;
let said: string[];
let thread: ReturnType<typeof figuresThread>;
const week = 7 * 24 * 60 * 60 * 1000;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-figures-'));
  const database = path.join(folder, 'class.db');
  db = await openDatabase(database);
  await migrate(db);
  const now = Date.now();
  ({ cohortId } = await makeClass({ db, course, learners: 6, seed: 3, start: now - 12 * week, now }));
  const plain = await newWorld();
  await plain.db.close();
  world = { ...plain, db, now: Date.now };
  said = [];
  const build = pathToFileURL(path.resolve('tests/fixtures/figures-build.ts')).href;
  thread = figuresThread({ database, build }, (text) => said.push(text));
});
afterEach(async () => {
  await thread.close();
  await db.close();
  rmSync(folder, { recursive: true });
});

const asked = (figures: 'overview' | 'analyses' | 'beliefs', id = cohortId) => ({ figures, cohortId: id, courseId: course.id });
/** As it crosses from one thread to another, without the time that it was made at. */
const plainly = (value: unknown) => JSON.parse(JSON.stringify(value, (key, inner) => (key === 'at' && inner > nine ? 0 : inner)));

test('the thread makes the same figures as are made here', async () => {
  const [overview, analyses] = await Promise.all([thread.elsewhere(asked('overview')), thread.elsewhere(asked('analyses'))]);
  expect(plainly(overview)).toEqual(plainly(await readOverview(world, cohortId, course)));
  expect(plainly(analyses)).toEqual(plainly(await readAnalyses(world, cohortId, course)));
  expect((analyses as { first: { answers: number } }).first.answers).toBeGreaterThan(0);
});

test('what a class believes is the same from the thread', async () => {
  const beliefs = plainly(await thread.elsewhere(asked('beliefs')));
  expect(beliefs).toEqual(plainly(await readBeliefs(world, cohortId, course)));
  expect(beliefs.learners).toHaveLength(6);
});

test('a large cohort comes from there in full, is kept, and is made here where the thread ends', async () => {
  for (let number = 0; number < largeFrom; number++) {
    await createLearner(db, { id: `more-${number}`, now: 0 });
    await createAccount(db, newAccount({ learnerId: `more-${number}`, name: `More ${number}`, email: `more-${number}@example.org` }));
    await joinCohort(db, cohortId, `more-${number}`, Date.now());
  }
  let calls = 0;
  const elsewhere: typeof thread.elsewhere = (what) => {
    calls += 1;
    return thread.elsewhere(what);
  };
  const first = await overviewOf({ ...world, elsewhere }, cohortId, course);
  expect(first.learners).toHaveLength(largeFrom + 6);
  expect(plainly(first)).toEqual(plainly(await readOverview(world, cohortId, course)));
  expect(calls).toBe(1);
  const ending: typeof thread.elsewhere = () => thread.elsewhere(asked('overview', 'crash'));
  expect((await analysisOf({ ...world, elsewhere: ending }, cohortId, course, 'best')).answers).toBeGreaterThan(0);
});
