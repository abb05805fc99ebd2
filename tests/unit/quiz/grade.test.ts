import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { answerUnder, forLearner, grade, keyOf } from '#app/quiz/quiz.ts';
import { everyItem, itemOf, oneOfEach } from './build.ts';

const everything = [...oneOfEach, ...everyItem()];

test('the key gets full marks on every item of every case', () => {
  const marked = everything.filter((item) => item.spec.kind !== 'explain');
  expect(marked.length).toBeGreaterThan(1000);
  for (const item of marked) {
    const key = keyOf(item);
    if (key === null) throw new Error(`No key for ${item.spec.id}`);
    expect(grade(item, key)).toEqual({ score: 1, right: true, misconceptions: [] });
  }
});

test('an explanation is never marked', () => {
  const item = oneOfEach.find(({ spec }) => spec.kind === 'explain');
  expect(item && keyOf(item)).toBeNull();
  expect(item && grade(item, { type: 'text', text: 'Because.' })).toEqual({ score: null, right: null, misconceptions: [] });
});

test('whoever holds a misconception is found out where it leads to another answer', () => {
  const found = new Map<string, Set<string>>();
  for (const item of everything) {
    for (const { id } of coProduction.misconceptions) {
      const answer = answerUnder(item, id);
      if (answer === null) continue;
      const graded = grade(item, answer);
      if (graded.right) continue;
      expect(graded.misconceptions, `${id} on ${item.spec.kind} ${item.scenarios.map((scenario) => scenario.id)}`).toContain(id);
      found.set(id, (found.get(id) ?? new Set()).add(item.spec.kind));
    }
  }
  for (const id of ['side-by-side', 'self-help-counts', 'anyone-outside-counts', 'use-counts', 'being-active-is-enough']) {
    expect([...(found.get(id) ?? [])], id).toEqual(expect.arrayContaining(['verdict', 'criteria', 'what-if']));
  }
  expect([...(found.get('free-labour') ?? [])]).toContain('numeric');
});

test('an answer of another form, as after an edit of the item, is wrong and no exception', () => {
  for (const item of everything.filter(({ spec }) => spec.kind !== 'explain')) {
    expect(grade(item, { type: 'choice', option: 'gone' }).right).toBe(false);
    expect(grade(item, { type: 'text', text: 'gone' }).right).toBe(false);
    expect(grade(item, { type: 'table', cells: {} }).right).toBe(false);
    expect(grade(item, { type: 'order', order: [] }).right).toBe(false);
  }
});

test('an unknown misconception answers nothing', () => {
  for (const item of oneOfEach) expect(answerUnder(item, 'no-such')).toBeNull();
});

describe('criteria', () => {
  const item = itemOf({ kind: 'criteria', about: 'R4', scenario: 'planning-workshops' });

  test('scores the share of rows that are right', () => {
    expect(keyOf(item)).toEqual({ type: 'checklist', met: ['R1', 'R2', 'R3', 'R5', 'R6', 'R7'] });
    const { score, right } = grade(item, { type: 'checklist', met: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] });
    expect(score).toBeCloseTo(5 / 7);
    expect(right).toBe(false);
  });

  test('asks only for the rows that the author names', () => {
    const short = itemOf({ kind: 'criteria', about: 'R4', scenario: 'planning-workshops', criteria: ['R3', 'R4'] });
    expect(keyOf(short)).toEqual({ type: 'checklist', met: ['R3'] });
    expect(grade(short, { type: 'checklist', met: [] }).score).toBe(0.5);
  });

  test('takes either mark for a criterion that is met in part', () => {
    const partly = itemOf({ kind: 'criteria', about: 'B3', lens: 'broad', scenario: 'comment-portal' });
    const key = keyOf(partly);
    if (key?.type !== 'checklist') throw new Error('No checklist');
    expect(key.met).toContain('B3');
    expect(grade(partly, key).right).toBe(true);
    expect(grade(partly, { type: 'checklist', met: key.met.filter((id) => id !== 'B3') }).right).toBe(true);
  });

  test('judges the contribution that the author names', () => {
    const choosing = itemOf({ kind: 'criteria', about: 'R4', scenario: 'pb-playground-build', contribution: 'c1', criteria: ['R3', 'R4'] });
    const building = itemOf({ kind: 'criteria', about: 'R4', scenario: 'pb-playground-build', contribution: 'c2', criteria: ['R3', 'R4'] });
    expect(keyOf(choosing)).toEqual({ type: 'checklist', met: ['R3'] });
    expect(keyOf(building)).toEqual({ type: 'checklist', met: ['R3', 'R4'] });
  });
});

describe('numeric', () => {
  const item = itemOf({ kind: 'numeric', about: 'D2', scenario: 'recycling-sorting', quantity: 'net:whole council:coproduction' });
  const answer = (value: number) => grade(item, { type: 'number', value });

  test('works out 30 + 40 − 30 − 15 = 25 and forgives half a per cent', () => {
    expect(keyOf(item)).toEqual({ type: 'number', value: 25 });
    expect(answer(25.12).right).toBe(true);
    expect(answer(25.2).right).toBe(false);
    expect(answer(-25).right).toBe(false);
  });

  test('knows whose mistake 40 is: the time that householders give was left out', () => {
    expect(answer(40)).toEqual({ score: 0, right: false, misconceptions: ['free-labour'] });
  });
});

describe('classify', () => {
  const item = itemOf({ kind: 'classify', about: 'V1', scenarios: ['recycling-sorting', 'private-gym', 'tax-self-assessment'], by: 'V1' });

  test('sorts by a question and scores the share of cases', () => {
    expect(keyOf(item)).toEqual({
      type: 'table',
      cells: { 'recycling-sorting': 'public', 'private-gym': 'private', 'tax-self-assessment': 'both' },
    });
    const { score } = grade(item, {
      type: 'table',
      cells: { 'recycling-sorting': 'public', 'private-gym': 'public', 'tax-self-assessment': 'both' },
    });
    expect(score).toBeCloseTo(2 / 3);
  });

  test('tells a misconception by all its cells at once', () => {
    const cells = { 'recycling-sorting': 'public', 'private-gym': 'private', 'tax-self-assessment': 'private' };
    expect(grade(item, { type: 'table', cells }).misconceptions).toEqual(['individual-benefit-cannot-be-public']);
  });

  test('has, for a question with more answers than a table holds, those that a case or a misconception calls for', () => {
    const mixes = itemOf({
      kind: 'classify',
      about: 'M1',
      scenarios: ['tax-self-assessment', 'recycling-sorting', 'rainfall-observers'],
      by: 'M1',
    });
    const { body } = forLearner(mixes, 1);
    expect(body.type === 'table' && body.columns.map(({ label }) => label)).toEqual([
      'Extrinsic',
      'Intrinsic',
      'Normative',
      'Extrinsic and normative',
    ]);
    const cells = { 'tax-self-assessment': 'extrinsic', 'recycling-sorting': 'extrinsic', 'rainfall-observers': 'intrinsic' };
    expect(grade(mixes, { type: 'table', cells }).misconceptions).toEqual(['only-money-moves-people']);
  });

  test('sorts by the nearest concept, with the concept itself as a column', () => {
    const nearest = itemOf({ kind: 'classify', about: 'R3', scenarios: ['recycling-sorting', 'voting', 'private-gym'], by: 'nearest' });
    expect(keyOf(nearest)).toEqual({
      type: 'table',
      cells: { 'recycling-sorting': 'concept', voting: 'politics', 'private-gym': 'private-market' },
    });
  });
});

describe('order', () => {
  test('takes steps of the same time in either order', () => {
    const item = itemOf({ kind: 'order', about: 'T1', scenario: 'job-seeker-plan' });
    expect(grade(item, { type: 'order', order: ['g1', 'c1', 'g2', 'c2'] }).right).toBe(true);
    expect(grade(item, { type: 'order', order: ['c1', 'g1', 'g2', 'c2'] }).right).toBe(true);
  });

  test('scores the share of places that are right', () => {
    const item = itemOf({ kind: 'order', about: 'T1', scenario: 'tax-self-assessment' });
    expect(grade(item, { type: 'order', order: ['g1', 'g2', 'c1'] }).score).toBeCloseTo(1 / 3);
  });
});

describe('lens', () => {
  const claimed = (scenario: string, claims: 'yes' | 'partly' | 'no') =>
    keyOf(itemOf({ kind: 'lens', about: 'R4', scenario, speaker: 'a clerk', quote: 'It is so.', claims }));

  test('finds the definition that gives what the speaker claims', () => {
    expect(claimed('planning-workshops', 'yes')).toEqual({ type: 'choice', option: 'broad' });
    expect(claimed('planning-workshops', 'no')).toEqual({ type: 'choice', option: 'narrow' });
    expect(claimed('recycling-sorting', 'yes')).toEqual({ type: 'choice', option: 'both' });
    expect(claimed('voting', 'yes')).toEqual({ type: 'choice', option: 'neither' });
  });
});
