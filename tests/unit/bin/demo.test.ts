import { afterEach, expect, test } from 'vitest';
import { workOfCohort } from '#app/use-cases/assignments/view-assignments.server.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { assignmentsOf, attemptsAt } from '#db/assignments.ts';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { makeClass } from '../../../bin/demo/make-class.ts';
import { setWork } from '../../../bin/demo/set-work.ts';
import { course, newWorld } from '../use-cases/world.ts';

const open: OpenDatabase[] = [];
afterEach(async () => {
  for (const db of open.splice(0)) await db.close();
});

const day = 24 * 60 * 60 * 1000;
const now = Date.UTC(2026, 5, 1, 12);

/** A class of sixteen with what it was set, as `npm run demo` makes it. */
async function demo(seed: number) {
  const db = await openDatabase(':memory:');
  open.push(db);
  await migrate(db);
  const plan = { db, course, seed, start: now - 56 * day, now };
  const { cohortId, ownerId, players } = await makeClass({ ...plan, learners: 16 });
  await setWork({ ...plan, cohortId, ownerId, players });
  const plain = await newWorld();
  await plain.db.close();
  const world = { ...plain, db, now: () => now };
  const set = (await assignmentsOf(db, cohortId)).toSorted((a, b) => a.opensAt - b.opensAt);
  const works = await Promise.all(
    set.map(async (one) => (await workOfCohort(world, one)).members.map(({ name, work }) => ({ name, work }))),
  );
  return { db, world, cohortId, set, works };
}

test('the class was set lessons, a quiz that is past and one that is on, and did them as classes do', async () => {
  const { db, world, cohortId, set, works } = await demo(1);
  expect(set.map(({ kind, dueAt }) => [kind, dueAt < now])).toEqual([
    ['lessons', true],
    ['quiz', true],
    ['quiz', false],
  ]);
  const [, past = [], on = []] = works;
  const done = past.filter(({ work }) => work.finishedAt !== null);
  expect(done.length).toBeGreaterThan(8);
  expect(done.length).toBeLessThan(16);
  expect(past.filter(({ work }) => work.extended)).toHaveLength(1);
  expect(past.some(({ work }) => work.open)).toBe(false);
  expect(on.some(({ work }) => work.finishedAt !== null)).toBe(true);
  const attempts = await attemptsAt(db, set[1]?.id ?? '');
  expect(attempts.every(({ releasedAt }) => releasedAt !== null)).toBe(true);
  // Its marks are out, and everybody had the same questions: how steadily they measure can be told.
  const graded = (await analysisOf(world, cohortId, course, 'first')).quizzes.filter(({ title }) => title.endsWith('(graded)'));
  expect(graded).toMatchObject([
    { title: 'Quiz at half-term (graded)', scores: { n: done.length }, reliability: { n: done.length, alpha: expect.any(Number) } },
  ]);
});

test('the same seed makes the same class', async () => {
  const marks = ({ works }: Awaited<ReturnType<typeof demo>>) =>
    works.map((work) => work.map(({ name, work: { score } }) => [name, score]));
  const [first, again, other] = [await demo(2), await demo(2), await demo(3)];
  expect(marks(again)).toEqual(marks(first));
  expect(marks(other)).not.toEqual(marks(first));
});
