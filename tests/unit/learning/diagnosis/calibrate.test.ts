import { beforeAll, describe, expect, test } from 'vitest';
import { moved } from '#app/learning/diagnosis/belief.ts';
import { type Estimate, estimate, sequencesOf, splitByLearner } from '#app/learning/diagnosis/calibrate.ts';
import { type Evidence, evidenceUnder, evidenceWith } from '#app/learning/diagnosis/evidence.ts';
import { bitsPerAnswer, expectedCounts, type Sequence } from '#app/learning/diagnosis/expected-counts.ts';
import { type Rates, rates } from '#app/learning/diagnosis/rates.ts';
import { correct, guessing } from '#app/learning/diagnosis/states.ts';
import { dice } from '../../../../bin/demo/simulated-learner.ts';
import { answerOf, onTopic, type Ready, topic } from './course.ts';

const truth: Rates = {
  slip: 0.05,
  partSlip: 0.12,
  guess: 1.4,
  learn: 0.5,
  settle: 0.35,
  forget: 0.04,
  prior: { correct: 0.3, single: 0.45, pair: 0.05, guessing: 0.2 },
};

const kinds = (ids: readonly string[], ready: readonly Ready[]) => ready.filter(({ item }) => ids.includes(item.spec.kind));
const every = (nth: number, ready: readonly Ready[]) => ready.filter((_, place) => place % nth === 0);
/** Few items, since all that is known of each is prepared anew at each step. */
const asked: Record<string, readonly Ready[]> = {
  M1: onTopic('M1'),
  D2: onTopic('D2'),
  verdict: [...every(8, kinds(['verdict'], onTopic('verdict'))), ...every(5, kinds(['classify'], onTopic('verdict')))],
};

const drawn = (shares: Readonly<Record<string, number>>, roll: () => number) => {
  let left = roll() * Object.values(shares).reduce((sum, share) => sum + share, 0);
  for (const [name, share] of Object.entries(shares)) {
    left -= share;
    if (left < 0) return name;
  }
  return Object.keys(shares)[0] ?? '';
};
const without = (shares: Readonly<Record<string, number>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(shares).filter(([name]) => !names.includes(name)));

/** Answers drawn part by part as the rates have it: written anew, so that an error in the likelihoods would show. */
function answered({ parts }: Evidence, place: number, roll: () => number): string[] {
  const slip = parts.length > 1 ? truth.partSlip : truth.slip;
  return parts.map(({ chance, key, held }) => {
    const means = held[place];
    if (means) {
      const others = without(chance, Object.keys(means));
      return Object.keys(others).length > 0 && roll() < slip ? drawn(others, roll) : drawn(means, roll);
    }
    const others = without(chance, [key]);
    const hits = Object.keys(others).length === 0 || roll() < Math.min(0.95, truth.guess * (chance[key] ?? 0));
    return hits ? key : drawn(others, roll);
  });
}

function simulated(topicId: string, learners: number, answers: number, roll: () => number): Sequence[] {
  const { states } = topic(topicId);
  const groups = states.map(({ id, holds }) =>
    holds.length === 1 ? 'single' : holds.length === 2 ? 'pair' : id === correct ? id : guessing,
  );
  const first = Object.fromEntries(
    groups.map((group, place) => [place, truth.prior[group as keyof Rates['prior']] / groups.filter((one) => one === group).length]),
  );
  return Array.from({ length: learners }, (_, learner) => {
    let state = Number(drawn(first, roll));
    const observations = Array.from({ length: answers }, () => {
      const items = asked[topicId] ?? [];
      const { evidence } = items[Math.floor(roll() * items.length)] as Ready;
      const feedback = roll() < 0.7;
      const names = answered(evidence, state, roll);
      if (feedback) {
        const next = moved(
          states.map((_, place) => (place === state ? 1 : 0)),
          evidence,
          truth,
        );
        state = Number(drawn(Object.fromEntries(next.entries()), roll));
      }
      return { evidence, names, feedback };
    });
    return { learner: `${learner}`, topic: topic(topicId), observations };
  });
}

describe('rates estimated from answers', () => {
  const roll = dice(7);
  const log = [...simulated('M1', 300, 14, roll), ...simulated('D2', 300, 14, roll), ...simulated('verdict', 150, 14, roll)];
  const { training, heldOut } = splitByLearner(log, 1);
  let found: Estimate;
  beforeAll(() => {
    found = estimate(training, rates);
  }, 60_000);

  test.each([
    ['slip', 0.02],
    ['partSlip', 0.02],
    ['guess', 0.15],
    ['learn', 0.1],
    ['settle', 0.08],
    ['forget', 0.02],
  ] as const)('%s is that of the simulated learners, to within %d', (rate, within) => {
    expect(Math.abs(found.rates[rate] - truth[rate])).toBeLessThan(within);
    expect(Math.abs(rates[rate] - truth[rate])).toBeGreaterThan(Math.abs(found.rates[rate] - truth[rate]));
  });

  // Who holds two ideas is told from who holds one only by many answers, and but for the verdict there are no pairs.
  test('so is what they begin with, to within 0.06; how many hold two, to within 0.1', () => {
    for (const [group, within] of [
      ['correct', 0.06],
      ['single', 0.06],
      ['guessing', 0.06],
      ['pair', 0.1],
    ] as const)
      expect(Math.abs(found.rates.prior[group] - truth.prior[group])).toBeLessThan(within);
    expect(Object.values(found.rates.prior).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });

  test('no step makes the answers less likely', () => {
    expect(found.bits.length).toBeGreaterThan(3);
    for (const [step, bits] of found.bits.entries()) if (step > 0) expect(bits).toBeLessThanOrEqual((found.bits[step - 1] ?? 0) + 1e-12);
  });

  test('answers of learners who were held out become likelier, nearly as likely as under the true rates', () => {
    const [before, after, best] = [rates, found.rates, truth].map((one) => bitsPerAnswer(heldOut, one)) as [number, number, number];
    expect(after).toBeLessThan(before);
    expect(after - best).toBeLessThan((before - best) / 5);
  });
});

describe('expected counts', () => {
  const few = simulated('M1', 5, 6, dice(3));
  const counts = expectedCounts(few, rates);

  test('cost the same in bits as going forward alone', () => {
    expect(counts.answers).toBe(30);
    expect(counts.bits / 30).toBeCloseTo(bitsPerAnswer(few, rates), 12);
  });

  test('are those of every path of states, weighed by its chance', () => {
    const [sequence] = simulated('M1', 1, 4, dice(5)).map((one) => ({
      ...one,
      observations: one.observations.map((observation) => ({ ...observation, feedback: true })),
    }));
    if (!sequence) throw new Error('no sequence');
    const { states } = sequence.topic;
    const prior = states
      .map(({ id }) => ({ correct: 0.5, guessing: 0.12 })[id] ?? 0.16)
      .map((one, _, all) => one / all.reduce((a, b) => a + b));
    let [total, settled] = [0, 0];
    const walk = (place: number, state: number, chance: number, settles: number): void => {
      const { evidence, names } = sequence.observations[place] as Sequence['observations'][number];
      const so = names.reduce((product, name, part) => product * (evidence.likelihoods[part]?.[name ?? '']?.[state] ?? 1), chance);
      if (place === 3) {
        total += so;
        settled += so * settles;
        return;
      }
      const next = moved(
        states.map((_, other) => (other === state ? 1 : 0)),
        evidence,
        rates,
      );
      const isSettling = (to: number) => states[state]?.id === guessing && states[to]?.id === correct;
      for (const [to, share] of next.entries()) if (share > 0) walk(place + 1, to, so * share, settles + (isSettling(to) ? 1 : 0));
    };
    for (const [state, share] of prior.entries()) walk(0, state, share, 0);
    const expected = expectedCounts([sequence], rates);
    expect(2 ** -expected.bits).toBeCloseTo(total, 12);
    expect(expected.rates.settle.times).toBeCloseTo(settled / total, 9);
  });

  test('leave a rate as it is that rests on too few cases', () => {
    expect(estimate(few, rates).rates).toMatchObject({ learn: rates.learn, settle: rates.settle, prior: rates.prior });
  });
});

describe('sequences', () => {
  const [one, other] = onTopic('M1');
  const [verdict] = kinds(['verdict'], onTopic('verdict'));
  if (!one || !other || !verdict) throw new Error('no items');
  const given = (learner: string, { item }: Ready, feedback = true) => {
    const answer = answerOf({ id: correct, holds: [], held: null }, { item } as Ready);
    if (answer === null) throw new Error('no key');
    return { learner, item, answer, feedback };
  };

  test('are by learner and topic, in order; what tells nothing is left out and counted', () => {
    const { sequences, leftOut } = sequencesOf([
      given('ann', one),
      given('ann', verdict),
      given('bo', one),
      given('ann', other, false),
      { ...given('bo', one), item: undefined },
      { ...given('bo', verdict), answer: { type: 'number', value: 3 } },
    ]);
    expect(leftOut).toBe(2);
    expect(
      sequences.map(({ learner, topic: { id }, observations }) => [learner, id, ...observations.map(({ evidence }) => evidence.itemId)]),
    ).toEqual([
      ['ann', 'M1', one.id, other.id],
      ['ann', 'verdict', verdict.id],
      ['bo', 'M1', one.id],
    ]);
    expect(sequences[0]?.observations.map(({ feedback }) => feedback)).toEqual([true, false]);
  });

  test('of one learner stay in one part; a fifth of the learners is held out, the same for the same seed', () => {
    const learners = Array.from({ length: 23 }, (_, place) => `learner ${place}`);
    const { sequences } = sequencesOf(learners.flatMap((learner) => [given(learner, one), given(learner, verdict)]));
    const { training, heldOut } = splitByLearner(sequences, 1);
    const who = (part: readonly Sequence[]) => [...new Set(part.map(({ learner }) => learner))];
    expect(who(heldOut)).toHaveLength(5);
    expect(heldOut).toHaveLength(10);
    expect(training).toHaveLength(36);
    expect(who(training).filter((learner) => who(heldOut).includes(learner))).toEqual([]);
    expect(who(splitByLearner(sequences.toReversed(), 1).heldOut).sort()).toEqual(who(heldOut).sort());
  });
});

test('evidence under other rates is what it would be if made for them', () => {
  const { item, evidence } = onTopic('M1')[0] as Ready;
  expect(evidenceWith(evidence, truth).likelihoods).toEqual(evidenceUnder(item, truth)?.likelihoods);
  expect(evidenceWith(evidence, truth).likelihoods).not.toEqual(evidence.likelihoods);
});
