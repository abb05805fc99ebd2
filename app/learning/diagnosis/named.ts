/** Which mistaken ideas a learner is told of: those that they hold more likely than not. */
import { type Belief, probabilityOf } from './belief.ts';

export interface NamedIdea {
  /** Id of the misconception. */
  readonly id: string;
  /** That it is held, alone or with another, 0 to 1. */
  readonly probability: number;
  /** How many answers it rests on. */
  readonly answers: number;
}

/** Above even odds, or whoever is told would more often than not be told something untrue. */
const namedAbove = 0.5;
/** One answer, though it be a table, may be a slip of attention. */
const fewest = 2;

/** Returns the misconceptions to name, the most probable first; none where fewer than two answers bear on them. */
export function ideasNamed(beliefs: Iterable<{ readonly belief: Belief; readonly answers: number }>): NamedIdea[] {
  return [...beliefs]
    .filter(({ answers }) => answers >= fewest)
    .flatMap(({ belief, answers }) => {
      const held = new Set(belief.topic.states.flatMap(({ holds }) => holds));
      return [...held].map((id) => ({ id, probability: probabilityOf(belief, id), answers }));
    })
    .filter(({ probability }) => probability > namedAbove)
    .toSorted((one, other) => other.probability - one.probability || (one.id < other.id ? -1 : 1));
}
