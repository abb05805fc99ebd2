/**
 * Progress is folded from the log: each function takes what was known and one event, and returns what is known now. No fold depends on
 * the order of events, so rebuilding from the log gives the identical rows.
 */
import { type RecentAnswer, recentAfter } from './recent.ts';
import { exact } from './score.ts';

export interface LessonProgress {
  readonly course: string;
  readonly lesson: string;
  readonly sectionsRead: number;
  /** Answers given, marked or not, retries and questions in the text included. */
  readonly answered: number;
  readonly marked: number;
  /** Sum of the scores of the marked answers, each 0 to 1. */
  readonly scoreSum: number;
  /** Time spent reading and answering. */
  readonly seconds: number;
  readonly quizzesFinished: number;
  /** Best score of a finished quiz, 0 to 1; null where none had anything to mark. */
  readonly bestScore: number | null;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export interface ItemProgress {
  readonly course: string;
  readonly itemId: string;
  readonly tries: number;
  /** Score of the latest try, null where it was not marked; of two at the same millisecond, the lower. */
  readonly lastScore: number | null;
  readonly bestScore: number | null;
  readonly lastAt: number;
}

export interface AboutTally {
  readonly course: string;
  /** The criterion or question. */
  readonly about: string;
  readonly marked: number;
  readonly scoreSum: number;
  readonly lastAt: number;
}

export interface AboutProgress extends AboutTally {
  /** The latest marked answers, newest first: what mastery is read from. */
  readonly recent: readonly RecentAnswer[];
}

/** What is derived takes from a response. */
export interface ResponseEvent {
  readonly id: string;
  readonly course: string;
  readonly lesson: string;
  readonly itemId: string;
  readonly about: string;
  /** 0 to 1; null where a machine must not mark. */
  readonly score: number | null;
  /** Those that explain a wrong answer. */
  readonly misconceptions: readonly string[];
  readonly seconds: number;
  readonly at: number;
}

export interface LessonEvent {
  readonly course: string;
  readonly lesson: string;
  readonly at: number;
}

function begun(before: LessonProgress | null, { course, lesson, at }: LessonEvent): LessonProgress {
  if (before) return { ...before, lastAt: Math.max(before.lastAt, at) };
  return {
    course,
    lesson,
    sectionsRead: 0,
    answered: 0,
    marked: 0,
    scoreSum: 0,
    seconds: 0,
    quizzesFinished: 0,
    bestScore: null,
    lastAt: at,
  };
}

const better = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));
const worse = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.min(a, b));

/** Returns the lesson's progress after an answer. */
export function lessonAfterResponse(before: LessonProgress | null, response: ResponseEvent): LessonProgress {
  const lesson = begun(before, response);
  return {
    ...lesson,
    answered: lesson.answered + 1,
    marked: lesson.marked + (response.score === null ? 0 : 1),
    scoreSum: lesson.scoreSum + exact(response.score ?? 0),
    seconds: lesson.seconds + response.seconds,
  };
}

/** Returns the item's progress after an answer. */
export function itemAfterResponse(before: ItemProgress | null, response: ResponseEvent): ItemProgress {
  const { course, itemId, at } = response;
  const score = response.score === null ? null : exact(response.score);
  if (!before) return { course, itemId, tries: 1, lastScore: score, bestScore: score, lastAt: at };
  const lastScore = at > before.lastAt ? score : at < before.lastAt ? before.lastScore : worse(before.lastScore, score);
  return {
    ...before,
    tries: before.tries + 1,
    lastScore,
    bestScore: better(before.bestScore, score),
    lastAt: Math.max(before.lastAt, at),
  };
}

/** Returns the progress on a criterion or question after an answer; unchanged by an answer that is not marked. */
export function aboutAfterResponse(before: AboutProgress | null, response: ResponseEvent): AboutProgress | null {
  const { id, course, itemId, about, score, at } = response;
  if (score === null) return before;
  const { marked, scoreSum, lastAt, recent } = before ?? { marked: 0, scoreSum: 0, lastAt: at, recent: [] };
  return {
    course,
    about,
    marked: marked + 1,
    scoreSum: scoreSum + exact(score),
    lastAt: Math.max(lastAt, at),
    recent: recentAfter(recent, { id, itemId, score, at }),
  };
}

/** Returns the lesson's progress after the first reading of one of its sections. */
export function lessonAfterSectionRead(before: LessonProgress | null, read: LessonEvent & { readonly seconds: number }): LessonProgress {
  const lesson = begun(before, read);
  return { ...lesson, sectionsRead: lesson.sectionsRead + 1, seconds: lesson.seconds + read.seconds };
}

/** Returns the lesson's progress after a quiz was finished; `score` as `attemptScore` gives it. */
export function lessonAfterFinish(before: LessonProgress | null, finish: LessonEvent & { readonly score: number | null }): LessonProgress {
  const lesson = begun(before, finish);
  const score = finish.score === null ? null : exact(finish.score);
  return { ...lesson, quizzesFinished: lesson.quizzesFinished + 1, bestScore: better(lesson.bestScore, score) };
}
