/** What is told of a cohort's questions and of the ideas behind its answers. */
import type { ItemKindId } from '#app/quiz/item.ts';
import type { ItemStatistics } from '#app/statistics/items.ts';
import type { Reliability, ScoreStatistics } from '#app/statistics/test-scores.ts';
import type { WeekCount } from '#app/statistics/weeks.ts';

export interface OptionFigures {
  readonly words: string;
  readonly count: number;
  /** By the definitions of the course as it is. */
  readonly right: boolean;
  /** The same with a fact read as was ruled after a dispute; null where no such ruling stands. */
  readonly rightAsRuled: boolean | null;
  /** Names of misconceptions that lead to this answer. */
  readonly misconceptions: readonly string[];
}

export interface ItemFigures extends ItemStatistics {
  readonly lesson: string;
  readonly about: string;
  readonly kind: ItemKindId;
  readonly stem: string;
  /** Of the answers counted. */
  readonly medianSeconds: number | null;
  /** Median over those who got there; null where nobody did. */
  readonly attemptsToCorrect: number | null;
  readonly neverRight: number;
  /** Most chosen first. */
  readonly options: readonly OptionFigures[];
  readonly flags: readonly string[];
  /** What was ruled about it after a dispute, and for the marks of which assignment. */
  readonly rulings: readonly { readonly title: string; readonly says: string }[];
}

export interface QuizFigures {
  /** The lesson, or the assignment of a graded quiz. */
  readonly id: string;
  readonly title: string;
  readonly scores: ScoreStatistics;
  /** How many scores lie in each of `spreadParts`. */
  readonly spread: readonly number[];
  readonly reliability: Reliability;
  readonly flags: readonly string[];
}

export interface IdeaFigures {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly answers: number;
  /** How many learners have shown it. */
  readonly held: number;
  /** Those who have shown it most often, at most `holdersKept`, most answers first. */
  readonly holders: readonly { readonly learnerId: string; readonly times: number; readonly since: number; readonly last: number }[];
  readonly since: number;
  /** When it showed the last time so far. */
  readonly last: number;
  /** Answers that show it, by week. */
  readonly weeks: readonly WeekCount[];
  /** The lesson that trains what it gets wrong; null where none does. */
  readonly lesson: { readonly slug: string; readonly title: string } | null;
}

/** Holders of an idea that are told by name. */
export const holdersKept = 30;
