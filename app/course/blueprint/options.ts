/** Could a learner who knows nothing pick the right option by its length or its place? */
import type { Item } from '#app/quiz/item.ts';
import { forLearner, keyOf, toForm } from '#app/quiz/quiz.ts';

/** One presentation of an item: its options in order, and which of them is right. */
interface Presentation {
  readonly lengths: readonly number[];
  readonly key: number;
}

export interface LengthBias {
  /** Items with options of their own wording. */
  readonly items: number;
  /** Share of items in which the right option is the longest, 0 to 1, and the share to expect by chance. */
  readonly keyLongest: number;
  readonly keyShortest: number;
  readonly chance: number;
}

export interface PositionBias {
  /** Share of presentations with the right option in the first place, the second, and so on, over what chance gives; 1 is even. */
  readonly places: readonly number[];
  /** Shares of items whose sentence to find stands in the first, middle and last third of its story, 0 to 1. */
  readonly sentenceThirds: readonly [number, number, number];
  readonly sentenceItems: number;
}

/** Enough for the even spread of a good shuffle to show within a few points. */
const presentations = 40;

/** Kinds whose options are worded anew for each case; those of a `lens` item are always the same three. */
const wordedAnew = new Set(['verdict', 'what-if']);

/** How far the right option stands out by length over these items. */
export function lengthBias<F>(items: readonly Item<F>[]): LengthBias {
  const shown = items.filter(({ spec }) => wordedAnew.has(spec.kind)).flatMap((item) => presented(item, 1) ?? []);
  const share = (test: (one: Presentation) => boolean) => (shown.length === 0 ? 0 : shown.filter(test).length / shown.length);
  return {
    items: shown.length,
    keyLongest: share((one) => ratioToOthers(one) > 1),
    keyShortest: share(({ lengths, key }) => lengths.every((length, place) => place === key || length > (lengths[key] ?? 0))),
    chance: shown.length === 0 ? 0 : shown.reduce((sum, { lengths }) => sum + 1 / lengths.length, 0) / shown.length,
  };
}

/** Length of the right option over that of the longest other; null where the item has no options worded for the case. */
export function keyLengthRatio<F>(item: Item<F>): number | null {
  const one = wordedAnew.has(item.spec.kind) ? presented(item, 1) : null;
  return one && ratioToOthers(one);
}

/** Where the right option is presented, and where the sentence to find stands. */
export function positionBias<F>(items: readonly Item<F>[]): PositionBias {
  const found: number[] = [];
  const expected: number[] = [];
  for (const item of items) {
    for (let seed = 1; seed <= presentations; seed++) {
      const one = presented(item, seed);
      if (!one) break;
      found[one.key] = (found[one.key] ?? 0) + 1;
      one.lengths.forEach((_, place) => {
        expected[place] = (expected[place] ?? 0) + 1 / one.lengths.length;
      });
    }
  }
  const thirds = items.flatMap((item) => sentenceThird(item) ?? []);
  const share = (third: number) => (thirds.length === 0 ? 0 : thirds.filter((one) => one === third).length / thirds.length);
  return {
    places: expected.map((count, place) => (found[place] ?? 0) / count),
    sentenceThirds: [share(0), share(1), share(2)],
    sentenceItems: thirds.length,
  };
}

function presented<F>(item: Item<F>, seed: number): Presentation | null {
  const key = keyOf(item);
  if (key?.type !== 'choice') return null;
  const { body } = forLearner(item, seed);
  if (body.type !== 'choice') return null;
  const letters = new Set(toForm(item, seed, key).values());
  const place = body.options.findIndex(({ id }) => letters.has(id));
  return place === -1 ? null : { lengths: body.options.map(({ text }) => text.length), key: place };
}

function ratioToOthers({ lengths, key }: Presentation): number {
  return (lengths[key] ?? 0) / Math.max(...lengths.filter((_, place) => place !== key));
}

function sentenceThird<F>(item: Item<F>): number | null {
  const key = keyOf(item);
  const sentences = item.scenarios[0]?.story.flat().length ?? 0;
  return key?.type === 'sentence' && sentences > 0 ? Math.min(2, Math.floor((key.sentence / sentences) * 3)) : null;
}
