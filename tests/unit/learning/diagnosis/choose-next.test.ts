import { describe, expect, test } from 'vitest';
import { type Belief, beliefAfter, beliefBefore } from '#app/learning/diagnosis/belief.ts';
import { chooseNext, chooseSeveral, newSession, sessionAfter } from '#app/learning/diagnosis/choose-next.ts';
import { likelihoodOf } from '#app/learning/diagnosis/evidence.ts';
import { expectedGain } from '#app/learning/diagnosis/gain.ts';
import { whyAsk } from '#app/learning/diagnosis/why.ts';
import type { Answer } from '#app/quiz/item.ts';
import { keyOf, sheetOf } from '#app/quiz/quiz.ts';
import { bank, onTopic, type Ready, topic } from './course.ts';

const verdicts = onTopic('verdict');
const none: ReadonlyMap<string, Belief> = new Map();
const entropy = (probabilities: readonly number[]) => probabilities.reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);
const certain = (id: string): Belief => ({
  topic: topic('verdict'),
  probabilities: topic('verdict').states.map((state) => (state.id === id ? 1 : 0)),
});

describe('the expected gain of an item', () => {
  test('is the mean fall of uncertainty over its answers', () => {
    const { probabilities } = beliefBefore(topic('verdict'));
    for (const { item, evidence } of verdicts) {
      const sheet = sheetOf(item);
      if (sheet.type !== 'choice') continue;
      let left = 0;
      for (const { id } of sheet.options) {
        const likelihood = likelihoodOf(evidence, { type: 'choice', option: id }) ?? [];
        const joint = probabilities.map((p, state) => p * (likelihood[state] ?? 0));
        const chance = joint.reduce((sum, one) => sum + one, 0);
        left += chance * entropy(joint.map((one) => one / chance));
      }
      expect(expectedGain(beliefBefore(topic('verdict')), evidence), item.spec.id).toBeCloseTo(entropy(probabilities) - left, 9);
    }
  });

  test('is nothing where the belief is certain, and never more than there is to learn', () => {
    for (const { evidence } of bank) {
      const before = beliefBefore(evidence.topic);
      expect(expectedGain(before, evidence)).toBeLessThanOrEqual(entropy(before.probabilities));
      if (evidence.topic.id === 'verdict') expect(expectedGain(certain('side-by-side'), evidence)).toBeCloseTo(0, 9);
    }
  });
});

describe('the next item', () => {
  test('tells no story twice while others are left, and asks nothing twice', () => {
    const chosen = chooseSeveral(none, verdicts, newSession, 12).map(({ candidate }) => candidate);
    const told = chosen.flatMap(({ scenarios }) => scenarios);
    expect(chosen).toHaveLength(12);
    expect(new Set(told).size).toBe(told.length);
  });

  test('is worth at least three quarters of the best', () => {
    const best = Math.max(...verdicts.map(({ evidence }) => expectedGain(beliefBefore(evidence.topic), evidence)));
    expect(chooseNext(none, verdicts, newSession)?.gain).toBeGreaterThan(0.75 * best);
  });

  test('separates the two ideas that are likely, and says so', () => {
    const { states } = topic('verdict');
    const probabilities = states.map(({ id }) => (id === 'correct' ? 0.5 : id === 'voice-counts' ? 0.5 : 0));
    const choice = chooseNext(new Map([['verdict', { topic: topic('verdict'), probabilities }]]), verdicts, newSession);
    expect(choice?.why).toBe('Your answer shows whether you hold the idea “Having a say is producing” or went by the definition.');
    const place = states.findIndex(({ id }) => id === 'voice-counts');
    expect(choice?.candidate.evidence.contradicted[place]).toBe(true);
  });

  test('is about another criterion than the last one where that tells as much', () => {
    const first = chooseNext(none, verdicts, newSession);
    if (!first) throw new Error('no item');
    const same: Ready = { ...first.candidate, id: 'same', scenarios: ['elsewhere'] };
    const other: Ready = { ...same, id: 'other', about: 'something else', scenarios: ['elsewhere too'] };
    expect(chooseNext(none, [same, other], sessionAfter(newSession, first.candidate))?.candidate.id).toBe('other');
  });

  test('is null where nothing is left', () => {
    expect(chooseNext(none, [], newSession)).toBeNull();
  });
});

test('twelve right answers to items chosen one by one leave little doubt', () => {
  let belief = beliefBefore(topic('verdict'));
  let session = newSession;
  for (let count = 0; count < 12; count++) {
    const next = chooseNext(new Map([['verdict', belief]]), verdicts, session);
    if (!next) throw new Error('no item');
    belief = beliefAfter(belief, next.candidate.evidence, keyOf(next.candidate.item) as Answer, { feedback: false });
    session = sessionAfter(session, next.candidate);
  }
  expect(belief.probabilities[0]).toBeGreaterThan(0.9);
});

test('a reason names a guess where that is the other possibility', () => {
  const [match] = onTopic('T1');
  expect(match && whyAsk(beliefBefore(topic('T1')), match.evidence)).toBe(
    'Your answer shows whether you guessed or went by the facts of the case.',
  );
});
