/** Which item to ask next, and why. */
import { type Belief, beliefBefore } from './belief.ts';
import type { Evidence } from './evidence.ts';
import { expectedGain, expectedScore } from './gain.ts';
import { whyAsk } from './why.ts';

export interface Candidate {
  readonly id: string;
  /** The criterion or question that it trains. */
  readonly about: string;
  /** Ids of the scenarios whose story it tells. */
  readonly scenarios: readonly string[];
  readonly evidence: Evidence | null;
}

/** What was asked already in this session. */
export interface Session {
  readonly scenarios: ReadonlySet<string>;
  /** Items never to be asked again. */
  readonly items: ReadonlySet<string>;
  /** What the last item was about; null at the start. */
  readonly about: string | null;
}

export interface Choice<C extends Candidate = Candidate> {
  readonly candidate: C;
  /** Expected gain in bits. */
  readonly gain: number;
  /** One plain sentence. */
  readonly why: string;
}

/** The same criterion twice running is worth this much of another: learners tell alike criteria apart best when they take turns. */
const sameAgain = 0.8;
/** Gains this close to the best are as good; among them the item of the most fitting difficulty is asked. */
const asGood = 0.95;
/** Most is learned where about this share succeeds: hard enough to tell something, easy enough to go on. */
const fittingScore = 0.75;

/** Returns the belief about an item's topic; what is believed at first where there is none yet. */
export function beliefOn(beliefs: ReadonlyMap<string, Belief>, { topic }: Evidence): Belief {
  return beliefs.get(topic.id) ?? beliefBefore(topic);
}

/**
 * Returns the item whose answer is expected to tell most about the learner, with its gain and the reason; null where none is left. No
 * story is told twice in a session where another can be; criteria take turns; of items that tell as much, the one of fitting difficulty
 * comes first. `beliefs` are by id of their topic.
 */
export function chooseNext<C extends Candidate>(
  beliefs: ReadonlyMap<string, Belief>,
  candidates: readonly C[],
  session: Session,
): Choice<C> | null {
  const left = candidates.filter(({ id }) => !session.items.has(id));
  const fresh = left.filter(({ scenarios }) => !scenarios.some((scenario) => session.scenarios.has(scenario)));
  const priced = (fresh.length > 0 ? fresh : left).flatMap((candidate) => {
    if (candidate.evidence === null) return [];
    const gain = expectedGain(beliefOn(beliefs, candidate.evidence), candidate.evidence);
    return [{ candidate, evidence: candidate.evidence, gain, worth: candidate.about === session.about ? gain * sameAgain : gain }];
  });
  const best = Math.max(...priced.map(({ worth }) => worth));
  const misfit = ({ evidence }: (typeof priced)[number]) => Math.abs(expectedScore(beliefOn(beliefs, evidence), evidence) - fittingScore);
  const [chosen] = priced
    .filter(({ worth }) => worth >= best * asGood)
    .map((one) => ({ ...one, misfit: misfit(one) }))
    .sort((one, other) => one.misfit - other.misfit);
  if (chosen === undefined) return null;
  const { candidate, evidence, gain } = chosen;
  return { candidate, gain, why: whyAsk(beliefOn(beliefs, evidence), evidence) };
}

/** Returns the session once an item has been asked in it. */
export function sessionAfter(session: Session, { id, about, scenarios }: Candidate): Session {
  return { scenarios: new Set([...session.scenarios, ...scenarios]), items: new Set([...session.items, id]), about };
}

export const newSession: Session = { scenarios: new Set(), items: new Set(), about: null };

/** Returns up to `count` items to ask one after the other, as far as can be told before the first is answered. */
export function chooseSeveral<C extends Candidate>(
  beliefs: ReadonlyMap<string, Belief>,
  candidates: readonly C[],
  session: Session,
  count: number,
): Choice<C>[] {
  const chosen: Choice<C>[] = [];
  let so = session;
  while (chosen.length < count) {
    const next = chooseNext(beliefs, candidates, so);
    if (next === null) break;
    chosen.push(next);
    so = sessionAfter(so, next.candidate);
  }
  return chosen;
}
