import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findAttempt } from '#db/attempt-detail.ts';
import { addRetryItem, finishAttempt, startAttempt } from '#db/attempts.ts';
import { write } from '#db/database.ts';
import type { OpenDatabase } from '#db/open.ts';
import { aboutProgressOf, itemProgressOf, lessonProgressOf } from '#db/progress.ts';
import { findResponse, learnerByFormKey, recordResponse } from '#db/responses.ts';
import { latestSelfCheck, recordSelfCheck } from '#db/self-checks.ts';
import { chosen, freshDatabase, newAttempt, newResponse, withAttempt } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

const progress = async (learner = 'ann') => ({
  lessons: await lessonProgressOf(db, learner, 'course'),
  items: await itemProgressOf(db, learner, 'course'),
  abouts: await aboutProgressOf(db, learner, 'course'),
});
const nothing = { lessons: [], items: [], abouts: [] };

describe('an answer', () => {
  test('comes back as it was given and counts into lesson, item and criterion', async () => {
    const answer = newResponse({ score: 0.5, right: false, misconceptions: ['M4'] });
    expect(await recordResponse(db, answer)).toEqual({ first: true, response: answer });
    expect(await findResponse(db, 'ann', answer.id)).toEqual(answer);
    expect((await findAttempt(db, 'ann', 'attempt'))?.items.map((item) => item.response)).toEqual([answer, null, null]);
    expect(await progress()).toEqual({
      lessons: [
        {
          course: 'course',
          lesson: 'one',
          sectionsRead: 0,
          answered: 1,
          marked: 1,
          scoreSum: 0.5,
          seconds: 20,
          quizzesFinished: 0,
          bestScore: null,
          lastAt: 2000,
        },
      ],
      items: [{ course: 'course', itemId: 'first', tries: 1, lastScore: 0.5, bestScore: 0.5, lastAt: 2000 }],
      abouts: [
        {
          course: 'course',
          about: 'R3',
          marked: 1,
          scoreSum: 0.5,
          lastAt: 2000,
          recent: [{ id: answer.id, itemId: 'first', score: 0.5, at: 2000 }],
        },
      ],
    });
  });

  test('that no machine marks is kept as neither right nor wrong', async () => {
    const explanation = newResponse({ kind: 'explain', answer: { type: 'text', text: 'Because …' }, score: null, right: null });
    await recordResponse(db, explanation);
    expect(await findResponse(db, 'ann', explanation.id)).toEqual(explanation);
    const { lessons, items, abouts } = await progress();
    expect(lessons).toMatchObject([{ answered: 1, marked: 0, scoreSum: 0 }]);
    expect(items).toMatchObject([{ tries: 1, lastScore: null, bestScore: null }]);
    expect(abouts).toEqual([]);
  });

  test('sent again with the same form key changes nothing and gives the first', async () => {
    const first = newResponse();
    await recordResponse(db, first);
    const after = await progress();
    const replay = newResponse({ id: 'another id', at: 9000, score: 0 });
    expect(await recordResponse(db, replay)).toEqual({ first: false, response: first });
    const elsewhere = newResponse({ id: 'another id', position: 1, formKey: first.formKey });
    expect(await recordResponse(db, elsewhere)).toEqual({ first: false, response: first });
    expect(await progress()).toEqual(after);
  });

  test('from a second tab at the same position changes nothing and gives the first', async () => {
    const tabs = ['yes', 'no', 'partly'].map((option, index) =>
      recordResponse(db, newResponse({ id: `tab ${index}`, formKey: `tab ${index}`, answer: { type: 'choice', option } })),
    );
    const results = await Promise.all(tabs);
    expect(results.map((result) => result?.first)).toEqual([true, false, false]);
    expect(results.map((result) => result?.response.answer)).toEqual(Array(3).fill({ type: 'choice', option: 'yes' }));
    expect((await progress()).lessons).toMatchObject([{ answered: 1 }]);
  });

  test('to what is not asked there is refused', async () => {
    for (const wrong of [{ position: 9 }, { itemId: 'second' }, { lesson: 'two' }, { course: 'other' }, { attemptId: 'unknown' }]) {
      expect(await recordResponse(db, newResponse(wrong)), JSON.stringify(wrong)).toBeNull();
    }
    expect(await progress()).toEqual(nothing);
  });

  test('that fails to be counted is not kept either', async () => {
    db.client.exec("create trigger no_more before insert on about_progress begin select raise(abort, 'disk full'); end");
    await expect(recordResponse(db, newResponse())).rejects.toMatchObject({ cause: { message: 'disk full' } });
    expect(await findResponse(db, 'ann', newResponse().id)).toBeNull();
    expect(await progress()).toEqual(nothing);
  });

  test('is part of the write around it', async () => {
    const undone = write(db, async (tx) => {
      await recordResponse(tx, newResponse());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await progress()).toEqual(nothing);
  });
});

describe("another learner's id", () => {
  test('records and reads nothing', async () => {
    await recordResponse(db, newResponse());
    expect(await recordResponse(db, newResponse({ learnerId: 'ben', position: 1 }))).toBeNull();
    expect(await recordResponse(db, newResponse({ learnerId: 'ben' }))).toBeNull();
    expect(await findResponse(db, 'ben', newResponse().id)).toBeNull();
    expect(await progress('ben')).toEqual(nothing);
  });

  test('gets nothing by a form key that was used', async () => {
    await recordResponse(db, newResponse());
    await startAttempt(db, newAttempt({ id: 'of ben', learnerId: 'ben' }), chosen('first'));
    const stolen = newResponse({ id: 'x', learnerId: 'ben', attemptId: 'of ben', formKey: newResponse().formKey });
    expect(await recordResponse(db, stolen)).toBeNull();
  });
});

describe('a finished attempt', () => {
  test('takes no further answer, but a retry in practice', async () => {
    await recordResponse(db, newResponse());
    await finishAttempt(db, 'ann', 'attempt', 3000);
    expect(await recordResponse(db, newResponse({ position: 1 }))).toBeNull();
    const retry = await addRetryItem(db, 'ann', 'attempt', 0, { itemId: 'other', seed: 5 });
    const again = newResponse({ position: retry?.position ?? -1, itemId: 'other', about: 'R4' });
    expect(await recordResponse(db, again)).toMatchObject({ first: true });
  });

  test('still gives a replayed form its first answer', async () => {
    await recordResponse(db, newResponse());
    await finishAttempt(db, 'ann', 'attempt', 3000);
    expect(await recordResponse(db, newResponse())).toEqual({ first: false, response: newResponse() });
  });
});

test('the answers of a mock test count when it is finished, and not before', async () => {
  await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock' }), chosen('first', 'second'));
  await recordResponse(db, newResponse({ attemptId: 'mock' }));
  await recordResponse(db, newResponse({ attemptId: 'mock', position: 1, score: 0, right: false }));
  expect(await progress()).toEqual(nothing);
  await finishAttempt(db, 'ann', 'mock', 5000);
  const { lessons, items, abouts } = await progress();
  expect(lessons).toMatchObject([{ answered: 2, marked: 2, scoreSum: 1, quizzesFinished: 1, bestScore: 0.5, lastAt: 5000 }]);
  expect(items).toHaveLength(2);
  expect(abouts).toMatchObject([{ marked: 2, scoreSum: 1 }]);
});

test('a form key leads back to its learner for a moment, and a key that can be guessed never does', async () => {
  await recordResponse(db, newResponse({ at: 2000 }));
  expect(await learnerByFormKey(db, newResponse().formKey, 2000)).toBe('ann');
  expect(await learnerByFormKey(db, newResponse().formKey, 2001)).toBeNull();
  expect(await learnerByFormKey(db, newAttempt().formKey, 1000)).toBe('ann');
  expect(await learnerByFormKey(db, newAttempt().formKey, 1001)).toBeNull();
  await startAttempt(db, newAttempt({ id: 'checks', mode: 'check', formKey: 'checks ann course one' }), chosen('first'));
  expect(await learnerByFormKey(db, 'checks ann course one', 0)).toBeNull();
});

describe('self-checks', () => {
  const check = { id: 'c1', responseId: newResponse().id, ticks: ['verdict', 'rule'], formKey: 'tick 1', at: 3000 };
  beforeEach(async () => {
    await recordResponse(db, newResponse());
  });

  test('the latest one counts', async () => {
    await recordSelfCheck(db, 'ann', check);
    const second = { ...check, id: 'c2', ticks: ['verdict'], formKey: 'tick 2', at: 4000 };
    await recordSelfCheck(db, 'ann', second);
    expect(await latestSelfCheck(db, 'ann', check.responseId)).toEqual(second);
  });

  test('the same form again gives the first', async () => {
    expect(await recordSelfCheck(db, 'ann', check)).toEqual({ first: true, selfCheck: check });
    expect(await recordSelfCheck(db, 'ann', { ...check, id: 'c2', ticks: [] })).toEqual({ first: false, selfCheck: check });
  });

  test('are nobody else’s', async () => {
    await recordSelfCheck(db, 'ann', check);
    expect(await latestSelfCheck(db, 'ben', check.responseId)).toBeNull();
    expect(await recordSelfCheck(db, 'ben', { ...check, id: 'c2', formKey: 'tick 2' })).toBeNull();
  });
});
