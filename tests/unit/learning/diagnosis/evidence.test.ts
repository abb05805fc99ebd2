import { describe, expect, test } from 'vitest';
import { evidenceOf, evidenceUnder, likelihoodOf } from '#app/learning/diagnosis/evidence.ts';
import { rates } from '#app/learning/diagnosis/rates.ts';
import { priorOf, topicsOf } from '#app/learning/diagnosis/states.ts';
import { itemKinds } from '#app/quiz/item.ts';
import { answerUnder, heldAnswers, keyOf } from '#app/quiz/quiz.ts';
import { answerOf, bank, course, items, topic } from './course.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('states of belief', () => {
  test('over the verdict are the definition, each misconception alone, pairs that can be held, and guessing', () => {
    const { states } = topic('verdict');
    expect(states[0]?.id).toBe('correct');
    expect(states.at(-1)?.id).toBe('guessing');
    expect(states.filter(({ holds }) => holds.length === 1)).toHaveLength(11);
    // All 55 pairs but "only public value counts" with "being active is enough": nobody asks for public value and for none.
    expect(states.filter(({ holds }) => holds.length === 2)).toHaveLength(54);
  });

  test('over a question are those that answer it', () => {
    expect(topic('D2').states.map(({ id }) => id)).toEqual(['correct', 'cheapest-wins', 'free-labour', 'guessing']);
    expect(topic('T1').states.map(({ id }) => id)).toEqual(['correct', 'guessing']);
  });

  test('have prior probabilities that add up to 1', () => {
    for (const one of topicsOf(course.theory)) expect(total(priorOf(one, rates))).toBeCloseTo(1, 12);
  });
});

describe('an item as evidence', () => {
  test('is there for every kind that a machine marks, and for no other', () => {
    const kinds = new Set(bank.map(({ item }) => item.spec.kind));
    expect([...kinds].toSorted()).toEqual(itemKinds.filter((kind) => kind !== 'explain').toSorted());
    for (const item of items) expect(evidenceOf(item) === null).toBe(item.spec.kind === 'explain');
  });

  test('gives the answers to each part probabilities that add up to 1 under every state', () => {
    for (const { evidence } of bank)
      for (const [part, rows] of evidence.likelihoods.entries())
        for (const place of evidence.topic.states.keys())
          expect(total(Object.values(rows).map((row) => row[place] ?? 0)), `${evidence.itemId} part ${part}`).toBeCloseTo(1, 9);
  });

  test('finds an answer most likely under the state that gives it', () => {
    for (const ready of bank)
      for (const [place, state] of ready.evidence.topic.states.entries()) {
        const answer = answerOf(state, ready);
        const likelihood = answer && likelihoodOf(ready.evidence, answer);
        // Where a mistaken idea gives the right verdict, its holders divide between the key and the option that quotes it.
        if (likelihood) expect(likelihood[place], `${ready.id} ${state.id}`).toBeGreaterThanOrEqual(0.74 * Math.max(...likelihood));
      }
  });

  test('leaves states that answer alike equally likely', () => {
    for (const { evidence, item } of bank) {
      const key = keyOf(item);
      const likelihood = key && likelihoodOf(evidence, key);
      for (const [place, signature] of evidence.answeredAlike.entries())
        expect(likelihood?.[place]).toBe(likelihood?.[evidence.answeredAlike.indexOf(signature)]);
    }
  });

  test('says nothing about an answer that does not fit', () => {
    for (const { evidence } of bank) expect(likelihoodOf(evidence, { type: 'text', text: 'no answer' })).toBeNull();
    const [choice] = bank.filter(({ item }) => item.spec.kind === 'verdict');
    expect(choice && likelihoodOf(choice.evidence, { type: 'choice', option: 'misconception:unknown' })).toBeNull();
  });

  test('says less the more people slip', () => {
    const [item] = bank.filter(({ id }) => id === 'l1-gym-verdict').map((ready) => ready.item);
    if (!item) throw new Error('no item');
    const ratio = (slip: number) => {
      const evidence = evidenceUnder(item, { ...rates, slip });
      const key = keyOf(item);
      const likelihood = evidence && key && likelihoodOf(evidence, key);
      const at = (id: string) => likelihood?.[evidence?.topic.states.findIndex((state) => state.id === id) ?? 0] ?? 0;
      return at('correct') / at('self-help-counts');
    };
    expect(ratio(0.02)).toBeGreaterThan(ratio(0.1));
    expect(ratio(0.1)).toBeGreaterThan(ratio(0.3));
  });
});

test('what a holder may answer includes what they do answer where there is one answer', () => {
  for (const { item } of bank)
    for (const misconception of course.theory.misconceptions) {
      const answer = answerUnder(item, misconception.id);
      const { answers } = heldAnswers(item, misconception, [misconception.id]);
      if (answer !== null)
        expect(
          answers.map((one) => JSON.stringify(one)),
          `${item.spec.id} ${misconception.id}`,
        ).toContain(JSON.stringify(answer));
    }
});
