/**
 * What an answer says about what a learner believes. A misconception is a definition, so it answers every item, and the chance of an answer
 * follows from what its holder would answer, but for a slip: a cognitive diagnosis model over options rather than over right and wrong
 * (de la Torre 2009, Applied Psychological Measurement 33:163–183; misconceptions as classes: Bradshaw & Templin 2014, Psychometrika
 * 79:403–425).
 */
import type { Answer, ItemKindId } from '#app/quiz/item.ts';
import { heldAnswers, keyOf } from '#app/quiz/quiz.ts';
import { type AnyItem, partsOf, type Shares } from './parts.ts';
import { luckyShare, type Rates, rates } from './rates.ts';
import { correct, type State, type Topic, topicsOf, verdictTopic } from './states.ts';

/** One part of an item: what chance and each state answer there. */
export interface Part {
  readonly chance: Shares;
  readonly key: string;
  /** In the order of the states; null for whoever has nothing to go by. */
  readonly held: readonly (Shares | null)[];
}

/** An item as evidence about one topic. Made once per item and rates. */
export interface Evidence {
  readonly itemId: string;
  readonly topic: Topic;
  readonly parts: readonly Part[];
  /** By part and name of an answer, the chance of it under each state. */
  readonly likelihoods: readonly Readonly<Record<string, readonly number[]>>[];
  /** By state: whether it answers otherwise than the definition does, so that feedback contradicts it. */
  readonly contradicted: readonly boolean[];
  /** By state: the same text for states that answer everything alike, which no answer to this item can tell apart. */
  readonly answeredAlike: readonly string[];
  readonly read: (answer: Answer) => readonly (string | null)[];
}

/** Kinds that ask for a verdict or for criteria, whatever the lesson that they serve. */
const judging: readonly ItemKindId[] = ['verdict', 'criteria', 'what-if', 'lens', 'grid'];

/** Id of the topic that an item is evidence about: the verdict, or the question that it asks. */
function topicOf({ spec, theory }: AnyItem): string {
  const isQuestion = (id: string) => theory.questions.some((question) => question.id === id);
  if (spec.kind === 'classify') return isQuestion(spec.by) ? spec.by : verdictTopic;
  if (judging.includes(spec.kind)) return verdictTopic;
  return isQuestion(spec.about) ? spec.about : verdictTopic;
}

/** Returns an item as evidence under the given rates; null where a machine must not say what is right. */
export function evidenceUnder(item: AnyItem, under: Rates): Evidence | null {
  const id = topicOf(item);
  const topic = topicsOf(item.theory).find((one) => one.id === id);
  const key = keyOf(item);
  if (topic === undefined || key === null) return null;
  const reading = partsOf(item, topic.states);
  if (reading === null) return null;
  const { chance, read } = reading;
  const rightly = read(key);
  const held = topic.states.map((state) => predictions(item, state, key, read));
  const parts = chance.map((shares, part) => ({
    chance: shares,
    key: rightly[part] ?? '',
    held: held.map((predicted) => predicted?.[part] ?? null),
  }));
  return {
    itemId: item.spec.id,
    topic,
    parts,
    read,
    likelihoods: likelihoodsUnder(parts, under),
    answeredAlike: held.map((predicted) => JSON.stringify(predicted)),
    contradicted: topic.states.map(({ held: misconception }, place) => misconception !== null && goesWrong(parts, place)),
  };
}

/** Returns the same evidence under other rates, which change nothing of what each state means to answer. */
export function evidenceWith(evidence: Evidence, under: Rates): Evidence {
  return { ...evidence, likelihoods: likelihoodsUnder(evidence.parts, under) };
}

/** Returns which of the rates is the slip of an item with these parts. */
export const slipOf = (parts: readonly Part[]): 'slip' | 'partSlip' => (parts.length > 1 ? 'partSlip' : 'slip');

const likelihoodsUnder = (parts: readonly Part[], under: Rates) =>
  parts.map((part) => likelihoodsOf(part, under[slipOf(parts)], under.guess));

const goesWrong = (parts: readonly Part[], place: number) =>
  parts.some(({ held, key }) => {
    const shares = held[place];
    return shares != null && (shares[key] ?? 0) < 0.5;
  });

/** What a state answers, part by part; null where it has nothing to go by. */
function predictions(item: AnyItem, { id, held, holds }: State, key: Answer, read: Evidence['read']): readonly Shares[] | null {
  if (held === null) return id === correct ? mixed([[key, 1]], read) : null;
  const { answers, lucky } = heldAnswers(item, held, holds);
  if (answers.length === 0) return null;
  const plain = lucky.length > 0 ? 1 - luckyShare : 1;
  return mixed(
    [
      ...answers.map((answer) => [answer, plain / answers.length] as const),
      ...lucky.map((answer) => [answer, luckyShare / lucky.length] as const),
    ],
    read,
  );
}

function mixed(answers: readonly (readonly [Answer, number])[], read: Evidence['read']): readonly Shares[] {
  const parts: Record<string, number>[] = [];
  for (const [answer, share] of answers) {
    for (const [part, name] of read(answer).entries()) {
      const shares = parts[part] ?? {};
      parts[part] = shares;
      if (name !== null) shares[name] = (shares[name] ?? 0) + share;
    }
  }
  return parts;
}

/** The chance of each answer to a part under each state. */
function likelihoodsOf({ chance, held, key }: Part, slip: number, guess: number): Record<string, number[]> {
  const guessed = guessing(chance, key, guess);
  return Object.fromEntries(
    Object.keys(chance).map((name) => [
      name,
      held.map((shares) => (shares === null ? (guessed[name] ?? 0) : slipping(shares, chance, slip, name))),
    ]),
  );
}

/** Returns how often a guesser hits what chance alone hits this often, 0 to 1: `guess` times as often, but never surely. */
export const hitByGuess = (byChance: number, guess: number): number => Math.min(0.95, guess * byChance);

/** A guesser hits the key `guess` times as often as chance does, and the rest as chance has it. */
function guessing(chance: Shares, key: string, guess: number): Shares {
  const byChance = chance[key] ?? 0;
  if (byChance >= 1) return chance;
  const hit = hitByGuess(byChance, guess);
  return Object.fromEntries(
    Object.entries(chance).map(([name, share]) => [name, name === key ? hit : (share * (1 - hit)) / (1 - byChance)]),
  );
}

/** Returns the chance, 0 to 1, of what a view does not mean to answer: where it is 0, nobody who has the view can slip. */
export function othersThan(shares: Shares, chance: Shares): number {
  const others = Object.keys(shares).reduce((left, one) => left - (chance[one] ?? 0), 1);
  return others < 1e-9 ? 0 : others;
}

/** Whoever has a view answers by it, but for a slip, which falls on the other answers as chance has it. */
function slipping(shares: Shares, chance: Shares, slip: number, name: string): number {
  const others = othersThan(shares, chance);
  if (others === 0) return shares[name] ?? 0;
  return shares[name] === undefined ? (slip * (chance[name] ?? 0)) / others : (1 - slip) * (shares[name] ?? 0);
}

const known = new WeakMap<object, Evidence | null>();

/** Returns an item as evidence under the rates in force; null where a machine must not say what is right. Made once per item. */
export function evidenceOf(item: AnyItem): Evidence | null {
  const found = known.get(item);
  if (found !== undefined) return found;
  const made = evidenceUnder(item, rates);
  known.set(item, made);
  return made;
}

/** Returns the chance of an answer under each state of the topic; null where the answer does not fit the item. */
export function likelihoodOf({ likelihoods, read, topic }: Evidence, answer: Answer): number[] | null {
  const names = read(answer);
  if (names.every((name) => name === null)) return null;
  const product = topic.states.map(() => 1);
  for (const [part, name] of names.entries()) {
    const chances = name === null ? undefined : likelihoods[part]?.[name];
    for (const [place, chance] of chances?.entries() ?? []) product[place] = (product[place] ?? 1) * chance;
  }
  return product;
}
