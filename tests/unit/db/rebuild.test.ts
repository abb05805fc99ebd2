import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRetryItem, finishAttempt, startAttempt } from '#db/attempts.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';
import { recordResponse } from '#db/responses.ts';
import { lastReview } from '#db/reviews.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import { takeBack } from '#db/undone.ts';
import { chosen, freshDatabase, newAttempt, newResponse, withAttempt } from './fresh.ts';

const derivedTables = ['lesson_progress', 'item_progress', 'about_progress', 'review_cards'];
const derivedRows = (db: OpenDatabase) => derivedTables.map((name) => db.client.prepare(`select * from ${name} order by 1, 2, 3`).all());

const learner = fc.constantFrom('ann', 'ben');
const lesson = fc.constantFrom('one', 'two');
// Times come in any order: clocks are set back.
const at = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 30 * 86_400_000 }));
const attempt = fc.nat({ max: 5 });
const action = fc.oneof(
  fc.record({
    do: fc.constant('start' as const),
    learner,
    lesson,
    mode: fc.constantFrom('practice' as const, 'mock' as const, 'check' as const, 'review' as const),
    card: fc.constantFrom('criterion:R3' as const, 'misconception:use-counts' as const),
  }),
  fc.record({
    do: fc.constant('answer' as const),
    attempt,
    position: fc.nat({ max: 4 }),
    score: fc.oneof(fc.constant(null), fc.constantFrom(0, 0.1, 0.2, 1 / 3, 0.7, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    about: fc.constantFrom('R3', 'R4'),
    misconceptions: fc.constantFrom([], [], ['use-counts'], ['use-counts', 'voice-counts']),
    seconds: fc.nat({ max: 300 }),
    at,
  }),
  fc.record({ do: fc.constant('undo' as const), learner }),
  fc.record({ do: fc.constant('retry' as const), attempt, position: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('finish' as const), attempt, at }),
  fc.record({
    do: fc.constant('read' as const),
    learner,
    lesson,
    section: fc.constantFrom('hook', 'rule'),
    seconds: fc.nat({ max: 300 }),
    at,
  }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** How many answers were taken back. */
let undone = 0;

async function perform(db: OpenDatabase, actions: Action[]) {
  const started: { id: string; learnerId: string; lesson: string; items: string[] }[] = [];
  for (const [index, step] of actions.entries()) {
    if (step.do === 'read') {
      const { do: _, learner: learnerId, ...read } = step;
      await recordSectionRead(db, { learnerId, course: 'course', ...read });
    } else if (step.do === 'undo') {
      const last = await lastReview(db, step.learner, 'course');
      const undo = { responseId: last?.responseId ?? 'none', formKey: `undo ${index}`, now: 9, since: 0 };
      if (await takeBack(db, step.learner, 'course', undo)) undone++;
    } else if (step.do === 'start') {
      const items = ['first', 'second', 'third'];
      const begun = { id: `attempt ${index}`, learnerId: step.learner, lesson: step.lesson, items };
      const { mode, card, lesson: slug, learner: learnerId } = step;
      const review = mode === 'review' ? { card } : {};
      await startAttempt(db, newAttempt({ id: begun.id, learnerId, lesson: slug, mode, ...review }), chosen(...items));
      started.push(begun);
    } else {
      const begun = started[step.attempt % Math.max(1, started.length)];
      if (!begun) continue;
      const { id: attemptId, learnerId } = begun;
      if (step.do === 'finish') await finishAttempt(db, learnerId, attemptId, step.at);
      if (step.do === 'retry') {
        const retry = await addRetryItem(db, learnerId, attemptId, step.position, { itemId: `retry ${step.position}`, seed: 1 });
        if (retry) begun.items[retry.position] = retry.itemId;
      }
      if (step.do === 'answer') {
        const { position, score, about, misconceptions, seconds } = step;
        const itemId = begun.items[position] ?? 'none';
        await recordResponse(
          db,
          newResponse({
            id: `r ${index}`,
            formKey: `r ${index}`,
            attemptId,
            learnerId,
            lesson: begun.lesson,
            position,
            itemId,
            score,
            about,
            misconceptions,
            seconds,
            at: step.at,
          }),
        );
      }
    }
  }
}

test('whatever happened, rebuilding gives the identical rows', async () => {
  let rowsSeen = 0;
  undone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 60, size: 'max' }), async (actions) => {
      const db = await freshDatabase();
      for (const id of ['ann', 'ben']) await createLearner(db, { id, now: 0 });
      await perform(db, actions);
      const live = derivedRows(db);
      const rows = live.reduce((sum, table) => sum + table.length, 0);
      rowsSeen += rows;
      expect(await rebuild(db, { check: true })).toEqual({ learners: 2, rows, wrong: 0 });
      for (const name of derivedTables) db.client.exec(`delete from ${name}`);
      expect(await rebuild(db)).toEqual({ learners: 2, rows, wrong: rows });
      expect(derivedRows(db)).toEqual(live);
      await db.close();
    }),
    { numRuns: 150 },
  );
  expect(rowsSeen).toBeGreaterThan(500);
  expect(undone).toBeGreaterThan(20);
});

test('a check finds rows that are missing, altered or without ground, and leaves them', async () => {
  const db = await freshDatabase();
  await withAttempt(db);
  await recordResponse(db, newResponse());
  await recordResponse(db, newResponse({ position: 1, about: 'R4' }));
  const right = derivedRows(db);
  db.client.exec("delete from item_progress where item_id = 'first'; update about_progress set score_sum = 0.25 where about = 'R4'");
  db.client.exec("update review_cards set due_at = due_at + 1 where card = 'criterion:R3'");
  db.client.exec("insert into lesson_progress select 'ben', course, lesson, 0, 1, 1, 1, 1, 0, null, 1 from lesson_progress");
  expect(await rebuild(db, { check: true })).toEqual({ learners: 2, rows: 7, wrong: 4 });
  expect(await rebuild(db)).toMatchObject({ wrong: 4 });
  expect(derivedRows(db)).toEqual(right);
  await db.close();
});
