/** The figures by which a course is checked as a test: could its questions be answered without having learned anything? */
import { judge } from '#app/definitions/judge.ts';
import type { Theory } from '#app/definitions/theory.ts';
import type { Item } from '#app/quiz/item.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import { plainText } from '../story.ts';
import { type LengthBias, lengthBias, type PositionBias, positionBias } from './options.ts';
import { type WordingBias, wordingBias } from './wording.ts';

export interface Blueprint {
  readonly length: LengthBias;
  readonly position: PositionBias;
  /** Per lens of the theory: how far the words of a story tell its verdict. */
  readonly wording: readonly (WordingBias & { readonly lens: string; readonly stories: number })[];
}

/** How far from chance a figure may lie, in shares of 1. Ten points is what an attentive author can reach with some hundred cases. */
export const tolerance = 0.1;
/** Fewer than these say nothing: chance alone moves the figures by more than the tolerance. */
export const fewestStories = 40;
export const fewestItems = 20;
/** A right option longer than the next by more than this stands out. */
export const mostLengthRatio = 1.15;
/** Stories rightly tell first who is there and last what for, so the deciding sentence may lean to a place, but not nearly always. */
export const mostInOneThird = 0.6;

/** Measures the bias of a course's questions and stories. Figures are shares from 0 to 1. */
export function blueprintOf(theory: Theory<unknown>, scenarios: readonly Scenario[], items: readonly Item[]): Blueprint {
  return {
    length: lengthBias(items),
    position: positionBias(items),
    wording: theory.lenses.map((lens) => {
      const stories = scenarios.map(({ id, title, story, facts }) => ({
        id,
        text: `${title}\n\n${plainText(story)}`,
        falls: judge(theory, facts, lens).verdict !== 'no',
      }));
      return { lens: lens.label, stories: stories.length, ...wordingBias(stories) };
    }),
  };
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Lines for a terminal, each figure beside what chance would give. */
export function blueprintLines({ length, position, wording }: Blueprint): readonly string[] {
  return [
    'Blueprint: what a learner could guess without the definition',
    `  the right option is the longest in ${percent(length.keyLongest)} and the shortest in ${percent(length.keyShortest)} of ${length.items} items (chance ${percent(length.chance)})`,
    `  the right option stands in each place, over chance: ${position.places.map((ratio) => ratio.toFixed(2)).join(', ')}`,
    `  the sentence to find stands in the first, middle, last third of its story in ${position.sentenceThirds.map(percent).join(', ')} of ${position.sentenceItems} items`,
    ...wording.map(
      ({ lens, stories, accuracy, chance }) =>
        `  ${lens}: words alone tell the verdict in ${percent(accuracy)} of ${stories} stories (chance ${percent(chance)})`,
    ),
  ];
}
