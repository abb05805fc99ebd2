/** Progress from the whole log of one learner, by the same folds that keep it up to date. */
import { type AttemptMode, isQuiz, marksAreOut } from './attempt.ts';
import { type AnswerSeen, type BeliefRow, type EvidenceReader, rowsFrom } from './diagnosis/rows.ts';
import {
  type AboutProgress,
  aboutAfterResponse,
  type ItemProgress,
  itemAfterResponse,
  type LessonEvent,
  type LessonProgress,
  lessonAfterFinish,
  lessonAfterResponse,
  lessonAfterSectionRead,
  type ResponseEvent,
} from './progress.ts';
import type { CardId, ReviewCard } from './review/card.ts';
import { type AnswerLogged, cardsFrom } from './review/replay.ts';
import { attemptScore, tallyOf } from './score.ts';

type LoggedAnswer = Omit<AnswerLogged & AnswerSeen, 'mode' | 'card'>;

export interface LearnerLog {
  readonly attempts: readonly {
    readonly course: string;
    readonly lesson: string;
    readonly mode: AttemptMode;
    readonly finishedAt: number | null;
    readonly releasedAt: number | null;
    readonly card: CardId | null;
    /** Without the answers that were taken back. */
    readonly items: readonly {
      readonly retryOf: number | null;
      readonly response: (ResponseEvent & LoggedAnswer) | null;
      readonly voided?: boolean;
    }[];
  }[];
  readonly reads: readonly (LessonEvent & { readonly seconds: number })[];
}

export interface LearnerProgress {
  readonly lessons: LessonProgress[];
  readonly items: ItemProgress[];
  readonly abouts: AboutProgress[];
  readonly cards: ReviewCard[];
  /** Empty without a reader. */
  readonly beliefs: BeliefRow[];
}

/** A map of rows by key, changed by folding. */
function folding<Row>() {
  const rows = new Map<string, Row>();
  return {
    fold(key: readonly string[], next: (before: Row | null) => Row | null): void {
      const name = JSON.stringify(key);
      const after = next(rows.get(name) ?? null);
      if (after) rows.set(name, after);
    },
    rows: () => [...rows.values()],
  };
}

/**
 * Returns the progress, the review cards and the beliefs that follow from a learner's log, in no particular order. `read` tells what an answer
 * is evidence of; without it there are no beliefs.
 */
export function deriveProgress(log: LearnerLog, read: EvidenceReader | null = null): LearnerProgress {
  const lessons = folding<LessonProgress>();
  const items = folding<ItemProgress>();
  const abouts = folding<AboutProgress>();
  const answers: (AnswerLogged & AnswerSeen)[] = [];
  for (const read of log.reads) lessons.fold([read.course, read.lesson], (before) => lessonAfterSectionRead(before, read));
  for (const attempt of log.attempts) {
    const { course, lesson, mode, card, finishedAt } = attempt;
    const responses = marksAreOut(attempt) ? attempt.items.flatMap((item) => (item.response ? [item.response] : [])) : [];
    for (const response of responses) {
      lessons.fold([response.course, response.lesson], (before) => lessonAfterResponse(before, response));
      items.fold([response.course, response.itemId], (before) => itemAfterResponse(before, response));
      abouts.fold([response.course, response.about], (before) => aboutAfterResponse(before, response));
      answers.push({ ...response, mode, card });
    }
    if (finishedAt === null || !isQuiz(mode) || !marksAreOut(attempt)) continue;
    const finish = { course, lesson, at: finishedAt, score: attemptScore(tallyOf(attempt.items)) };
    lessons.fold([course, lesson], (before) => lessonAfterFinish(before, finish));
  }
  const beliefs = read ? rowsFrom(answers, read) : [];
  return { lessons: lessons.rows(), items: items.rows(), abouts: abouts.rows(), cards: cardsFrom(answers), beliefs };
}
