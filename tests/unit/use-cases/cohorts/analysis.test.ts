import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { grade } from '#app/quiz/quiz.ts';
import { tooFewWords } from '#app/statistics/flags.ts';
import { weekOf } from '#app/statistics/weeks.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { figuresOfGraded } from '#app/use-cases/cohorts/set-quizzes.ts';
import type { GradedPlace } from '#db/cohort-log.ts';
import type { Cohort } from '#db/cohorts.ts';
import { wrongAnswer } from '../../../browser/answers.ts';
import { course, itemOf, lessonAt, newWorld, type TestWorld } from '../world.ts';
import { classOf, sit, tellingItems } from './class-of.ts';

const ids = tellingItems;
const [easy = '', split = '', turned = ''] = ids;

let world: TestWorld;
let cohort: Cohort;
const six = ['cora', 'dan', 'eva', 'fay', 'gus', 'hal'];
beforeEach(async () => {
  world = await newWorld();
  cohort = await classOf(world, six);
});
afterEach(() => world.db.close());

const itemIn = async (id: string, counts: 'first' | 'best' | 'last' = 'first') => {
  const { items } = await analysisOf(world, cohort.id, course, counts);
  return items.find(({ item }) => item === id);
};

describe('figures of a question', () => {
  test('say how many learners they rest on, how many are right, and how long it took', async () => {
    for (const [place, who] of six.entries()) await sit(world, who, ids, ['right', place < 3 ? 'right' : 'wrong', 'wrong']);
    expect(await itemIn(easy)).toMatchObject({ n: 6, facility: 1, neverRight: 0, attemptsToCorrect: 1, medianSeconds: 20 });
    expect(await itemIn(split)).toMatchObject({ n: 6, facility: 0.5, neverRight: 3, attemptsToCorrect: 1 });
    expect(await itemIn(turned)).toMatchObject({ n: 6, facility: 0, neverRight: 6, attemptsToCorrect: null });
    expect((await itemIn(easy))?.flags).toEqual([expect.stringContaining('Nearly everyone is right')]);
    expect((await itemIn(turned))?.flags).toContainEqual(expect.stringContaining('Hardly anybody is right'));
  });

  test('count the first, the best or the last answer of each learner, as they are asked to', async () => {
    for (const who of six) {
      await sit(world, who, [split], ['wrong']);
      await sit(world, who, [split], ['right']);
      await sit(world, who, [split], ['wrong']);
    }
    const shares = await Promise.all((['first', 'best', 'last'] as const).map(async (counts) => (await itemIn(split, counts))?.facility));
    expect(shares).toEqual([0, 1, 0]);
    expect(await itemIn(split)).toMatchObject({ n: 6, attemptsToCorrect: 2, neverRight: 0 });
  });

  test('name the misconception behind each wrong option, and no other', async () => {
    for (const [place, who] of six.entries()) await sit(world, who, [split], [place < 4 ? 'wrong' : 'right']);
    const options = (await itemIn(split))?.options ?? [];
    expect(options.map(({ count, right }) => [count, right])).toEqual([
      [4, false],
      [2, true],
    ]);
    const held = grade(itemOf(split), wrongAnswer(itemOf(split))).misconceptions;
    const names = held.map((id) => course.theory.misconceptions.find((known) => known.id === id)?.name);
    expect(options[0]?.misconceptions).toEqual(names);
    expect(options[1]?.misconceptions).toEqual([]);
  });

  test('are flagged where strong learners are wrong', async () => {
    const more = Array.from({ length: 14 }, (_, n) => `learner-${n}`);
    cohort = await classOf(await anew(), more);
    for (const [place, who] of more.entries())
      await sit(world, who, ids, place % 2 ? ['right', 'right', 'wrong'] : ['wrong', 'wrong', 'right']);
    expect((await itemIn(turned))?.discrimination).toBeCloseTo(-1, 6);
    expect((await itemIn(turned))?.flags).toEqual(['Strong learners get this wrong: check the facts.']);
  });

  test('over fewer than five learners say that they are too few, and nothing else', async () => {
    for (const who of six.slice(0, 4)) await sit(world, who, [turned], ['wrong']);
    expect(await itemIn(turned)).toMatchObject({ n: 4, flags: [tooFewWords] });
    await sit(world, 'gus', [turned], ['wrong']);
    expect((await itemIn(turned, 'best'))?.flags).not.toContain(tooFewWords);
  });
});

async function anew(): Promise<TestWorld> {
  await world.db.close();
  world = await newWorld();
  return world;
}

test('figures of a quiz count one finished quiz of each learner, and say so where they are too few', async () => {
  for (const [place, who] of six.slice(0, 4).entries()) await sit(world, who, ids, ['right', place % 2 ? 'right' : 'wrong', 'wrong']);
  await sit(world, 'gus', ids, ['right', 'open', 'open']);
  const { quizzes, learners, answers, versions } = await analysisOf(world, cohort.id, course, 'first');
  expect({ learners, answers, versions }).toEqual({ learners: 5, answers: 13, versions: [course.version] });
  expect(quizzes).toHaveLength(1);
  expect(quizzes[0]).toMatchObject({ id: lessonAt(1).slug, scores: { n: 4 }, flags: [tooFewWords] });
  expect(quizzes[0]?.spread).toEqual([0, 2, 0, 2, 0]);
  expect(quizzes[0]?.scores.mean).toBeCloseTo(0.5, 5);
  expect(quizzes[0]?.scores.sd).toBeCloseTo(Math.sqrt(4 / 36 / 3), 5);
});

test('misconceptions say in whom, since when, and which lesson answers them', async () => {
  const start = world.now();
  await sit(world, 'cora', [split], ['wrong']);
  world.pass(86_400);
  await sit(world, 'dan', [split], ['wrong']);
  await sit(world, 'dan', [split], ['wrong']);
  await sit(world, 'eva', [split], ['right']);
  const { ideas } = await analysisOf(world, cohort.id, course, 'first');
  const [id] = grade(itemOf(split), wrongAnswer(itemOf(split))).misconceptions;
  const idea = ideas.find((known) => known.id === id);
  expect(idea?.holders.map(({ learnerId, times }) => [learnerId, times])).toEqual([
    ['dan', 2],
    ['cora', 1],
  ]);
  expect(idea?.weeks.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(idea?.weeks[0]?.week).toBe(weekOf(start + 20_000));
  expect(idea).toMatchObject({ answers: 3, since: start + 20_000, last: start + 86_460_000, lesson: { slug: expect.any(String) } });
});

test('a graded quiz has a reliability, since everybody had the same questions; what was left out is not right', () => {
  const attempt = (learnerId: string, attemptId: string, scores: readonly (number | null | 'open')[]): GradedPlace[] =>
    scores.map((score, item) => ({
      ...{ assignmentId: 'quiz', title: 'Half-term', learnerId, attemptId, itemId: `${item}` },
      ...{ answered: score !== 'open', score: score === 'open' ? null : score },
    }));
  // The last question is an explanation, which no machine marks.
  const places = [
    ...attempt('ann', 'a1', [1, 0, 0, null]),
    ...attempt('ben', 'b1', [1, 1, 'open', null]),
    ...attempt('cleo', 'c1', [1, 1, 1, null]),
    ...attempt('dan', 'd1', ['open', 'open', 'open', null]),
    ...attempt('ann', 'a2', [1, 1, 1, null]),
  ];
  const [first] = figuresOfGraded(places, 'first');
  expect(first).toMatchObject({ id: 'quiz', title: 'Half-term (graded)', scores: { n: 4 }, spread: [1, 1, 0, 1, 1] });
  // Items vary by 1/4, 1/3 and 1/4, totals 1, 2, 3 and 0 by 5/3: alpha is 3/2 (1 − (5/6) / (5/3)).
  expect(first?.reliability).toMatchObject({ n: 4, leftOut: 0, items: 3 });
  expect(first?.reliability.alpha).toBeCloseTo(0.75, 12);
  expect(figuresOfGraded(places, 'last')[0]?.scores.mean).toBeCloseTo((1 + 2 / 3 + 1 + 0) / 4, 12);
});
