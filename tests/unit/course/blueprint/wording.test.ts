import { describe, expect, it } from 'vitest';
import { type LabelledStory, wordingBias } from '#app/course/blueprint/wording.ts';

const story = (id: string, text: string, falls: boolean): LabelledStory => ({ id, text, falls });
const many = (count: number, make: (index: number) => LabelledStory) => Array.from({ length: count }, (_, index) => make(index));

describe('the bias of wording', () => {
  it('is complete where one word tells every verdict', () => {
    const stories = [
      ...many(10, (index) => story(`y${index}`, `Residents help at place ${'abcdefghij'[index]}x.`, true)),
      ...many(10, (index) => story(`n${index}`, `Residents pay at place ${'klmnopqrst'[index]}x.`, false)),
    ];
    const found = wordingBias(stories);
    expect(found.accuracy).toBe(1);
    expect(found.guessed).toHaveLength(20);
    expect(
      found.words
        .slice(0, 2)
        .map(({ word, falls }) => `${word} ${falls}`)
        .toSorted(),
    ).toEqual(['help true', 'pay false']);
  });

  it('is not above chance where words say nothing: a story does not help to guess itself', () => {
    const stories = [
      ...many(10, (index) => story(`y${index}`, `unique${'abcdefghij'[index]} word`, true)),
      ...many(10, (index) => story(`n${index}`, `unique${'klmnopqrst'[index]} word`, false)),
    ];
    expect(wordingBias(stories).accuracy).toBeLessThanOrEqual(0.5);
  });

  it('gains nothing by leaning to the more frequent answer', () => {
    const stories = [
      ...many(18, (index) => story(`y${index}`, `a place called ${'abcdefghijklmnopqr'[index]}x`, true)),
      ...many(2, (index) => story(`n${index}`, `a place called ${'st'[index]}x`, false)),
    ];
    expect(wordingBias(stories).accuracy).toBeLessThanOrEqual(0.5);
  });

  it('is at chance for stories of one answer, and for none', () => {
    expect(wordingBias([story('a', 'one', true), story('b', 'two', true)])).toMatchObject({ accuracy: 0.5, words: [] });
    expect(wordingBias([])).toMatchObject({ accuracy: 0.5, chance: 0.5, guessed: [], words: [] });
  });
});
