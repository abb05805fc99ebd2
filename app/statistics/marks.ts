/** Marks of learners on items: the table that item analysis starts from. */

export interface Mark {
  readonly learner: string;
  readonly item: string;
  /** 0 to 1 for a share; any scale that is the same for all items will do. */
  readonly mark: number;
}

/** What one learner got, by item. */
export type MarksOfLearner = ReadonlyMap<string, number>;

/** Returns the marks by learner. Of two marks for the same item the later one counts. */
export function marksByLearner(marks: Iterable<Mark>): ReadonlyMap<string, MarksOfLearner> {
  const byLearner = new Map<string, Map<string, number>>();
  for (const { learner, item, mark } of marks) {
    const own = byLearner.get(learner);
    if (own) own.set(item, mark);
    else byLearner.set(learner, new Map([[item, mark]]));
  }
  return byLearner;
}
