import { describe, expect, test } from 'vitest';
import { cashMisleads, net, round } from '#app/definitions/co-production/decision.ts';
import type { Facts } from '#app/definitions/co-production/facts.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { allCases, factsOf } from './cases.ts';

const derived = (facts: Facts, id: string) => {
  const question = coProduction.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`No question ${id}`);
  return question.derive(facts);
};

test('there are eight questions, each answered by one of its own answers or not at all', () => {
  expect(coProduction.questions.map(({ id }) => id)).toEqual(['V1', 'T1', 'N1', 'M1', 'D1', 'D2', 'D3', 'D4']);
  for (const { facts } of allCases) {
    for (const question of coProduction.questions) {
      const { answer, because, facts: refs } = question.derive(facts);
      expect(['n/a', ...question.answers.map(({ id }) => id)]).toContain(answer);
      expect(because).toMatch(/\.$/);
      expect(refs.length).toBeGreaterThan(0);
    }
  }
});

describe('each question', () => {
  test.each([
    ['V1', 'tax-self-assessment', 'both'],
    ['V1', 'hoax-emergency-calls', 'none'],
    ['T1', 'job-seeker-plan', 'mixed'],
    ['T1', 'voting', 'n/a'],
    ['N1', 'postcodes', 'optional'],
    ['N1', 'planning-workshops', 'n/a'],
    ['M1', 'prison-rehabilitation', 'extrinsic+intrinsic'],
    ['M1', 'fireworks-spectators', 'n/a'],
    ['D1', 'prison-rehabilitation', 'how-not-whether'],
    ['D1', 'postcodes', 'whether'],
    ['D2', 'parent-tutoring-citywide', 'tailor'],
    ['D2', 'postcodes', 'not-asked'],
    ['D3', 'parent-tutoring-citywide', 'tailor'],
    ['D3', 'recycling-sorting', 'n/a'],
    ['D4', 'parent-tutoring-citywide', 'cash-misleads'],
    ['D4', 'recycling-sorting', 'cash-agrees'],
  ])('%s of %s is %s', (question, id, answer) => {
    expect(derived(factsOf(id), question).answer).toBe(answer);
  });

  test('rests on the facts that it asks for', () => {
    const tax = factsOf('tax-self-assessment');
    expect(derived(tax, 'V1').facts).toEqual(['value.1', 'value.2']);
    expect(derived(tax, 'T1').facts).toEqual(['c1.steps', 'g1.steps', 'g2.steps']);
    expect(derived(tax, 'N1').facts).toEqual(['alternative.1']);
    expect(derived(tax, 'M1').facts).toEqual(['motive.1', 'motive.2']);
    expect(derived(factsOf('recycling-sorting'), 'D2').facts).toEqual(['decision']);
  });
});

describe('evidence that a story must give', () => {
  test('covers both lenses for every judged contribution, each ref once', () => {
    const { judgement } = coProduction.evidenceNeeded(factsOf('pb-playground-build'));
    expect(judgement).toEqual(expect.arrayContaining(['g1', 'g2', 'service', 'resident.role', 'c1.voice', 'c2.activity', 'value.1']));
    expect(new Set(judgement).size).toBe(judgement.length);
  });

  test('is asked for the questions that arise only', () => {
    const { questions } = coProduction.evidenceNeeded(factsOf('planning-workshops'));
    expect(questions).toMatchObject({ T1: ['c1.steps', 'g1.steps'], N1: [], D2: [], M1: ['motive.1', 'motive.2'] });
  });
});

describe('net benefit', () => {
  test('counts benefits less cash less other costs, each figure once', () => {
    const [first] = coProduction.quantities(factsOf('recycling-sorting'));
    expect(first).toMatchObject({ id: 'net:whole council:coproduction', value: 25, unit: 'points (invented for teaching)' });
    expect(first?.parts).toEqual([
      { label: 'benefit from clean material', value: 40 },
      { label: 'benefit from awareness', value: 30 },
      { label: 'cost in cash', value: -30 },
      { label: 'cost in household time', value: -15 },
    ]);
  });

  test('is asked for by name, with an article before the area', () => {
    const asks = coProduction.quantities(factsOf('self-service-border-gate')).map(({ ask }) => ask);
    expect(asks).toEqual([
      'What is the net benefit of co-production in the small airport?',
      'What is the net benefit of the alternative (the service’s own staff) in the small airport?',
      'By how much is the net benefit of co-production higher than that of the alternative (the service’s own staff) in the small airport?',
    ]);
  });

  test('differs between two ways by the gap of their sums, each worked out by itself', () => {
    const difference = (id: string) => coProduction.quantities(factsOf(id)).find((quantity) => quantity.id.startsWith('difference:'));
    expect(difference('sure-start-peer-support')?.working).toBe(
      'With co-production: 40 + 30 − 35 − 10 = 25. With the service’s own staff: 45 + 15 + 10 − 70 = 0. The difference: 25 − 0 = 25',
    );
    const [area] = factsOf('recycling-sorting').decision?.areas ?? [];
    const facts = factsOf('recycling-sorting');
    const dear = area && { ...area, alternative: { ...area.alternative, cash: 70 } };
    const worse = dear && coProduction.quantities({ ...facts, decision: { unit: 'points', areas: [dear] } }).at(-1);
    expect(worse?.working).toMatch(/60 − 70 = −10\. The difference: 25 − \(−10\) = 35$/);
  });

  test('is the sum of its parts, for every quantity of every case', () => {
    const all = allCases.flatMap(({ facts }) => coProduction.quantities(facts));
    expect(all.length).toBeGreaterThan(12);
    for (const { parts, value } of all) expect(round(parts.reduce((sum, part) => sum + part.value, 0))).toBe(value);
  });

  test('has no dust of binary fractions', () => {
    expect(net({ cash: 0.1, otherCosts: { time: 0.2 }, benefits: { reach: 0.3 } })).toBe(0);
  });

  test('is nowhere without a decision', () => {
    expect(coProduction.quantities(factsOf('postcodes'))).toEqual([]);
    expect(cashMisleads(factsOf('postcodes'))).toBeNull();
  });
});

test('who gains is said of individuals and of all together', () => {
  expect(derived(factsOf('diabetes-self-management'), 'V1').because).toBe(
    'Individuals gain: the patient (health). And all share in it: the community (fewer emergency admissions).',
  );
});

test('steps come in the order of time, and cues with their motives', () => {
  expect(coProduction.sequence(factsOf('tax-self-assessment')).map(({ id, at }) => [id, at])).toEqual([
    ['g1', 1],
    ['c1', 2],
    ['g2', 3],
  ]);
  expect(coProduction.sequence(factsOf('tax-self-assessment'))[1]?.text).toBe('Taxpayer: works out and enters the figures');
  expect(coProduction.cues(factsOf('recycling-sorting')).map(({ id, category }) => [id, category])).toEqual([
    ['motive.1', 'normative'],
    ['motive.2', 'extrinsic'],
  ]);
});
