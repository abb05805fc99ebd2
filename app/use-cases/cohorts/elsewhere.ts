/** Figures that can be made elsewhere than on the thread that answers requests. */

export interface FiguresAsked {
  readonly figures: 'overview' | 'analyses' | 'beliefs';
  readonly cohortId: string;
  readonly courseId: string;
}

/** Makes figures out of the way of requests. Rejects where it cannot. */
export type Elsewhere = (asked: FiguresAsked) => Promise<unknown>;
