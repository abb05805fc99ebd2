/** A question on a page, before and after its answer. */
import type { Course, CourseItem } from '#app/course/course.ts';
import { secondsSpent } from '#app/learning/timing.ts';
import type { Answer, Feedback, ItemForLearner } from '#app/quiz/item.ts';
import { describe, feedback, forLearner, grade, keyOf, readAnswer, toForm } from '#app/quiz/quiz.ts';
import type { StoredResponse } from '#db/responses.ts';
import { shownAt } from './form-key.ts';
import { remembered } from './remembered.ts';
import type { Problem, World } from './scope.ts';

export interface OpenQuestion {
  readonly item: ItemForLearner;
  readonly formKey: string;
}

export interface AnsweredQuestion {
  readonly item: ItemForLearner;
  readonly responseId: string;
  /** The answer in words. */
  readonly yours: string;
  /** For choices: the presented letter that was chosen. */
  readonly chosen: string | null;
  /** For choices: the presented letter of the option that follows from the facts. */
  readonly right: string | null;
  readonly feedback: Feedback;
}

/** Feedback follows from the item, the answer and the order of the cases on a map alone, and many learners give the same one. */
const keptFeedback = new WeakMap<CourseItem, Map<string, Feedback>>();
const keptPerItem = 50;

function feedbackOn(item: CourseItem, answer: Answer, { body }: ItemForLearner): Feedback {
  const kept = keptFeedback.get(item) ?? new Map<string, Feedback>();
  keptFeedback.set(item, kept);
  const titles = body.type === 'grid' ? body.rows.map(({ text }) => text) : [];
  return remembered(kept, keptPerItem, JSON.stringify([answer, titles]), () => numberedBy(titles, feedback(item, answer)));
}

/** Cases on the map are known by their numbers: each keeps the one that it was asked by. */
function numberedBy(titles: readonly string[], given: Feedback): Feedback {
  if (given.placed === null) return given;
  const cases = given.placed.cases.toSorted((one, other) => titles.indexOf(one.title) - titles.indexOf(other.title));
  return { ...given, placed: { ...given.placed, cases } };
}

/** Returns the answered question with its feedback. Call it only where the key may be told. */
export function answered(item: CourseItem, seed: number, response: Pick<StoredResponse, 'id' | 'answer'>): AnsweredQuestion {
  const key = keyOf(item);
  const shown = forLearner(item, seed);
  return {
    item: shown,
    responseId: response.id,
    yours: describe(item, response.answer),
    chosen: toForm(item, seed, response.answer).get('option'),
    right: key && toForm(item, seed, key).get('option'),
    feedback: feedbackOn(item, response.answer, shown),
  };
}

/** Returns the row for an answer: read from the form, graded, timed. Or what is wrong with the form. */
export function responseFrom(
  world: World,
  course: Course,
  item: CourseItem,
  { seed, form, formKey }: { seed: number; form: URLSearchParams; formKey: string },
): Problem | Omit<StoredResponse, 'learnerId' | 'attemptId' | 'position' | 'lesson'> {
  const read = readAnswer(item, seed, form);
  if ('problem' in read) return read;
  const { score, right, misconceptions } = grade(item, read.answer);
  const now = world.now();
  return {
    id: world.newId(),
    course: course.id,
    itemId: item.spec.id,
    kind: item.spec.kind,
    about: item.spec.about,
    answer: read.answer,
    score,
    right,
    misconceptions,
    contentVersion: course.version,
    formKey,
    seconds: secondsSpent(shownAt(formKey), now),
    at: now,
  };
}
