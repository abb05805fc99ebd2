/** A case of the stock may be asked about alone: which column does it belong in? */
import { expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { feedback, forLearner, grade, keyOf, resolve } from '#app/quiz/quiz.ts';
import { scenarios } from './build.ts';

function alone(scenario: string, by: string) {
  const resolved = resolve(
    { id: 'one', kind: 'classify', objective: 'stock', about: by, scenarios: [scenario], by },
    coProduction,
    scenarios,
  );
  if ('problems' in resolved) throw new Error(resolved.problems.map(({ message }) => message).join());
  return resolved.item;
}

test('one case is asked about by the plain question', () => {
  expect(forLearner(alone('recycling-sorting', 'V1'), 1).stem).toBe('Who gains from it: individuals, the community as a whole, or both?');
});

test('one case has at least four columns to choose from, so that they do not give it away', () => {
  const { body } = forLearner(alone('rainfall-observers', 'M1'), 1);
  expect(body.type === 'table' && body.columns.length).toBeGreaterThanOrEqual(4);
});

test('its feedback names the answer and says why, right or wrong', () => {
  const item = alone('recycling-sorting', 'V1');
  const key = keyOf(item);
  if (key?.type !== 'table') throw new Error('no key');
  const wrong = { type: 'table', cells: { 'recycling-sorting': 'private' } } as const;
  for (const answer of [key, wrong]) {
    const { headline, deciding } = feedback(item, answer);
    expect(headline).toBe('By the facts, the answer is “Public: the community gains”.');
    expect(deciding?.because).toContain('All share in it');
  }
  expect([grade(item, key).right, grade(item, wrong).right]).toEqual([true, false]);
});
