/** Where to continue, and why. */
import { type LessonOutline, lessonState } from './lesson-state.ts';
import type { AboutProgress, LessonProgress } from './progress.ts';

export interface OpenAttempt {
  readonly id: string;
  readonly lesson: string;
  readonly items: number;
  readonly answered: number;
  readonly startedAt: number;
}

export type NextStep = { readonly reason: string } & (
  | { readonly to: 'attempt'; readonly lesson: LessonOutline; readonly attemptId: string }
  | { readonly to: 'section'; readonly lesson: LessonOutline; readonly section: string }
  | { readonly to: 'quiz'; readonly lesson: LessonOutline }
  | { readonly to: 'done' }
);

export interface Standing {
  readonly lessons: readonly LessonProgress[];
  readonly abouts: readonly AboutProgress[];
  readonly openAttempts: readonly OpenAttempt[];
  /** Ids of the edge cases argued. */
  readonly argued: ReadonlySet<string>;
  /** Ids of the sections read, by lesson slug. */
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * Returns the one thing to do next: go on with the quiz begun last; else with the lesson touched last, at its first unread section and
 * then its quiz; else the next lesson on the path that is not done, going round to earlier ones, shaky ones last; else the capstone; else nothing.
 * `reason` is one sentence for the learner.
 */
export function nextStep(path: readonly LessonOutline[], standing: Standing): NextStep {
  return (
    continueAttempt(path, standing) ??
    continueLesson(path, standing) ??
    nextLesson(path, standing) ??
    mendLesson(path, standing) ??
    capstone(path, standing) ??
    finished(path)
  );
}

const progressOf = (lesson: LessonOutline, standing: Standing) => standing.lessons.find((entry) => entry.lesson === lesson.slug) ?? null;
const stateOf = (lesson: LessonOutline, standing: Standing) =>
  lessonState(lesson, progressOf(lesson, standing), standing.abouts, standing.argued);

function lastTouched(path: readonly LessonOutline[], standing: Standing): LessonOutline | null {
  let latest: { lesson: LessonOutline; at: number } | null = null;
  for (const lesson of path) {
    const progress = progressOf(lesson, standing);
    if (progress && (!latest || progress.lastAt > latest.at)) latest = { lesson, at: progress.lastAt };
  }
  return latest?.lesson ?? null;
}

function continueAttempt(path: readonly LessonOutline[], { openAttempts }: Standing): NextStep | null {
  const [attempt] = [...openAttempts].sort((a, b) => b.startedAt - a.startedAt);
  const lesson = path.find((entry) => entry.slug === attempt?.lesson);
  if (!attempt || !lesson) return null;
  const left = attempt.items - attempt.answered;
  const reason =
    left > 0
      ? `You have a quiz open on “${lesson.title}” with ${counted(left, 'question')} left.`
      : `Your quiz on “${lesson.title}” is answered and waits to be finished.`;
  return { to: 'attempt', lesson, attemptId: attempt.id, reason };
}

function within(lesson: LessonOutline, standing: Standing): NextStep | null {
  const read = standing.reads.get(lesson.slug) ?? new Set();
  const left = lesson.sections.filter((section) => !read.has(section.id));
  const [section] = left;
  if (section) {
    const reason =
      read.size === 0
        ? `You have begun “${lesson.title}”; start reading at “${section.title}”.`
        : `You were reading “${lesson.title}”; ${counted(left.length, 'section')} to go, from “${section.title}”.`;
    return { to: 'section', lesson, section: section.id, reason };
  }
  return lesson.abouts.length === 0 ? null : { to: 'quiz', lesson, reason: `You have read all of “${lesson.title}”; its quiz is next.` };
}

function continueLesson(path: readonly LessonOutline[], standing: Standing): NextStep | null {
  const lesson = lastTouched(path, standing);
  return lesson && stateOf(lesson, standing) === 'in-progress' ? within(lesson, standing) : null;
}

function nextLesson(path: readonly LessonOutline[], standing: Standing): NextStep | null {
  const last = lastTouched(path, standing);
  const from = last ? path.indexOf(last) + 1 : 0;
  for (const lesson of [...path.slice(from), ...path.slice(0, from)]) {
    const state = stateOf(lesson, standing);
    const begun = state === 'in-progress' ? within(lesson, standing) : null;
    if (begun) return begun;
    if (state !== 'not-started' || lesson.edgeCases) continue;
    const reason = last ? `“${lesson.title}” is the next lesson.` : `“${lesson.title}” is where the course begins.`;
    const [section] = lesson.sections;
    return section ? { to: 'section', lesson, section: section.id, reason } : { to: 'quiz', lesson, reason };
  }
  return null;
}

function mendLesson(path: readonly LessonOutline[], standing: Standing): NextStep | null {
  const lesson = path.find((entry) => !entry.edgeCases && stateOf(entry, standing) === 'shaky');
  return lesson ? { to: 'quiz', lesson, reason: `“${lesson.title}” is still shaky; another quiz brings new cases.` } : null;
}

/** The capstone comes when every lesson is done; until it is passed, another test brings other cases. */
function capstone(path: readonly LessonOutline[], standing: Standing): NextStep | null {
  const lesson = path.find((entry) => entry.edgeCases && stateOf(entry, standing) !== 'done');
  if (!lesson) return null;
  if (stateOf(lesson, standing) === 'not-started') {
    const [section] = lesson.sections;
    const reason = `All lessons are done. “${lesson.title}” brings cases that you have not seen.`;
    return section ? { to: 'section', lesson, section: section.id, reason } : { to: 'quiz', lesson, reason };
  }
  return { to: 'quiz', lesson, reason: `“${lesson.title}” is not passed yet; another test brings other cases.` };
}

function finished(path: readonly LessonOutline[]): NextStep {
  return {
    to: 'done',
    reason: path.some((lesson) => lesson.edgeCases) ? 'The course is complete.' : `All ${path.length} lessons are done.`,
  };
}
