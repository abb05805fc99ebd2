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
  | { readonly to: 'review' }
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
  /** Reviews for today. */
  readonly reviews: number;
  /** Criteria and questions on which fewer than 60% of the latest marks were reached, the weakest first. */
  readonly shaky: readonly { readonly about: string; readonly label: string }[];
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** One clear first choice and at most two others: more would be a list to read instead of something to do. */
const mostSteps = 3;

/**
 * Returns what is most worth doing now, the first choice first, each with its reason in one sentence for the learner.
 * 1. The quiz begun last, since it is half done.
 * 2. Reviews that are due, since they fade by the day.
 * 3. The lesson touched last, at its first unread section and then its quiz; else the next lesson on the path that is not done, going
 *    round to earlier ones, shaky ones last; else the capstone.
 * 4. The weakest criterion, by a quiz of a lesson that trains it.
 */
export function worthDoing(path: readonly LessonOutline[], standing: Standing): readonly NextStep[] {
  const lesson = continueLesson(path, standing) ?? nextLesson(path, standing) ?? mendLesson(path, standing) ?? capstone(path, standing);
  const steps: NextStep[] = [];
  for (const step of [continueAttempt(path, standing), reviews(standing), lesson, mendAbout(path, standing)])
    if (step && !steps.some((before) => sameLesson(before, step))) steps.push(step);
  return steps.length === 0 ? [finished(path)] : steps.slice(0, mostSteps);
}

/** Two quizzes on one lesson are one choice, and so is the quiz that is open. */
function sameLesson(a: NextStep, b: NextStep): boolean {
  return 'lesson' in a && 'lesson' in b && a.lesson === b.lesson && b.to === 'quiz' && a.to !== 'section';
}

function reviews({ reviews: due }: Standing): NextStep | null {
  if (due === 0) return null;
  const what = due === 1 ? 'One review is due' : `${due} reviews are due`;
  return { to: 'review', reason: `${what}: what you learned is about to fade, and judging a new story now makes it last.` };
}

/** A lesson that trains it and was begun, since a quiz on what was never read teaches little. */
function mendAbout(path: readonly LessonOutline[], standing: Standing): NextStep | null {
  for (const { about, label } of standing.shaky) {
    const lesson = path.find((entry) => !entry.edgeCases && entry.abouts.includes(about) && stateOf(entry, standing) !== 'not-started');
    if (lesson)
      return { to: 'quiz', lesson, reason: `“${label}” is shaky: of your latest answers on it, fewer than six in ten were right.` };
  }
  return null;
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
