/** A scenario as the quiz sees it: a story with marked evidence, and the facts behind it. Made by app/course. */
import type { FactRef } from '#app/definitions/theory.ts';

/** A run of story text; `facts` are the facts that it establishes (empty for plain text). Secret until answered. */
export interface Segment {
  readonly text: string;
  readonly facts: readonly FactRef[];
}

/** A sentence is the smallest thing a learner can point at. */
export interface Sentence {
  readonly segments: readonly Segment[];
}

export interface Scenario<F = unknown> {
  readonly id: string;
  readonly title: string;
  /** One line that tells the case apart, for lists and classify rows; gives no verdict away. */
  readonly gist: string;
  /** Paragraphs of sentences. */
  readonly story: readonly (readonly Sentence[])[];
  readonly facts: F;
  readonly source: {
    readonly cite: string;
    readonly url: string | null;
    readonly note: string | null;
    readonly basis: 'published' | 'published, disputed' | 'explainer' | 'team judgement';
  };
}
