/** What is seen to after an answer, mail above all. Whoever ends the process waits for it. */

export interface Afterwards {
  /** Begins `act` once the answer has had its turn. */
  readonly later: (act: () => Promise<void>) => void;
  /** How much is under way. */
  readonly size: () => number;
  /** Resolves when nothing is under way any more. */
  readonly done: () => Promise<void>;
}

/** Returns a place for such work, empty; `failed` is told what went wrong with any of it. */
export function newAfterwards(failed: (error: unknown) => void): Afterwards {
  const underWay = new Set<Promise<void>>();
  return {
    later: (act) => {
      const work = new Promise<void>((begin) => setImmediate(begin))
        .then(act)
        .catch(failed)
        .finally(() => underWay.delete(work));
      underWay.add(work);
    },
    size: () => underWay.size,
    done: async () => {
      // What is under way may bring more.
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
