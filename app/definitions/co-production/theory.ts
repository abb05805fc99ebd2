import { explore } from '../explore.ts';
import type { Flip, Lens, Theory } from '../theory.ts';
import { changes } from './changes.ts';
import { depiction } from './depiction.ts';
import { factsSchema } from './facts.ts';
import { flags } from './flags.ts';
import { grid } from './grid.ts';
import { judging } from './judging.ts';
import { switched, switchIds } from './lenses.ts';
import { lensMisconceptions } from './misconceptions.ts';
import { nearest } from './nearest.ts';
import { quantities } from './quantities.ts';
import { questionMisconceptions } from './question-misconceptions.ts';
import { motiveCategories } from './questions.ts';
import { readings } from './readings.ts';
import { cues, evidenceNeeded, questions, sequence } from './story.ts';
import type { Facts } from './vocabulary.ts';

/** Co-production after the ANZSOG explainer (2017), with the broad definition beside it. */
export const coProduction: Theory<Facts> = {
  ...judging,
  label: 'Co-production',
  concept: 'co-production',
  facts: factsSchema,
  variants: switchIds.map((id) => switched[id]),
  questions,
  misconceptions: [...lensMisconceptions, ...questionMisconceptions],
  changes,
  sequence,
  categories: motiveCategories,
  cues,
  quantities,
  flags,
  readings,
  nearest,
  grid,
  depiction,
  evidenceNeeded,
};

/** The smallest sets of fact changes that flip a verdict of co-production, under the narrow lens unless another is given. */
export function exploreCoProduction(facts: Facts, lens?: Lens<Facts>): readonly Flip<Facts>[] {
  return explore(coProduction, facts, lens);
}
