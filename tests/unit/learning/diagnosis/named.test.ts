import { describe, expect, test } from 'vitest';
import { beliefBefore } from '#app/learning/diagnosis/belief.ts';
import { ideasNamed } from '#app/learning/diagnosis/named.ts';
import type { Topic } from '#app/learning/diagnosis/states.ts';

const state = (id: string, ...holds: string[]) => ({ id, holds, held: null });
const topic: Topic = {
  id: 'verdict',
  label: 'Verdict',
  states: [state('correct'), state('a', 'a'), state('b', 'b'), state('a+b', 'a', 'b')],
};
const believed = (probabilities: number[], answers = 5) => ({ belief: { topic, probabilities }, answers });

describe('the ideas that a learner is told of', () => {
  test('are held more likely than not, alone or with another', () => {
    expect(ideasNamed([believed([0.3, 0.4, 0.1, 0.2])])).toEqual([{ id: 'a', probability: expect.closeTo(0.6), answers: 5 }]);
    expect(ideasNamed([believed([0.5, 0.5, 0, 0])])).toEqual([]);
    expect(ideasNamed([believed([0.1, 0.2, 0.1, 0.6])]).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('rest on two answers or more, and none is told of before the first', () => {
    expect(ideasNamed([believed([0.1, 0.9, 0, 0], 1)])).toEqual([]);
    expect(ideasNamed([])).toEqual([]);
    expect(ideasNamed([{ belief: beliefBefore(topic), answers: 9 }])).toEqual([]);
  });

  test('come the most probable first, whatever they are about', () => {
    const other: Topic = { ...topic, id: 'N1', states: [state('correct'), state('c', 'c')] };
    const beliefs = [believed([0.4, 0.6, 0, 0]), { belief: { topic: other, probabilities: [0.2, 0.8] }, answers: 2 }];
    expect(ideasNamed(beliefs).map(({ id, probability }) => [id, probability])).toEqual([
      ['c', 0.8],
      ['a', 0.6],
    ]);
  });
});
