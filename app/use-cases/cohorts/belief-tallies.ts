/** What the learners of a cohort believe, folded answer by answer from the log as the beliefs that are kept are (diagnosis/rows.ts). */
import type { Course } from '#app/course/course.ts';
import { probabilityOf } from '#app/learning/diagnosis/belief.ts';
import { ideasNamed, type NamedIdea } from '#app/learning/diagnosis/named.ts';
import { type AnswerSeen, type BeliefHeld, type BeliefRow, beliefsIn, type EvidenceBook, rowAfter } from '#app/learning/diagnosis/rows.ts';
import { type Topic, topicsOf } from '#app/learning/diagnosis/states.ts';
import { weekOf, weeksOf } from '#app/statistics/weeks.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import { bookOf } from '../evidence-reader.ts';

/** A probability below this is not told of single learners: it is hardly more than what is assumed of everybody. */
export const hardlyHeld = 0.05;

export interface LearnerBeliefs {
  readonly learnerId: string;
  /** Answers that say something about what is believed. */
  readonly answers: number;
  /** Misconceptions with the probability that they are held, alone or with another, the most probable first; those hardly held left out. */
  readonly ideas: readonly { readonly id: string; readonly probability: number }[];
}

export interface IdeaInClass {
  readonly id: string;
  /** How many learners may be expected to hold it: the sum of the probabilities over those who have answered about it. */
  readonly expected: number;
  /** Learners of whom it would be named (diagnosis/named.ts). */
  readonly held: number;
  /** The same at the end of each week shown. */
  readonly byWeek: readonly number[];
}

export interface TopicInClass {
  readonly topic: string;
  /** Learners who have answered about it. */
  readonly learners: number;
  /** Over them, by state, the sum of the probabilities. */
  readonly sums: readonly number[];
}

export interface BeliefFigures {
  readonly answers: number;
  /** Whoever most probably holds something first. */
  readonly learners: readonly LearnerBeliefs[];
  /** Weeks from the first answer to the last, at most as many as a chart shows (statistics/weeks.ts). */
  readonly weeks: readonly number[];
  /** All misconceptions of the theory, those that most learners may be expected to hold first. */
  readonly ideas: readonly IdeaInClass[];
  readonly topics: readonly TopicInClass[];
}

/** Returns an answer of the log as beliefs take it in. */
export function seenIn({ id: course }: Course, { id, itemId, answer, mode, at }: LoggedAnswer): AnswerSeen {
  return { id, course, itemId, answer: JSON.parse(answer) as AnswerSeen['answer'], mode, at };
}

/** Returns the misconceptions that a learner with these beliefs may hold, as `LearnerBeliefs` has them. */
export function ideasIn(beliefs: readonly BeliefHeld[]): LearnerBeliefs['ideas'] {
  const ideas = beliefs.flatMap(({ belief }) =>
    [...new Set(belief.topic.states.flatMap(({ holds }) => holds))].map((id) => ({ id, probability: probabilityOf(belief, id) })),
  );
  return ideas.filter(({ probability }) => probability >= hardlyHeld).sort((one, other) => other.probability - one.probability);
}

export class BeliefTallies {
  readonly #course: Course;
  readonly #book: EvidenceBook;
  readonly #topics: readonly Topic[];
  readonly #learners: LearnerBeliefs[] = [];
  readonly #sums = new Map<string, { learners: number; readonly sums: number[] }>();
  /** For each misconception, how many more learners hold it at the end of a week than at the end of the one before. */
  readonly #turns = new Map<string, Map<number, number>>();
  readonly #weeks = new Set<number>();
  #answers = 0;

  constructor(course: Course) {
    this.#course = course;
    this.#topics = topicsOf(course.theory);
    this.#book = bookOf(course);
  }

  /** Adds all answers of one learner, given oldest first. */
  add(answers: readonly LoggedAnswer[]): void {
    const book = this.#book;
    const rows = new Map<string, BeliefRow>();
    let named: ReadonlySet<string> = new Set();
    let week: number | null = null;
    for (const logged of answers) {
      const evidence = book.evidence(logged.itemId);
      if (!evidence) continue;
      const now = weekOf(logged.at);
      if (week !== null && now !== week) named = this.#turn(week, named, beliefsIn(this.#topics, rows.values()));
      week = now;
      rows.set(evidence.topic.id, rowAfter(rows.get(evidence.topic.id) ?? null, evidence, book, seenIn(this.#course, logged)));
    }
    if (week === null) return;
    const beliefs = beliefsIn(this.#topics, rows.values());
    this.#turn(week, named, beliefs);
    this.#finish(answers[0]?.learnerId ?? '', beliefs);
  }

  /** Notes what has changed by the end of a week in what is named of a learner; returns what is named now. */
  #turn(week: number, before: ReadonlySet<string>, beliefs: readonly BeliefHeld[]): ReadonlySet<string> {
    this.#weeks.add(week);
    const now = new Set(ideasNamed(beliefs).map(({ id }: NamedIdea) => id));
    for (const id of now) if (!before.has(id)) this.#add(id, week, 1);
    for (const id of before) if (!now.has(id)) this.#add(id, week, -1);
    return now;
  }

  #add(id: string, week: number, by: number): void {
    const turns = this.#turns.get(id) ?? new Map<number, number>();
    this.#turns.set(id, turns.set(week, (turns.get(week) ?? 0) + by));
  }

  #finish(learnerId: string, beliefs: readonly BeliefHeld[]): void {
    let all = 0;
    for (const { belief, answers } of beliefs) {
      all += answers;
      const known = this.#sums.get(belief.topic.id) ?? { learners: 0, sums: belief.topic.states.map(() => 0) };
      this.#sums.set(belief.topic.id, known);
      known.learners += 1;
      for (const [place, probability] of belief.probabilities.entries()) known.sums[place] = (known.sums[place] ?? 0) + probability;
    }
    this.#answers += all;
    this.#learners.push({ learnerId, answers: all, ideas: ideasIn(beliefs) });
  }

  /** Returns the figures of all that were added. */
  figures(): BeliefFigures {
    const weeks = weeksOf([...this.#weeks].map((week) => ({ week, count: 1 })));
    const topics = [...this.#sums].map(([topic, { learners, sums }]) => ({ topic, learners, sums }));
    const ideas = this.#course.theory.misconceptions.map(({ id }): IdeaInClass => {
      const turns = [...(this.#turns.get(id) ?? [])];
      const heldBy = (until: number) => turns.reduce((sum, [week, by]) => (week <= until ? sum + by : sum), 0);
      return { id, expected: this.#expected(id), held: heldBy(Number.POSITIVE_INFINITY), byWeek: weeks.map(heldBy) };
    });
    const most = ({ ideas: [first] }: LearnerBeliefs) => first?.probability ?? 0;
    return {
      answers: this.#answers,
      learners: this.#learners.toSorted((one, other) => most(other) - most(one) || (one.learnerId < other.learnerId ? -1 : 1)),
      weeks,
      ideas: ideas.sort((one, other) => other.expected - one.expected),
      topics,
    };
  }

  #expected(misconception: string): number {
    let expected = 0;
    for (const [id, { sums }] of this.#sums)
      for (const [place, { holds }] of (this.#topics.find((topic) => topic.id === id)?.states ?? []).entries())
        if (holds.includes(misconception)) expected += sums[place] ?? 0;
    return expected;
  }
}
