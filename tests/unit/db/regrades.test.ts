import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAssignment } from '#db/assignments.ts';
import { finishAttempt, releaseAttempt, startAttempt } from '#db/attempts.ts';
import { createCohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';
import { keepRegrade, moveOne, regradesOf, stands, undoRegrade } from '#db/regrades.ts';
import { recordResponse } from '#db/responses.ts';
import { chosen, freshDatabase, newAssignment, newAttempt, newRegrade, newResponse } from './fresh.ts';

const tables = ['lesson_progress', 'item_progress', 'about_progress', 'review_cards', 'attempts', 'responses'];
const rowsOf = (db: OpenDatabase) => tables.map((name) => db.client.prepare(`select * from ${name} order by 1, 2, 3`).all());
const positions = [0, 1, 2];

const mark = fc.record({
  attempt: fc.nat({ max: 3 }),
  position: fc.constantFrom(...positions),
  score: fc.constantFrom(null, 0, 0.5, 1),
  voided: fc.boolean(),
});
const step = fc.oneof(
  fc.record({
    do: fc.constant('regrade' as const),
    marks: fc.uniqueArray(mark, { minLength: 1, selector: (m) => `${m.attempt} ${m.position}` }),
  }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('release' as const), attempt: fc.nat({ max: 3 }) }),
);

/** Ann and Ben sit a quiz twice each: one attempt is open, one is held, one leaves a place open. */
async function sittings(): Promise<OpenDatabase> {
  const db = await freshDatabase();
  for (const id of ['ann', 'ben']) await createLearner(db, { id, now: 0 });
  await createCohort(db, { id: 'cohort', course: 'course', name: 'C', joinCode: null, ownerId: 'ann', createdAt: 0, formKey: 'c' });
  await createAssignment(db, newAssignment());
  for (const [index, id] of ['0', '1', '2', '3'].entries()) {
    const learnerId = index % 2 === 0 ? 'ann' : 'ben';
    const assignment = { id: 'assignment', deadline: null, held: index === 1 };
    await startAttempt(db, newAttempt({ id, learnerId, mode: 'graded', assignment }), chosen('first', 'second', 'third'));
    for (const position of positions.slice(0, index === 2 ? 2 : 3))
      await recordResponse(db, newResponse({ attemptId: id, learnerId, position, score: position / 2, at: 2000 + index }));
    if (index !== 3) await finishAttempt(db, learnerId, id, 3000 + index);
  }
  return db;
}

const isRight = async (db: OpenDatabase) => expect((await rebuild(db, { check: true })).wrong).toBe(0);

async function carry(db: OpenDatabase, id: string): Promise<void> {
  while (await write(db, (tx) => moveOne(tx, id, 5000))) await isRight(db);
}

async function undoLatest(db: OpenDatabase): Promise<boolean> {
  const latest = (await regradesOf(db, 'assignment')).find(stands);
  if (!latest) return false;
  await write(db, (tx) => undoRegrade(tx, 'assignment', latest.id, { by: 'ann', at: 6000 }));
  await carry(db, latest.id);
  return true;
}

test('whatever is regraded, undone and let out in whatever order, progress is what the log and the marks in force say; all undone, it is as before', async () => {
  let regraded = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const [db, plain] = [await sittings(), await sittings()];
      for (const [index, one] of steps.entries()) {
        if (one.do === 'undo') await undoLatest(db);
        else if (one.do === 'release')
          for (const file of [db, plain]) await releaseAttempt(file, one.attempt % 2 === 0 ? 'ann' : 'ben', String(one.attempt), 4000);
        else {
          const marks = one.marks.map(({ attempt, position, score, voided }) => ({
            attemptId: String(attempt),
            position,
            score: voided ? null : score,
            right: voided || score === null ? null : score === 1,
            misconceptions: score === 0 ? ['M4'] : [],
            voided,
          }));
          const attempts = [...new Set(marks.map(({ attemptId }) => attemptId))].map((attemptId) => ({ attemptId, before: 0, after: 1 }));
          const id = `regrade ${index}`;
          await write(db, (tx) => keepRegrade(tx, newRegrade({ id, decidedAt: 4000 + index, marks, attempts })));
          await carry(db, id);
          regraded += marks.length;
        }
        await isRight(db);
      }
      while (await undoLatest(db));
      expect(rowsOf(db)).toEqual(rowsOf(plain));
      db.close();
      plain.close();
    }),
    { numRuns: 40 },
  );
  expect(regraded).toBeGreaterThan(40);
});
