import { describe, expect, test } from 'vitest';
import { markStory, mostTelling, plainStory, quoteOf, segmentsFor, sentencesWith } from '#app/quiz/evidence.ts';
import { grade, keyOf } from '#app/quiz/quiz.ts';
import type { Scenario, Sentence } from '#app/quiz/scenario.ts';
import { factsOf, itemOf, scenarioFrom, sentence } from './build.ts';

const story: readonly (readonly Sentence[])[] = [
  [sentence('The office opens', 'g1'), sentence('She writes', 'c1', 'payer')],
  [
    {
      segments: [
        { text: 'At night', facts: ['c1.steps'] },
        { text: ' she adds it up ', facts: [] },
        { text: 'by hand', facts: ['c1.form', 'c10'] },
      ],
    },
  ],
];
const words = (ref: string) => [...segmentsFor(story, ref)].map((segment) => segment.text);

describe('the words that establish a fact', () => {
  test('are those of the fact itself rather than of the whole it belongs to', () => {
    expect(words('c1.form')).toEqual(['by hand']);
    expect(words('c1.gives')).toEqual(['She writes']);
  });

  test('of a whole are also those of its parts', () => {
    expect(words('c1')).toEqual(['She writes', 'At night', 'by hand']);
  });

  test('are not those of another fact whose name begins alike', () => {
    expect(words('c10')).toEqual(['by hand']);
    expect(words('c')).toEqual([]);
  });

  test('come from the first fact that the story establishes', () => {
    expect(quoteOf(story, ['value.1', 'c1.form', 'g1'])).toBe('by hand');
    expect(quoteOf(story, ['value.1'])).toBeNull();
    expect(sentencesWith(story, mostTelling(story, ['c1.steps']))).toEqual([2]);
  });
});

test('a marked story has the same words as the plain one', () => {
  const scenario: Scenario = { ...scenarioFrom('voting'), story };
  const marked = markStory(story, segmentsFor(story, 'g1')).map((paragraph) =>
    paragraph.map(({ segments }) =>
      segments
        .map(({ text }) => text)
        .join('')
        .trim(),
    ),
  );
  expect(marked).toEqual(plainStory(scenario).paragraphs);
  expect(markStory(story, segmentsFor(story, 'g1'))[0]?.[0]?.segments.map(({ mark }) => mark)).toEqual([true, false]);
});

describe('an evidence item', () => {
  const bank = new Map([['bins', { ...scenarioFrom('recycling-sorting'), id: 'bins' }]]);

  test('takes the sentence that the criterion rests on', () => {
    const item = itemOf({ kind: 'evidence', about: 'R3', scenario: 'bins' }, bank);
    // Nothing, the purpose, two parties, the council's bins; then what the householder does.
    expect(keyOf(item)).toEqual({ type: 'sentence', sentence: 5 });
    expect(grade(item, { type: 'sentence', sentence: 0 })).toEqual({ score: 0, right: false, misconceptions: [] });
  });

  test('gives half for another fact that the finding also rests on', () => {
    const item = itemOf({ kind: 'evidence', about: 'R1', scenario: 'bins' }, bank);
    const key = keyOf(item);
    const scores = [...Array(9).keys()].map((index) => grade(item, { type: 'sentence', sentence: index }).score);
    expect(key?.type === 'sentence' && scores[key.sentence]).toBe(1);
    expect(scores.filter((score) => score === 0.5).length).toBeGreaterThan(0);
  });

  test('takes any sentence with a fact that a question rests on', () => {
    const both = itemOf({ kind: 'evidence', about: 'V1', scenario: 'tax-self-assessment' });
    const gains = factsOf('tax-self-assessment').value.length;
    const full = [...Array(15).keys()].filter((sentence) => grade(both, { type: 'sentence', sentence }).right);
    expect(full).toHaveLength(gains);
  });
});
