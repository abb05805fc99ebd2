import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAccount } from '#db/accounts.ts';
import { checkAnswers, checkAttempt, finishAttempt, startAttempt } from '#db/attempts.ts';
import { issueCertificate } from '#db/certificates.ts';
import { createLearner } from '#db/learners.ts';
import { mergeLearners } from '#db/merge.ts';
import type { OpenDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';
import { recordResponse } from '#db/responses.ts';
import { keepReviewLimits } from '#db/reviews.ts';
import { rowsOf } from '#db/rows-of.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import { createSession } from '#db/sessions.ts';
import { takeBack } from '#db/undone.ts';
import { chosen, freshDatabase, newAccount, newAttempt, newCertificate, newResponse } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  for (const id of ['account', 'device']) await createLearner(db, { id, now: 0 });
  await createAccount(db, newAccount({ learnerId: 'account' }));
  await createSession(db, { tokenHash: 'device', learnerId: 'device', createdAt: 0, expiresAt: 9000 });
});
afterEach(() => db.close());

const read = (learnerId: string, section: string, at: number) =>
  recordSectionRead(db, { learnerId, course: 'course', lesson: 'one', section, seconds: at / 100, at });

/** A quiz of two items, answered right and wrong and finished, and a check. */
async function history(learnerId: string, lesson = 'one') {
  const id = `quiz of ${learnerId}`;
  await startAttempt(db, newAttempt({ id, learnerId, lesson }), chosen('first', 'second'));
  await recordResponse(db, newResponse({ learnerId, lesson, attemptId: id, position: 0 }));
  await recordResponse(db, newResponse({ learnerId, lesson, attemptId: id, position: 1, score: 0, right: false, misconceptions: ['M4'] }));
  await finishAttempt(db, learnerId, id, 3000);
  const checks = { id: `checks of ${learnerId}`, learnerId, course: 'course', lesson, seed: 1, contentVersion: 'v1', startedAt: 500 };
  await checkAttempt(db, checks, chosen('third'));
  await recordResponse(db, newResponse({ learnerId, lesson, attemptId: checks.id, position: 0, itemId: 'third' }));
}

const counts = async (id: string) => Object.fromEntries(Object.entries(await rowsOf(db, id)).map(([table, rows]) => [table, rows.length]));

test('both histories are kept whole: nothing lost, nothing twice', async () => {
  await history('account');
  await history('device');
  await issueCertificate(db, newCertificate({ learnerId: 'device' }));
  const before = { account: await rowsOf(db, 'account'), device: await rowsOf(db, 'device') };
  expect(await mergeLearners(db, 'device', 'account')).toBe(true);
  const after = await rowsOf(db, 'account');
  for (const table of ['attempts', 'responses', 'attemptItems', 'certificates'] as const) {
    const ids = (rows: readonly object[]) => rows.map((row) => JSON.stringify({ ...row, learnerId: '' })).sort();
    expect(ids(after[table]), table).toEqual(ids([...before.account[table], ...before.device[table]]));
  }
  expect((await rowsOf(db, 'device')).learner).toEqual([]);
  expect(after.itemProgress.map(({ itemId, tries }) => [itemId, tries]).sort()).toEqual([
    ['first', 2],
    ['second', 2],
    ['third', 2],
  ]);
});

test('reviews come along; the account keeps its own limits, and takes over those of the device where it has none', async () => {
  await history('account');
  await history('device');
  await startAttempt(db, newAttempt({ id: 'review', learnerId: 'device', mode: 'review', card: 'misconception:M4' }), chosen('fourth'));
  await recordResponse(db, newResponse({ learnerId: 'device', attemptId: 'review', position: 0, itemId: 'fourth', at: 90_000_000 }));
  await takeBack(db, 'device', 'course', { responseId: 'response review 0', formKey: 'undo', now: 90_000_001, since: 0 });
  for (const [id, perDay] of [
    ['account', 5],
    ['device', 9],
  ] as const)
    await keepReviewLimits(db, id, 'course', { newPerDay: 1, perDay }, 1);
  await keepReviewLimits(db, 'device', 'other', { newPerDay: 1, perDay: 7 }, 1);
  expect(await mergeLearners(db, 'device', 'account')).toBe(true);
  const after = await rowsOf(db, 'account');
  expect(after.reviewLimits.map(({ course, perDay }) => [course, perDay]).sort()).toEqual([
    ['course', 5],
    ['other', 7],
  ]);
  expect(after.undone).toHaveLength(1);
  expect(after.reviewCards.map(({ card, reps }) => [card, reps]).sort()).toEqual([
    ['criterion:R3', 4],
    ['misconception:M4', 2],
  ]);
  expect(await rebuild(db, { check: true })).toMatchObject({ wrong: 0 });
});

test('the progress is what both histories come to', async () => {
  await history('account');
  await history('device');
  await mergeLearners(db, 'device', 'account');
  expect(await rebuild(db, { check: true })).toMatchObject({ learners: 1, wrong: 0 });
  expect((await rowsOf(db, 'account')).lessonProgress).toMatchObject([{ answered: 6, quizzesFinished: 2 }]);
});

test('a merge repeated changes nothing', async () => {
  await history('account');
  await history('device');
  await mergeLearners(db, 'device', 'account');
  const after = await rowsOf(db, 'account');
  expect(await mergeLearners(db, 'device', 'account')).toBe(false);
  expect(await rowsOf(db, 'account')).toEqual(after);
});

test('a section that both have read counts once, when it was read first', async () => {
  await read('account', 'hook', 2000);
  await read('account', 'idea', 1000);
  await read('device', 'hook', 1500);
  await read('device', 'idea', 1800);
  await read('device', 'check', 1900);
  await mergeLearners(db, 'device', 'account');
  const reads = (await rowsOf(db, 'account')).sectionReads.map(({ section, at, seconds }) => [section, at, seconds]);
  expect(reads).toEqual([
    ['idea', 1000, 10],
    ['hook', 1500, 15],
    ['check', 1900, 19],
  ]);
});

test('answers to checks are shown afterwards, whichever history they come from', async () => {
  await history('device');
  await mergeLearners(db, 'device', 'account');
  expect((await checkAnswers(db, 'account', 'course', 'one')).map(({ itemId }) => itemId)).toEqual(['third']);
  // The lesson goes on with the checks that came along instead of beginning new ones.
  const again = await checkAttempt(
    db,
    { id: 'other', learnerId: 'account', course: 'course', lesson: 'one', seed: 1, contentVersion: 'v1', startedAt: 1 },
    chosen('third'),
  );
  expect(again.id).toBe('checks of device');
});

test('the session of the device ends with its learner', async () => {
  await mergeLearners(db, 'device', 'account');
  expect(await counts('device')).toMatchObject({ learner: 0, sessions: 0 });
});

test('a learner with an account is never merged away, nor anybody into nobody', async () => {
  await createAccount(db, newAccount({ learnerId: 'device', email: 'other@example.org' }));
  expect(await mergeLearners(db, 'device', 'account')).toBe(false);
  await createLearner(db, { id: 'third', now: 0 });
  expect(await mergeLearners(db, 'third', 'gone')).toBe(false);
  expect(await mergeLearners(db, 'third', 'third')).toBe(false);
  expect((await counts('third')).learner).toBe(1);
});
