/**
 * How firm a criterion or a lesson is now, and how sure that is. A criterion is mastered when four of the last five answers were right, on
 * two days, with a contrast pair among them; mastery learning asks for such a standard (Bloom 1968), the figures are our judgement. Unlike the
 * state of a lesson (lesson-state.ts), which says what was shown once, mastery can be lost again.
 */
import { likelyRange, type Range } from './interval.ts';
import { aboutThreshold, lessonThreshold } from './lesson-state.ts';
import type { RecentAnswer } from './recent.ts';
import { reaches } from './score.ts';

/** The last five decide on mastery, four of them must be right. */
const lastFew = 5;
const rightOfFew = 4;
const daysNeeded = 2;
/** With fewer answers nothing is said. */
export const fewestAnswers = 3;

/** Where a story stands on what is asked. Two stories with the same `rest` and another `side` differ in that alone: a contrast pair. */
export interface Facet {
  readonly rest: string;
  readonly side: string;
}

/** What is still to be shown. */
export type Missing = 'answers' | 'right' | 'days' | 'contrast';

export interface Mastery {
  /** `unknown`: too few answers. `shaky`: below 60%. `mastered`: nothing is missing. `growing`: everything else. */
  readonly state: 'unknown' | 'shaky' | 'growing' | 'mastered';
  /** How many answers it rests on, at most `recentAnswers` for a criterion. */
  readonly answers: number;
  /** In which the true share of right answers probably lies; null where there are too few answers. */
  readonly range: Range | null;
  readonly missing: readonly Missing[];
}

/** What mastery has to ask of the world. */
export interface MasteryView {
  /** The day of an instant, in the learner's zone. */
  readonly dayOf: (at: number) => string;
  /** Where the stories of an item stand on what it is about. */
  readonly facetsOf: (itemId: string) => readonly Facet[];
  /** True where the course has a contrast pair on this; where it has none, none is asked for. */
  readonly hasContrast: boolean;
}

/** Returns how firm a criterion or question is, from its latest answers, newest first. */
export function masteryOf(recent: readonly RecentAnswer[], { dayOf, facetsOf, hasContrast }: MasteryView): Mastery {
  const last = recent.slice(0, lastFew);
  const right = last.filter(({ score }) => score === 1);
  const missing: Missing[] = [];
  if (last.length < lastFew) missing.push('answers');
  if (right.length < rightOfFew) missing.push('right');
  if (new Set(right.map(({ at }) => dayOf(at))).size < daysNeeded) missing.push('days');
  if (hasContrast && !contrasts(right.flatMap(({ itemId }) => facetsOf(itemId)))) missing.push('contrast');
  return { ...standing(recent, missing), missing };
}

function contrasts(facets: readonly Facet[]): boolean {
  const sides = new Map<string, string>();
  return facets.some(({ rest, side }) => {
    const other = sides.get(rest);
    sides.set(rest, side);
    return other !== undefined && other !== side;
  });
}

/**
 * Returns how firm a lesson is, from the latest answers on each of its criteria and questions: mastered at 80% over all of them with none below
 * 60%, each answered often enough to say so.
 */
export function lessonMastery(abouts: readonly (readonly RecentAnswer[])[]): Mastery {
  const all = abouts.flat();
  const missing: Missing[] = [];
  if (abouts.some((recent) => recent.length < fewestAnswers)) missing.push('answers');
  const weak = (recent: readonly RecentAnswer[], threshold: number) => recent.length > 0 && !reaches(shareOf(recent), threshold);
  if (weak(all, lessonThreshold) || abouts.some((recent) => weak(recent, aboutThreshold))) missing.push('right');
  return { ...standing(all, missing), missing };
}

const shareOf = (answers: readonly RecentAnswer[]) => answers.reduce((sum, { score }) => sum + score, 0) / answers.length;

function standing(answers: readonly RecentAnswer[], missing: readonly Missing[]): Omit<Mastery, 'missing'> {
  const count = answers.length;
  if (count < fewestAnswers) return { state: 'unknown', answers: count, range: null };
  const share = shareOf(answers);
  const state = missing.length === 0 ? 'mastered' : reaches(share, aboutThreshold) ? 'growing' : 'shaky';
  return { state, answers: count, range: likelyRange(share * count, count) };
}
