/** What a class believes taken together, and which cases tell most about it when everybody answers them. */
import type { Belief } from './belief.ts';
import { type Evidence, evidenceWith } from './evidence.ts';
import { expectedGain } from './gain.ts';
import { rates } from './rates.ts';
import type { State, Topic } from './states.ts';

/** One case with the question asked about it: an item about one case, or a row of a table. */
export interface CaseAsked {
  readonly itemId: string;
  readonly scenario: string;
  readonly evidence: Evidence;
}

/** Returns a part of an item as evidence of its own: asked alone, a row of a table gets a whole answer's attention. */
export function partAlone(evidence: Evidence, part: number): Evidence | null {
  const own = evidence.parts[part];
  if (own === undefined) return null;
  return evidenceWith({ ...evidence, parts: [own], answeredAlike: own.held.map((shares) => JSON.stringify(shares)) }, rates);
}

/** Returns the belief about one of the class picked at random: the mean of all. `sums` are over `learners`, by state. */
export function classBelief(topic: Topic, sums: readonly number[], learners: number): Belief {
  return { topic, probabilities: topic.states.map((_, place) => (sums[place] ?? 0) / Math.max(1, learners)) };
}

export interface CaseChosen {
  readonly asked: CaseAsked;
  /** What the answers of the class are expected to tell beyond those to the cases before, in bits for each learner. */
  readonly gain: number;
}

/**
 * Returns up to `count` different cases that separate the class best: those whose answers share most information with what somebody of the
 * class believes (mutual information, as in gain.ts). Each is chosen for what it adds to those before, so two that part the same ideas are
 * not asked. Of equals the first.
 */
export function casesThatSeparate(belief: Belief, cases: readonly CaseAsked[], count: number): CaseChosen[] {
  const chosen: CaseChosen[] = [];
  let told = 0;
  let sofar: Evidence | null = null;
  while (chosen.length < count) {
    const left = cases.filter(({ scenario }) => chosen.every(({ asked }) => asked.scenario !== scenario));
    const priced = left.map((asked) => {
      const evidence: Evidence = sofar ? together(sofar, asked.evidence) : asked.evidence;
      return { asked, evidence, all: expectedGain(belief, evidence) };
    });
    const [first] = priced;
    if (first === undefined) break;
    const best = priced.reduce((most, one) => (one.all > most.all + asGood ? one : most), first);
    chosen.push({ asked: best.asked, gain: Math.max(0, best.all - told) });
    [told, sofar] = [best.all, best.evidence];
  }
  return chosen;
}

/** Bits by which a case must be better than one before it in the course: less is rounding. */
const asGood = 1e-9;

/** Two items as one, for what their answers tell together: given what somebody believes, the answers do not depend on each other. */
function together(one: Evidence, other: Evidence): Evidence {
  return {
    ...one,
    parts: [...one.parts, ...other.parts],
    likelihoods: [...one.likelihoods, ...other.likelihoods],
    answeredAlike: one.answeredAlike.map((signature, state) => `${signature} ${other.answeredAlike[state]}`),
  };
}

export interface AnswerExpected {
  /** The name of the answer within the item. */
  readonly name: string;
  readonly right: boolean;
  /** Share of the class that is expected to give it, 0 to 1. */
  readonly share: number;
  /** What somebody believes who answers so on purpose, the most common first; those whom hardly anybody in the class holds left out. */
  readonly from: readonly State[];
}

/** A state held by less than this share of a class is left unsaid. */
const hardlyAnybody = 0.01;

/** Returns what the class is expected to answer to a question with one part, the key first and then the most frequent. */
export function answersExpected(belief: Belief, { parts, likelihoods }: Evidence): AnswerExpected[] {
  const [part] = parts;
  if (part === undefined) return [];
  return Object.keys(part.chance)
    .map((name) => ({
      name,
      right: name === part.key,
      share: belief.probabilities.reduce((sum, probability, state) => sum + probability * (likelihoods[0]?.[name]?.[state] ?? 0), 0),
      from: belief.topic.states
        .map((state, place) => ({ state, probability: belief.probabilities[place] ?? 0, meant: part.held[place]?.[name] ?? 0 }))
        .filter(({ probability, meant }) => meant > 0 && probability >= hardlyAnybody)
        .toSorted((one, other) => other.probability * other.meant - one.probability * one.meant)
        .map(({ state }) => state),
    }))
    .toSorted((one, other) => Number(other.right) - Number(one.right) || other.share - one.share);
}

/**
 * Returns the share of these items, 0 to 1, that whoever holds the misconception alone gets wrong: what it costs whoever goes on with it. An
 * item with several parts counts where any part goes wrong.
 */
export function costOf(misconception: string, items: readonly Evidence[]): number {
  const wrong = items.filter(({ topic, contradicted }) => contradicted[topic.states.findIndex(({ id }) => id === misconception)] === true);
  return items.length === 0 ? 0 : wrong.length / items.length;
}
