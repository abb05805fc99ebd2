import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from '#app/quiz/item.ts';
import { keyOf } from '#app/quiz/quiz.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { casesOnMap } from '#app/use-cases/cohorts/map-figures.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import { course, itemOf, newWorld, type TestWorld } from '../world.ts';
import { classOf, sit } from './class-of.ts';

const id = 'l3-map-say';
const item = itemOf(id);
const key = keyOf(item) as Extract<Answer, { type: 'table' }>;

let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

/** An answer as the log has it. */
function logged(learnerId: string, itemId: string, cells: Readonly<Record<string, string>>): LoggedAnswer {
  const answer = JSON.stringify({ type: 'table', cells: { ...(keyOf(itemOf(itemId)) as typeof key).cells, ...cells } });
  const rest = {
    lesson: '',
    about: 'R4',
    mode: 'practice' as const,
    score: 0,
    right: false,
    misconceptions: [],
    seconds: 1,
    at: 0,
    contentVersion: '1',
    scoreBefore: null,
  };
  return { id: `${learnerId} ${itemId}`, learnerId, itemId, answer, ...rest };
}

test('each case has its key cell, the answers by cell, and the ideas that lead to just that cell', () => {
  const workshops = 'planning-workshops';
  const cases = casesOnMap(course, [
    logged('ann', id, { [workshops]: 'doing.both', 'contracted-garbage': 'doing.both' }),
    logged('ben', id, { [workshops]: 'doing.both' }),
    logged('cara', id, { [workshops]: 'evaluating.government' }),
    logged('dan', id, {}),
  ]);
  expect(cases.map(({ scenario }) => scenario)).toEqual(item.scenarios.map((scenario) => scenario.id));
  const one = cases.find(({ scenario }) => scenario === workshops);
  expect(one).toMatchObject({ key: 'designing.both', n: 4, learners: 4 });
  expect(one?.cells).toEqual([
    { cell: 'doing.both', count: 2, misconceptions: ['Having a say is producing'] },
    { cell: 'designing.both', count: 1, misconceptions: [] },
    { cell: 'evaluating.government', count: 1, misconceptions: [] },
  ]);
});

test('a case of several questions is counted over all of them, and a learner once', () => {
  const cases = casesOnMap(course, [logged('ann', id, {}), logged('ann', 'l4-map-definitions', { 'night-bus-marks': 'doing.both' })]);
  expect(cases.find(({ scenario }) => scenario === 'night-bus-marks')).toMatchObject({ n: 2, learners: 1 });
});

test('an answer that has lost a case leaves it out, and nobody’s answers make no figures', () => {
  const answer = JSON.stringify({ type: 'table', cells: { 'planning-workshops': 'doing.both' } });
  expect(casesOnMap(course, [{ ...logged('ann', id, {}), answer }]).map(({ scenario }) => scenario)).toEqual(['planning-workshops']);
  expect(casesOnMap(course, [])).toEqual([]);
});

test('the figures of a cohort count the first, best or last answer of each learner, and of nobody else', async () => {
  const cohort = await classOf(world, ['cora', 'dan']);
  for (const given of ['wrong', 'right'] as const) await sit(world, 'cora', [id], [given]);
  await sit(world, 'dan', [id], ['right']);
  const rightShare = async (counts: 'first' | 'last') => {
    const { onMap } = await analysisOf(world, cohort.id, course, counts);
    return onMap.map(({ key: belongs, cells, n }) => (cells.find(({ cell }) => cell === belongs)?.count ?? 0) / n);
  };
  expect(Math.min(...(await rightShare('first')))).toBe(0.5);
  expect(await rightShare('last')).toEqual(item.scenarios.map(() => 1));
});
