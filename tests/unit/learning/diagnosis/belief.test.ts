import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Belief, beliefAfter, beliefBefore, mostProbable, moved, probabilityOf } from '#app/learning/diagnosis/belief.ts';
import { likelihoodOf } from '#app/learning/diagnosis/evidence.ts';
import { floor, rates } from '#app/learning/diagnosis/rates.ts';
import { keyOf } from '#app/quiz/quiz.ts';
import { answerOf, onTopic, type Ready, topic } from './course.ts';

const verdicts = onTopic('verdict');
const stateOf = (topicId: string, id: string) => {
  const state = topic(topicId).states.find((one) => one.id === id);
  if (!state) throw new Error(`no state ${id}`);
  return state;
};
const total = ({ probabilities }: Belief) => probabilities.reduce((sum, one) => sum + one, 0);
const answering = (before: Belief, ready: Ready, as: string, feedback = false) => {
  const answer = answerOf(stateOf(ready.evidence.topic.id, as), ready);
  return answer ? beliefAfter(before, ready.evidence, answer, { feedback }) : before;
};
const told = (id: string) => {
  const ready = verdicts.find((one) => one.id === id);
  if (!ready) throw new Error(`no item ${id}`);
  return ready;
};

describe('what is believed after answers', () => {
  test('stays a distribution with nobody ruled out, whatever is answered', () => {
    const anyAnswers = fc.array(
      fc.record({
        place: fc.nat({ max: verdicts.length - 1 }),
        as: fc.constantFrom('correct', 'side-by-side', 'use-counts'),
        feedback: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        let belief = beliefBefore(topic('verdict'));
        for (const { place, as, feedback } of answers) {
          const ready = verdicts[place];
          if (ready) belief = answering(belief, ready, as, feedback);
        }
        expect(total(belief)).toBeCloseTo(1, 9);
        expect(Math.min(...belief.probabilities)).toBeGreaterThan(floor / 2);
      }),
      { numRuns: 50 },
    );
  });

  test('is by Bayes: prior times likelihood, where no feedback was given', () => {
    const ready = told('l1-gym-verdict');
    const prior = beliefBefore(topic('verdict'));
    const answer = keyOf(ready.item);
    const likelihood = answer && likelihoodOf(ready.evidence, answer);
    const posterior = answering(prior, ready, 'correct');
    const odds = (one: number, other: number, values: readonly number[]) => (values[one] ?? 0) / (values[other] ?? 1);
    const held = topic('verdict').states.findIndex(({ id }) => id === 'self-help-counts');
    expect(odds(0, held, posterior.probabilities)).toBeCloseTo(odds(0, held, prior.probabilities) * odds(0, held, likelihood ?? []), 6);
  });

  test.each(topic('verdict').states.filter(({ holds }) => holds.length === 1))('names $id once its holder has answered', ({ id }) => {
    const telling = verdicts.filter(({ evidence, item }) => {
      const place = evidence.topic.states.findIndex((state) => state.id === id);
      return item.spec.kind === 'verdict' && evidence.contradicted[place] === true;
    });
    let belief = beliefBefore(topic('verdict'));
    for (const ready of telling) belief = answering(belief, ready, id);
    expect(probabilityOf(belief, id)).toBeGreaterThan(0.8);
  });

  test('is that somebody goes by the definition who answers as it does', () => {
    let belief = beliefBefore(topic('verdict'));
    for (const ready of verdicts.slice(0, 60)) belief = answering(belief, ready, 'correct', true);
    expect(mostProbable(belief).state.id).toBe('correct');
    expect(mostProbable(belief).probability).toBeGreaterThan(0.85);
  });

  test('follows somebody who holds a misconception, is taught and recovers', () => {
    const contradicting = verdicts.filter(({ item }) => item.spec.about === 'R6' && item.spec.kind === 'verdict');
    let belief = beliefBefore(topic('verdict'));
    for (const ready of contradicting) belief = answering(belief, ready, 'side-by-side', true);
    expect(probabilityOf(belief, 'side-by-side')).toBeGreaterThan(0.5);
    for (const ready of contradicting) belief = answering(belief, ready, 'correct', true);
    expect(probabilityOf(belief, 'side-by-side')).toBeLessThan(0.05);
  });

  test('does not change by an answer that does not fit', () => {
    const before = beliefBefore(topic('verdict'));
    const { evidence } = told('l1-gym-verdict');
    expect(beliefAfter(before, evidence, { type: 'number', value: 3 }, { feedback: true })).toBe(before);
  });
});

describe('what feedback may change', () => {
  const { evidence } = told('l1-gym-verdict');
  const only = (id: string) => topic('verdict').states.map((state) => (state.id === id ? 1 : 0));
  const shareOf = (values: readonly number[], id: string) => values[topic('verdict').states.findIndex((state) => state.id === id)];

  test('a misconception that it contradicts may go', () => {
    const left = moved(only('self-help-counts'), evidence, rates);
    expect(shareOf(left, 'correct')).toBeCloseTo(rates.learn, 12);
    expect(shareOf(left, 'self-help-counts')).toBeCloseTo(1 - rates.learn, 12);
  });
  test('one that it does not touch stays', () => {
    expect(moved(only('side-by-side'), evidence, rates)).toEqual(only('side-by-side'));
  });
  test('of two, either may go and the other stays', () => {
    const left = moved(only('self-help-counts+being-active-is-enough'), evidence, rates);
    expect(shareOf(left, 'being-active-is-enough')).toBeCloseTo(rates.learn / 2, 12);
    expect(shareOf(left, 'correct')).toBe(0);
  });
  test('guessers may settle, and the settled may forget', () => {
    expect(shareOf(moved(only('guessing'), evidence, rates), 'correct')).toBeCloseTo(rates.settle, 12);
    expect(shareOf(moved(only('correct'), evidence, rates), 'guessing')).toBeCloseTo(rates.forget, 12);
  });
});
