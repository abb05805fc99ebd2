/** Beliefs as they are kept: folded from the log, answer by answer, the same whether one at a time or all anew. */
import type { Answer } from '#app/quiz/item.ts';
import type { AttemptMode } from '../attempt.ts';
import { type Belief, beliefAfter, beliefBefore } from './belief.ts';
import type { Evidence } from './evidence.ts';
import { floor } from './rates.ts';
import type { Topic } from './states.ts';

export interface BeliefRow {
  readonly course: string;
  /** `verdict` or the id of a question. */
  readonly topic: string;
  /** By state; those that are hardly likely are left out. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** How many answers it rests on. */
  readonly answers: number;
  /** The version of the course by which the answers were read. */
  readonly version: string;
  /** Milliseconds since 1970, and the id, of the last of these answers. */
  readonly lastAt: number;
  readonly lastId: string;
}

/** What a belief takes from an answer in the log. */
export interface AnswerSeen {
  readonly id: string;
  readonly course: string;
  readonly itemId: string;
  readonly answer: Answer;
  readonly mode: AttemptMode;
  readonly at: number;
}

/** A course as the log is read by it. */
export interface EvidenceBook {
  readonly version: string;
  /** Null for an item that is gone or that no machine marks. */
  readonly evidence: (itemId: string) => Evidence | null;
}

/** Returns the book of a course; null where there is no such course any more. */
export type EvidenceReader = (course: string) => EvidenceBook | null;

const digits = 1e6;
/** Left out in a row, and read as the floor. */
const hardly = 2 * floor;

/** Returns the belief that a row holds. */
export function beliefOf(topic: Topic, { probabilities }: Pick<BeliefRow, 'probabilities'>): Belief {
  const known = topic.states.map(({ id }) => probabilities[id] ?? floor);
  let total = 0;
  for (const one of known) total += one;
  return { topic, probabilities: known.map((one) => one / total) };
}

/** A belief, and how many answers it rests on. */
export interface BeliefHeld {
  readonly belief: Belief;
  readonly answers: number;
}

/** Returns the beliefs that rows hold; a row about none of these topics any more is left out. */
export function beliefsIn(topics: readonly Topic[], rows: Iterable<BeliefRow>): BeliefHeld[] {
  return [...rows].flatMap((row) => {
    const topic = topics.find(({ id }) => id === row.topic);
    return topic ? [{ belief: beliefOf(topic, row), answers: row.answers }] : [];
  });
}

function kept({ topic, probabilities }: Belief): BeliefRow['probabilities'] {
  const likely: Record<string, number> = {};
  for (const [place, probability] of probabilities.entries()) {
    const state = topic.states[place];
    if (state && probability >= hardly) likely[state.id] = Math.round(probability * digits) / digits;
  }
  return likely;
}

/** Returns the row after one more answer, which must come after those it rests on. A row read by another version begins anew. */
export function rowAfter(before: BeliefRow | null, evidence: Evidence, { version }: EvidenceBook, seen: AnswerSeen): BeliefRow {
  const { topic } = evidence;
  const own = before?.version === version ? before : null;
  const belief = own ? beliefOf(topic, own) : beliefBefore(topic);
  // In a mock test or a graded quiz nobody is told what is right before the end.
  const feedback = seen.mode === 'practice' || seen.mode === 'check' || seen.mode === 'review';
  return {
    course: seen.course,
    topic: topic.id,
    probabilities: kept(beliefAfter(belief, evidence, seen.answer, { feedback })),
    answers: (own?.answers ?? 0) + 1,
    version,
    lastAt: seen.at,
    lastId: seen.id,
  };
}

/** Negative where the first of two answers came before the other. */
export function inTime(one: { readonly at: number; readonly id: string }, other: { readonly at: number; readonly id: string }): number {
  return one.at - other.at || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** Returns the rows that follow from answers, which may come in any order and from several courses. */
export function rowsFrom(answers: readonly AnswerSeen[], read: EvidenceReader): BeliefRow[] {
  const rows = new Map<string, BeliefRow>();
  for (const answer of answers.toSorted(inTime)) {
    const book = read(answer.course);
    const evidence = book?.evidence(answer.itemId);
    if (!book || !evidence) continue;
    const key = JSON.stringify([answer.course, evidence.topic.id]);
    rows.set(key, rowAfter(rows.get(key) ?? null, evidence, book, answer));
  }
  return [...rows.values()];
}
