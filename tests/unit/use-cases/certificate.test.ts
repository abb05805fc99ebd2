/** Completing the course, and having it certified. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { certify, shownBy } from '#app/use-cases/issue-certificate.server.ts';
import { courseStanding } from '#app/use-cases/standing.server.ts';
import { certificateByCode } from '#db/certificates.ts';
import { course, newWorld, type TestWorld } from './world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

/** Ann finishes a quiz of every lesson, everything right, until nothing is left of it. */
async function completeAll(): Promise<void> {
  for (const { number } of course.lessons) {
    const quiz = await world.quiz(number, 'mock');
    for (const { position } of quiz.items) await world.answer(quiz.id, position, 'right');
  }
}

const form = (name: string) => ({ name, formKey: world.keyShown() });

describe('a certificate', () => {
  test('is refused while something is left', async () => {
    expect(await certify(world, 'ann', course, form('Ann'))).toEqual({ problem: expect.stringContaining('not complete') });
  });

  test('says what was shown, when, under which content, and the name that was chosen', async () => {
    await completeAll();
    const standing = await courseStanding(world, 'ann', course);
    expect(standing.complete).toBe(true);
    const issued = await certify(world, 'ann', course, form('  Ann  Example '));
    if (!('code' in issued)) throw new Error(issued.problem);
    expect(await certificateByCode(world.db, issued.code)).toMatchObject({
      name: 'Ann Example',
      shown: shownBy(course, standing),
      contentVersion: course.version,
      issuedAt: world.now(),
      withdrawnAt: null,
    });
    expect(shownBy(course, standing).lessons.map(({ score }) => score)).toEqual(
      course.lessons.flatMap(({ role }) => (role === 'lesson' ? [1] : [])),
    );
  });

  test('is not refused for a criterion that was weak on the way, once the capstone is passed', async () => {
    const { number } = course.lessons[0] ?? { number: 1 };
    for (let round = 0; round < 3; round++) {
      const quiz = await world.quiz(number, 'mock');
      for (const { position } of quiz.items) await world.answer(quiz.id, position, 'wrong');
    }
    await completeAll();
    const standing = await courseStanding(world, 'ann', course);
    expect(standing.lessons[0]?.state).toBe('shaky');
    expect(standing.left).toEqual([]);
    expect(await certify(world, 'ann', course, form('Ann'))).toHaveProperty('code');
  });

  test('is refused with a name that cannot be printed, and nothing is kept', async () => {
    await completeAll();
    expect(await certify(world, 'ann', course, form('Ann\u202eneB'))).toEqual({ problem: expect.stringContaining('cannot be shown') });
  });

  test('is one for a form sent twice, and none for somebody else', async () => {
    await completeAll();
    const sent = form('Ann');
    const first = await certify(world, 'ann', course, sent);
    expect(await certify(world, 'ann', course, sent)).toEqual(first);
    expect(await certify(world, 'ben', course, form('Ben'))).toHaveProperty('problem');
  });
});
