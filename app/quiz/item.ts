/**
 * The shapes of an item. Three of them are kept apart on purpose: what a learner sends (`Answer`), what may be public
 * before the answer (`ItemForLearner`), and what is secret until then (`Item`, its key and `Feedback`).
 */
import type { FactRef, GridMap, GridPlace, Outcome, Reading, Theory, Verdict } from '#app/definitions/theory.ts';
import type { Scenario } from './scenario.ts';

export const itemKinds = [
  'verdict',
  'criteria',
  'evidence',
  'classify',
  'grid',
  'order',
  'match',
  'numeric',
  'what-if',
  'lens',
  'explain',
] as const;
export type ItemKindId = (typeof itemKinds)[number];

/** What an author writes; it holds no key. Fields beyond these belong to the kind. */
export interface ItemSpecBase {
  readonly id: string;
  readonly kind: ItemKindId;
  /** Id of one of the lesson's objectives. */
  readonly objective: string;
  /** The criterion or question that the item is about, for retry, scores and blueprint. */
  readonly about: string;
  /** Replaces the kind's own wording of the question. */
  readonly stem?: string | undefined;
}

/** What a learner sends, in canonical ids (never in presented letters), as it is stored. */
export type Answer =
  | { readonly type: 'choice'; readonly option: string }
  | { readonly type: 'checklist'; readonly met: readonly string[] }
  | { readonly type: 'sentence'; readonly sentence: number }
  | { readonly type: 'table'; readonly cells: Readonly<Record<string, string>> }
  | { readonly type: 'order'; readonly order: readonly string[] }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly text: string }
  /** One text under each definition, by id of the lens. */
  | { readonly type: 'texts'; readonly texts: Readonly<Record<string, string>> };

/** A story with nothing marked: paragraphs of sentences. */
export interface PlainStory {
  readonly title: string;
  readonly paragraphs: readonly (readonly string[])[];
}

/** `story` points into `stories` where the row is a whole case. */
export interface BodyRow {
  readonly id: string;
  readonly text: string;
  readonly detail: string | null;
  readonly story: number | null;
}

/** The answering part of an item as presented: shuffled by the attempt's seed, option ids that mean nothing. */
export type ItemBody =
  | { readonly type: 'choice'; readonly options: readonly { readonly id: string; readonly text: string }[] }
  | { readonly type: 'checklist'; readonly rows: readonly { readonly id: string; readonly label: string; readonly question: string }[] }
  | { readonly type: 'sentence' }
  | {
      readonly type: 'table';
      readonly rows: readonly BodyRow[];
      readonly columns: readonly { readonly id: string; readonly label: string; readonly hint: string | null }[];
    }
  /** Cases for a map; the id of a cell is what a case is given. */
  | {
      readonly type: 'grid';
      readonly rows: readonly BodyRow[];
      readonly columns: readonly { readonly label: string }[];
      readonly lines: readonly { readonly label: string; readonly cells: readonly { readonly id: string; readonly text: string }[] }[];
    }
  | { readonly type: 'order'; readonly steps: readonly { readonly id: string; readonly text: string }[] }
  | { readonly type: 'number'; readonly unit: string; readonly given: readonly { readonly label: string; readonly amount: string }[] }
  /** One field, or one for each definition; `id` is the name of the field, `maxLength` holds for each. */
  | { readonly type: 'text'; readonly maxLength: number; readonly fields: readonly { readonly id: string; readonly label: string }[] };

/** Everything the browser may know of an item before it is answered. */
export interface ItemForLearner {
  readonly kind: ItemKindId;
  readonly stem: string;
  /** How to answer, in one short sentence. */
  readonly hint: string;
  readonly stories: readonly PlainStory[];
  readonly body: ItemBody;
}

/** A resolved item: theory, scenarios and everything derived from them. Server only. */
export interface Item<F = unknown, S extends ItemSpecBase = ItemSpecBase> {
  readonly spec: S;
  readonly theory: Theory<F>;
  readonly scenarios: readonly Scenario<F>[];
}

/** A grade is a share of what there was to get right; `null` where a machine must not mark. */
export interface Grade {
  readonly score: number | null;
  readonly right: boolean | null;
  /** Misconceptions whose holder would have given exactly this (wrong) answer. */
  readonly misconceptions: readonly string[];
}

/** One line of the criteria checklist, the signature piece. */
export interface ChecklistRow {
  readonly criterion: string;
  readonly label: string;
  readonly outcome: Outcome;
  readonly because: string;
  /** The words of the story that settle it, null where the story has none. */
  readonly quote: string | null;
  /** True for the criterion that decides the verdict. */
  readonly decides: boolean;
}

export interface MarkedSentence {
  readonly segments: readonly { readonly text: string; readonly mark: boolean }[];
}

export interface CaseReview {
  readonly title: string;
  readonly story: readonly (readonly MarkedSentence[])[];
  readonly verdict: Verdict;
  /** One checklist per judged contribution; most cases have one. */
  readonly checklists: readonly { readonly label: string; readonly verdict: Verdict; readonly rows: readonly ChecklistRow[] }[];
  /** Other readings that differ, and who holds them; empty for an undisputed case. */
  readonly readings: readonly Reading[];
  readonly flags: readonly string[];
  readonly source: Scenario['source'];
}

/** One of the two questions that the map asks of a case: what is done, or who has a hand in it. */
export interface PlacedSide {
  readonly yours: string;
  readonly key: string;
  readonly right: boolean;
  readonly reasons: readonly { readonly because: string; readonly quote: string | null }[];
}

/** Cases on the map: where they were put, where they belong, and why. */
export interface PlacedCases {
  readonly map: GridMap;
  readonly cases: readonly {
    readonly title: string;
    readonly yours: GridPlace | null;
    readonly key: GridPlace;
    readonly row: PlacedSide;
    readonly column: PlacedSide;
  }[];
}

/** verdict → deciding criterion → the fact from the story → what would change it; then the misconception, if one fits. */
export interface Feedback {
  readonly outcome: 'right' | 'partly' | 'wrong' | 'unmarked';
  /** The lens that the item was graded under, always named. */
  readonly lens: { readonly id: string; readonly label: string };
  readonly headline: string;
  readonly deciding: {
    readonly criterion: string;
    readonly label: string;
    readonly outcome: Outcome | null;
    readonly because: string;
    readonly quote: string | null;
  } | null;
  /** Completions of "It would change if …". */
  readonly changes: readonly string[];
  readonly misconceptions: readonly {
    readonly id: string;
    readonly name: string;
    readonly says: string;
    readonly tempts: string;
    readonly breaks: string;
  }[];
  /** Part by part, for kinds with parts: what was asked, what was answered, what follows from the facts. */
  readonly parts: readonly {
    readonly text: string;
    readonly yours: string;
    readonly key: string;
    readonly right: boolean;
    readonly because: string | null;
  }[];
  /** For `grid`: the map with its cases; null for other kinds. */
  readonly placed: PlacedCases | null;
  /** For `explain`: what a full answer would touch, to be ticked by the learner. */
  readonly points: readonly { readonly id: string; readonly text: string }[];
  readonly cases: readonly CaseReview[];
}

export interface AuthoringProblem {
  readonly severity: 'error' | 'warning';
  /** Short and stable, for instance `no-misconception-goes-wrong`. */
  readonly rule: string;
  readonly message: string;
  readonly facts?: readonly FactRef[];
}
