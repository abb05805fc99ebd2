/** The real course, a fresh database, and a clock, ids and chance that stand still. */

import type { Course, CourseItem } from '#app/course/course.ts';
import { courseById } from '#app/course/courses.server.ts';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { toForm } from '#app/quiz/quiz.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { formKey } from '#app/use-cases/form-key.ts';
import type { QuizMode } from '#app/use-cases/quiz-length.ts';
import type { Keep, Scope } from '#app/use-cases/scope.ts';
import { startQuiz } from '#app/use-cases/start-quiz.server.ts';
import { type AttemptDetail, findAttempt } from '#db/attempt-detail.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { rightAnswer, wrongAnswer } from '../../browser/answers.ts';
import { freshDatabase } from '../db/fresh.ts';

export const course = theCourse();

function theCourse(): Course {
  const found = courseById('co-production');
  if (!found) throw new Error('There is no course co-production.');
  return found;
}

/** Monday, 5 January 2026, nine in the morning. */
export const nine = Date.UTC(2026, 0, 5, 9);

export function lessonAt(number: number) {
  const lesson = course.lessons[number - 1];
  if (!lesson) throw new Error(`The course has no lesson ${number}.`);
  return lesson;
}

export function itemOf(id: string | undefined): CourseItem {
  const item = course.item(id ?? '');
  if (!item) throw new Error(`The course has no item ${id}.`);
  return item;
}

/** A course that has lost some of its items, as after an edit. */
export const courseWithout = (...ids: (string | undefined)[]): Course => ({
  ...course,
  item: (id) => (ids.includes(id) ? undefined : course.item(id)),
});

export interface TestWorld extends Scope {
  readonly db: OpenDatabase;
  /** Lets seconds pass. */
  readonly pass: (seconds: number) => void;
  /** A form key made now, or at another time. */
  readonly keyShown: (at?: number) => string;
  /** Keeps for Ann. */
  readonly keep: Keep;
  /** Starts a quiz of Ann's, with another seed each time. */
  readonly quiz: (lesson: number, mode?: QuizMode) => Promise<AttemptDetail>;
  readonly attempt: (id: string) => Promise<AttemptDetail>;
  /** Ann answers with a form that was shown 20 seconds before. */
  readonly answer: (attemptId: string, position: number, as: 'right' | 'wrong') => ReturnType<typeof answerItem>;
}

/** A world at nine o'clock with the learners Ann and Ben. */
export async function newWorld(seed = 1): Promise<TestWorld> {
  const db = await freshDatabase();
  for (const id of ['ann', 'ben']) await createLearner(db, { id, now: nine });
  let now = nine;
  let made = 0;
  let seeds = seed;
  const keyShown = (at = now) => formKey.parse(uuidv7(at, ++made));
  const keep: Keep = (_formKey, act) => act(db, 'ann');
  const scope: Scope = {
    db,
    now: () => now,
    newId: keyShown,
    newSeed: () => seeds++,
    newCode: () => makeCode(new Uint8Array(codeBytes).fill(++made % 240)),
    course: (id) => (id === course.id ? course : undefined),
  };
  const attempt = async (id: string) => {
    const found = await findAttempt(db, 'ann', id);
    if (!found) throw new Error(`Ann has no attempt ${id}.`);
    return found;
  };
  return {
    ...scope,
    db,
    keyShown,
    keep,
    attempt,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    quiz: async (lesson, mode = 'practice') => {
      const started = await startQuiz(scope, keep, course, lessonAt(lesson), { mode, formKey: keyShown() });
      return attempt(started && 'attemptId' in started ? started.attemptId : 'none');
    },
    answer: async (attemptId, position, as) => {
      const place = (await attempt(attemptId)).items[position];
      const item = itemOf(place?.itemId);
      const form = (as === 'right' ? rightForm : wrongForm)(item, place?.seed ?? 0);
      return answerItem(scope, 'ann', { attemptId, position, form, formKey: keyShown(now - 20_000) });
    },
  };
}

function uuidv7(at: number, count: number): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
}

/** The form with the right answer; a few words where a machine does not mark. */
export const rightForm = (item: CourseItem, seed: number) => toForm(item, seed, rightAnswer(item));

/** A form with a wrong answer; a few words where a machine does not mark. */
export const wrongForm = (item: CourseItem, seed: number) => toForm(item, seed, wrongAnswer(item));
