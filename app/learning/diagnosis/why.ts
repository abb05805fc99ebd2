/** Why an item is asked, in one plain sentence for the learner. */
import { type Belief, mostProbable } from './belief.ts';
import type { Evidence } from './evidence.ts';
import { correct, guessing, type State, verdictTopic } from './states.ts';

/** Returns a sentence that names the two most probable beliefs that an answer tells apart. Show it once the item is answered. */
export function whyAsk(belief: Belief, { answeredAlike, topic }: Evidence): string {
  const first = mostProbable(belief).state;
  const own = answeredAlike[topic.states.indexOf(first)];
  let second: State | null = null;
  let most = 0;
  for (const [place, state] of topic.states.entries()) {
    const probability = belief.probabilities[place] ?? 0;
    if (answeredAlike[place] !== own && probability > most) [second, most] = [state, probability];
  }
  // What the learner may have in mind by mistake is named before what it is told from.
  const [one, other] = [first, second].toSorted((a, b) => rank(a) - rank(b));
  const said = (state: State | null | undefined) => clauseOf(state ?? null, topic.id === verdictTopic);
  return `Your answer shows whether you ${said(one)} or ${said(other)}.`;
}

const rank = (state: State | null) => (state === null || state.id === guessing ? 1 : state.id === correct ? 2 : 0);

/** What somebody does who is in a state; null stands for guessing. */
function clauseOf(state: State | null, isVerdict: boolean): string {
  if (state === null || state.id === guessing) return 'guessed';
  if (state.id === correct) return isVerdict ? 'went by the definition' : 'went by the facts of the case';
  return `hold the idea “${state.held?.name ?? state.id}”`;
}

/** Returns what a state is called within a sentence; null stands for guessing. */
export function nameOf(state: State | null, isVerdict: boolean): string {
  if (state === null || state.id === guessing) return 'a guess';
  if (state.id === correct) return isVerdict ? 'going by the definition' : 'going by the facts of the case';
  return `the idea “${state.held?.name ?? state.id}”`;
}
