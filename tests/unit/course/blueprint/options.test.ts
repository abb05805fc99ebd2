import { describe, expect, it } from 'vitest';
import { keyLengthRatio, lengthBias, positionBias } from '#app/course/blueprint/options.ts';
import { forLearner, keyOf, toForm } from '#app/quiz/quiz.ts';
import { itemOf } from '../../quiz/build.ts';

const verdict = itemOf({ kind: 'verdict', scenario: 'postcodes', about: 'R3' });
const evidence = itemOf({ kind: 'evidence', scenario: 'postcodes', about: 'R3' });

describe('the right option among the others', () => {
  it('has its length measured against the longest other', () => {
    const { body } = forLearner(verdict, 1);
    const key = keyOf(verdict);
    if (body.type !== 'choice' || !key) throw new Error('a verdict item has options and a key');
    const letter = toForm(verdict, 1, key).get('option');
    const lengths = body.options.map(({ id, text }) => [id === letter, text.length] as const);
    const own = lengths.find(([isKey]) => isKey)?.[1] ?? 0;
    const longest = Math.max(...lengths.filter(([isKey]) => !isKey).map(([, length]) => length));
    expect(keyLengthRatio(verdict)).toBeCloseTo(own / longest);
    expect(lengthBias([verdict])).toMatchObject({ items: 1, keyLongest: own > longest ? 1 : 0, chance: 1 / lengths.length });
  });

  it('is shuffled to every place', () => {
    const { places } = positionBias([verdict]);
    expect(places.length).toBeGreaterThanOrEqual(3);
    for (const share of places) expect(share).toBeGreaterThan(0.4);
  });
});

describe('items without options of their own wording', () => {
  it('have no length, and sentences to find have a third of the story', () => {
    expect(keyLengthRatio(evidence)).toBeNull();
    expect(lengthBias([evidence])).toEqual({ items: 0, keyLongest: 0, keyShortest: 0, chance: 0 });
    const { sentenceItems, sentenceThirds, places } = positionBias([evidence]);
    expect(sentenceItems).toBe(1);
    expect(sentenceThirds.reduce((sum, share) => sum + share)).toBe(1);
    expect(places).toEqual([]);
  });
});
