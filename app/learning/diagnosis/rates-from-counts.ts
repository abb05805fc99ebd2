/**
 * The maximisation step of the estimation: the rates under which the expected counts are most likely, or likelier than before, which is
 * enough (generalised EM: Dempster, Laird & Rubin 1977, Journal of the Royal Statistical Society B 39:1–38).
 */
import { hitByGuess } from './evidence.ts';
import type { Counts } from './expected-counts.ts';
import type { Rates } from './rates.ts';
import { groupOf, type Topic } from './states.ts';

/** A rate that rests on fewer cases than this is left as it is. */
export const fewestCases = 50;

/** No rate becomes 0 or 1: some day somebody slips, learns or forgets. */
const [least, most] = [0.001, 0.95];
const [leastGuess, mostGuess] = [0.1, 5];

/** Returns better rates than those that the counts were expected under. */
export function ratesFrom(counts: Counts, before: Rates): Rates {
  const share = (name: keyof Counts['rates']) => {
    const { times, of } = counts.rates[name];
    return of < fewestCases ? before[name] : Math.min(most, Math.max(least, times / of));
  };
  return {
    slip: share('slip'),
    partSlip: share('partSlip'),
    guess: guessFrom(counts, before.guess),
    learn: share('learn'),
    settle: share('settle'),
    forget: share('forget'),
    prior: priorFrom(counts, before.prior),
  };
}

/** Returns how many guesses were counted: an expected number. */
export function guessesIn({ guesses }: Pick<Counts, 'guesses'>): number {
  return [...guesses.values()].reduce((sum, { of }) => sum + of, 0);
}

/** By golden section (Kiefer 1953, Proceedings of the American Mathematical Society 4:502–506), since chance differs by question. */
function guessFrom(counts: Counts, before: number): number {
  if (guessesIn(counts) < fewestCases) return before;
  const likely = (guess: number) => {
    let sum = 0;
    for (const [byChance, { times, of }] of counts.guesses) {
      const hit = hitByGuess(byChance, guess);
      if (byChance > 0 && byChance < 1) sum += times * Math.log(hit) + (of - times) * Math.log(1 - hit);
    }
    return sum;
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [leastGuess, mostGuess];
  while (high - low > 1e-6) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (likely(left) < likely(right)) low = left;
    else high = right;
  }
  const found = (low + high) / 2;
  return likely(found) > likely(before) ? found : before;
}

type Prior = Rates['prior'];
type Group = keyof Prior;
const groups = ['correct', 'single', 'pair', 'guessing'] as const satisfies readonly Group[];

/** How many began in each group of a topic's states; null where the topic has no such state. */
function byGroup({ states }: Topic, began: readonly number[]): Readonly<Record<Group, number | null>> {
  const sums: Record<Group, number | null> = { correct: null, single: null, pair: null, guessing: null };
  for (const [place, state] of states.entries()) {
    const group = groupOf(state);
    sums[group] = (sums[group] ?? 0) + (began[place] ?? 0);
  }
  return sums;
}

const forEach = (figure: (group: Group) => number): Record<Group, number> => ({
  correct: figure('correct'),
  single: figure('single'),
  pair: figure('pair'),
  guessing: figure('guessing'),
});

/** Returns how many began in topics that have the rarest group: each learner counts once for each topic. The prior stands or falls as a whole. */
export function beginnersIn({ began }: Pick<Counts, 'began'>): number {
  const having = (group: Group) => [...began].filter(([{ states }]) => states.some((state) => groupOf(state) === group));
  const beginners = groups.map((group) => sumOf(having(group).map(([, states]) => sumOf(states))));
  return Math.min(...beginners.filter((learners) => learners > 0));
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/**
 * A topic without pairs, say, shares its learners among the other groups by their weights. So this is Luce's choice among several sets, whose
 * weights are found step by step, each likelier than the last (Hunter 2004, The Annals of Statistics 32:384–406).
 */
function priorFrom({ began }: Counts, before: Prior): Prior {
  if (beginnersIn({ began }) < fewestCases) return before;
  const topics = [...began].map(([topic, states]) => ({ sums: byGroup(topic, states), learners: sumOf(states) }));
  let weights = before;
  for (let step = 0; step < 20; step++) {
    const priced = topics.map(({ sums, learners }) => ({
      sums,
      price: learners / sumOf(groups.map((group) => (sums[group] === null ? 0 : weights[group]))),
    }));
    const weightOf = (group: Group) => {
      const those = priced.filter(({ sums }) => sums[group] !== null);
      if (those.length === 0) return weights[group];
      return Math.max(least, sumOf(those.map(({ sums }) => sums[group] ?? 0)) / sumOf(those.map(({ price }) => price)));
    };
    weights = forEach(weightOf);
  }
  return weights;
}
