import { describe, expect, test } from 'vitest';
import { derive } from '#app/definitions/co-production/derive.ts';
import type { Facts } from '#app/definitions/co-production/facts.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { verdictOf } from '#app/definitions/judge.ts';
import type { Misconception } from '#app/definitions/theory.ts';
import { allCases, factsOf } from './cases.ts';

const held = (id: string): Misconception<Facts> => {
  const found = coProduction.misconceptions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`No misconception ${id}`);
  return found;
};

const answers = (id: string, caseId: string): string => {
  const { lens, question } = held(id);
  const facts = factsOf(caseId);
  return lens === undefined ? (question?.answer(facts) ?? '') : verdictOf(coProduction, facts, lens);
};

test('each is either a lens or an answer to a question', () => {
  expect(coProduction.misconceptions).toHaveLength(18);
  for (const { lens, question } of coProduction.misconceptions) expect((lens === undefined) !== (question === undefined)).toBe(true);
});

describe('about the definition', () => {
  const lenses = coProduction.misconceptions.flatMap(({ id, lens }) => (lens === undefined ? [] : [{ id, lens }]));

  test.each(lenses)('$id goes wrong on some case and right on another', ({ lens }) => {
    const wrong = allCases.filter(({ facts }) => verdictOf(coProduction, facts, lens) !== verdictOf(coProduction, facts));
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.length).toBeLessThan(allCases.length);
  });

  test.each([
    ['side-by-side', 'tax-self-assessment', 'no'],
    ['voice-counts', 'planning-workshops', 'yes'],
    ['use-counts', 'turnstile-counts', 'yes'],
    ['use-counts', 'prefilled-tax-return', 'no'],
    ['paying-counts', 'sponsored-bench', 'yes'],
    ['self-help-counts', 'babysitting-circle', 'yes'],
    ['anyone-outside-counts', 'contracted-garbage', 'yes'],
    ['must-be-voluntary', 'jury-service', 'no'],
    ['duty-is-always-production', 'unread-landing-cards', 'yes'],
    ['public-value-only', 'watercolour-class', 'no'],
    ['being-active-is-enough', 'hoax-emergency-calls', 'yes'],
    ['must-be-unpaid-altruism', 'diabetes-self-management', 'no'],
    ['must-be-unpaid-altruism', 'neighbourhood-watch', 'yes'],
  ])('%s answers %s with %s', (id, caseId, verdict) => {
    expect(answers(id, caseId)).toBe(verdict);
  });
});

describe('about the questions after the verdict', () => {
  const answering = coProduction.misconceptions.flatMap(({ id, question }) => (question === undefined ? [] : [{ id, question }]));

  test.each(answering)('$id goes wrong on some case and right on another', ({ question }) => {
    const asked = coProduction.questions.find(({ id }) => id === question.id);
    const wrong = allCases.filter(({ facts }) => question.answer(facts) !== asked?.derive(facts).answer);
    expect(wrong.length).toBeGreaterThan(0);
    expect(wrong.length).toBeLessThan(allCases.length);
  });

  test.each(answering)('$id answers with one of the answers there are', ({ question }) => {
    const asked = coProduction.questions.find(({ id }) => id === question.id);
    const possible = ['n/a', ...(asked?.answers.map(({ id }) => id) ?? [])];
    for (const { facts } of allCases) expect(possible).toContain(question.answer(facts));
  });

  test.each([
    ['nice-extra', 'prison-rehabilitation', 'optional'],
    ['cheapest-wins', 'parent-tutoring-citywide', 'use'],
    ['free-labour', 'library-volunteers', 'use'],
    ['one-programme-for-all', 'library-volunteers', 'do-not-use'],
    ['one-programme-for-all', 'parent-tutoring-citywide', 'use'],
    ['only-money-moves-people', 'recycling-sorting', 'extrinsic'],
    ['only-goodness-moves-people', 'library-volunteers', 'normative'],
    ['individual-benefit-cannot-be-public', 'tax-self-assessment', 'private'],
  ])('%s answers %s with %s', (id, caseId, answer) => {
    expect(answers(id, caseId)).toBe(answer);
  });

  test('the true answer for the library is to tailor', () => {
    expect(derive(factsOf('library-volunteers')).use).toBe('tailor');
  });

  test('a net benefit without the contributors’ time, or with cash alone, is the holder’s own wrong number', () => {
    const facts = factsOf('library-volunteers');
    const number = (id: string, quantity: string) => held(id).quantity?.(facts, quantity);
    expect(number('free-labour', 'net:town:coproduction')).toBe(50);
    expect(number('free-labour', 'net:town:alternative')).toBe(30);
    expect(number('free-labour', 'difference:town')).toBe(20);
    expect(number('cheapest-wins', 'net:town:coproduction')).toBe(-10);
    expect(number('cheapest-wins', 'difference:town')).toBe(20);
    expect(number('cheapest-wins', 'net:nowhere:coproduction')).toBeUndefined();
  });
});
