import { beforeEach, describe, expect, test } from 'vitest';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { finishAttempt } from '#db/attempts.ts';
import { beliefRowsOf } from '#db/beliefs.ts';
import { write } from '#db/database.ts';
import { exportLearner } from '#db/export.ts';
import { deriveAnew, rebuild } from '#db/rebuild.ts';
import { course, newWorld, type TestWorld } from '../use-cases/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
  world.db.readers.evidence = evidenceReader(world.course);
});

const rows = async () =>
  (await beliefRowsOf(world.db, 'ann', course.id, course.version)).toSorted((one, other) => (one.topic < other.topic ? -1 : 1));
const agrees = async () => expect((await rebuild(world.db, { check: true })).wrong).toBe(0);

async function practise(lesson: number): Promise<void> {
  const quiz = await world.quiz(lesson);
  for (const { position } of quiz.items) {
    await world.answer(quiz.id, position, position % 3 === 0 ? 'wrong' : 'right');
    world.pass(20);
  }
}

describe('beliefs kept with each answer', () => {
  test('are those that follow from the log', async () => {
    await practise(1);
    await practise(3);
    const kept = await rows();
    expect(kept.map(({ topic }) => topic)).toContain('verdict');
    await agrees();
    await write(world.db, (tx) => deriveAnew(tx, 'ann'));
    expect(await rows()).toEqual(kept);
  });

  test('wait for the end of a mock test, and then count its answers', async () => {
    const mock = await world.quiz(1, 'mock');
    for (const { position } of mock.items.slice(0, 4)) await world.answer(mock.id, position, 'right');
    expect(await rows()).toEqual([]);
    await practise(3);
    await finishAttempt(world.db, 'ann', mock.id, world.now());
    await agrees();
  });

  test('begin anew from the log where the course has changed since', async () => {
    await practise(1);
    const answers = (await rows()).reduce((sum, row) => sum + row.answers, 0);
    world.db.readers.evidence = (id) => {
      const book = evidenceReader(world.course)(id);
      return book && { ...book, version: 'later' };
    };
    expect(await beliefRowsOf(world.db, 'ann', course.id, 'later')).toEqual([]);
    await practise(1);
    const later = await beliefRowsOf(world.db, 'ann', course.id, 'later');
    expect(later.reduce((sum, row) => sum + row.answers, 0)).toBeGreaterThan(answers);
    await agrees();
  });

  test('are part of the copy that learners may ask for', async () => {
    await practise(1);
    expect((await exportLearner(world.db, 'ann'))?.beliefs.length).toBeGreaterThan(0);
  });

  test('stay as they are where nobody can read answers', async () => {
    await practise(1);
    const kept = await rows();
    world.db.readers.evidence = null;
    await rebuild(world.db);
    expect(await rows()).toEqual(kept);
  });
});

test('a practice quiz after some answers says why some of its questions were chosen, and tells no story twice', async () => {
  await practise(1);
  const quiz = await world.quiz(3);
  const chosen = quiz.items.filter(({ why }) => why !== null);
  expect(chosen.length).toBeGreaterThan(0);
  expect(chosen.length).toBeLessThanOrEqual(3);
  for (const { why } of chosen) expect(why).toMatch(/^Your answer shows whether you .+ or .+\.$/);
  const told = quiz.items.flatMap(({ itemId }) => course.item(itemId)?.scenarios.map(({ id }) => id) ?? []);
  expect(new Set(told).size).toBe(told.length);
});

test('a first quiz looks for mistaken ideas too, with up to half of its questions', async () => {
  const { items } = await world.quiz(1);
  const looking = items.filter(({ why }) => why !== null);
  expect(looking.length).toBeGreaterThan(0);
  expect(looking.length).toBeLessThanOrEqual(items.length / 2);
});
