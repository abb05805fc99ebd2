/** What the page of a quiz shows at one of its questions. */
import type { Course, CourseItem } from '#app/course/course.ts';
import { isOverdue, marksAreOut, mayAnswer, mayRetry } from '#app/learning/attempt.ts';
import type { Feedback } from '#app/quiz/item.ts';
import { forLearner } from '#app/quiz/quiz.ts';
import { itemsHeld } from '#db/asked.ts';
import { draftsOf } from '#db/assignments.ts';
import { type AttemptDetail, findAttempt } from '#db/attempt-detail.ts';
import { write } from '#db/database.ts';
import { regradesFor } from '#db/regrades.ts';
import { latestSelfCheck } from '#db/self-checks.ts';
import { aboutLabel } from './about-label.ts';
import { handInOverdue } from './assignments/settle.server.ts';
import { type AnsweredQuestion, answered, type OpenQuestion } from './question.ts';
import { contestCohort } from './regrading/contest.server.ts';
import { decidedOn } from './regrading/decided-on.ts';
import { type AfterReview, afterReview } from './review/after-review.server.ts';
import type { Scope } from './scope.ts';
import { labAccess } from './view-lab.server.ts';

export type StepState = 'open' | 'answered' | Feedback['outcome'];

export type Shown =
  | ({ readonly state: 'open' } & OpenQuestion)
  | ({
      readonly state: 'answered';
      /** True where the learner may ask for another case on the same criterion. */
      readonly mayRetry: boolean;
      /** Why the question was chosen, in a sentence that would have told too much before; null where it was chosen as any other. */
      readonly why: string | null;
      /** For the one form that this question still has: a retry or a self-check. */
      readonly followUpKey: string;
      readonly about: string;
      readonly ticked: readonly string[];
      /** Id of the case, where the learner may take it apart in the lab. */
      readonly labCase: string | null;
      /** True where the learner may dispute the answer. */
      readonly mayContest: boolean;
    } & AnsweredQuestion)
  /** Answered in a mock test that still runs: nothing is told. */
  | { readonly state: 'kept' }
  /** Open, and asked by a graded quiz of the learner's too, whose marks wait. */
  | { readonly state: 'held' }
  /** Left open in a quiz that is finished, or taken out of the course since. */
  | { readonly state: 'gone' };

export interface AttemptView {
  readonly id: string;
  readonly mode: 'practice' | 'mock' | 'graded' | 'review';
  readonly course: { readonly id: string; readonly title: string };
  readonly lesson: { readonly slug: string; readonly title: string; readonly role: 'lesson' | 'capstone' };
  readonly finished: boolean;
  /** When the time is over; null without a limit. */
  readonly deadline: number | null;
  /** What stood in the form when it was kept last, for a graded quiz; null where nothing was. */
  readonly draft: string | null;
  readonly steps: readonly { readonly state: StepState; readonly retry: boolean }[];
  readonly position: number;
  readonly shown: Shown;
  /** What was decided anew about the mark or explanation of this question, for the learner; null where nothing was. */
  readonly decided: string | null;
  /** The next question that waits for an answer, null where none does. */
  readonly next: number | null;
  readonly open: number;
  readonly finishKey: string;
  /** Beside the answer of a review; null before it, and for everything else. */
  readonly review: AfterReview | null;
}

function stateOf(course: Course, attempt: AttemptDetail, position: number): StepState {
  const place = attempt.items[position];
  if (!place?.response) return 'open';
  const item = course.item(place.itemId);
  if (!item || !marksAreOut(attempt)) return 'answered';
  const { right, score } = place.response;
  if (right === null || score === null) return 'unmarked';
  return right ? 'right' : score > 0 ? 'partly' : 'wrong';
}

/** Questions of this attempt that are kept for a graded quiz. */
async function heldIn({ db }: Scope, { mode, finishedAt, learnerId }: AttemptDetail): Promise<ReadonlySet<string>> {
  return mode === 'graded' || finishedAt !== null ? new Set() : itemsHeld(db, learnerId);
}

interface Sitting {
  readonly course: Course;
  readonly attempt: AttemptDetail;
  readonly held: ReadonlySet<string>;
}

/** The first question after `position` that still waits for an answer, and may have one now, going round; null where none is. */
function nextOpen({ course, attempt, held }: Sitting, position: number): number | null {
  const count = attempt.items.length;
  for (let step = 1; step <= count; step++) {
    const place = attempt.items[(position + step) % count];
    if (place && !place.response && course.item(place.itemId) && mayAnswer(attempt, place) && !held.has(place.itemId))
      return place.position;
  }
  return null;
}

async function show(scope: Scope, { course, attempt, held }: Sitting, position: number): Promise<Shown> {
  const place = attempt.items[position];
  const item = place && course.item(place.itemId);
  if (!place || !item) return { state: 'gone' };
  if (!place.response) {
    if (held.has(place.itemId)) return { state: 'held' };
    return mayAnswer(attempt, place) ? { state: 'open', item: forLearner(item, place.seed), formKey: scope.newId() } : { state: 'gone' };
  }
  if (!marksAreOut(attempt)) return { state: 'kept' };
  const selfCheck = item.spec.kind === 'explain' ? await latestSelfCheck(scope.db, attempt.learnerId, place.response.id) : null;
  return {
    state: 'answered',
    ...answered(item, place.seed, place.response),
    followUpKey: scope.newId(),
    mayRetry: mayRetry(attempt) && place.response.right === false,
    why: place.why,
    about: aboutLabel(course.theory, item.spec.about),
    ticked: selfCheck?.ticks ?? [],
    labCase: await labCaseOf(scope, course, attempt, item),
    mayContest: (await contestCohort(scope, attempt.learnerId, attempt)) !== null,
  };
}

/** Several cases in one item would need several links, and a test is not the place to wander off from. */
async function labCaseOf(scope: Scope, course: Course, { mode, learnerId }: AttemptDetail, item: CourseItem): Promise<string | null> {
  const [scenario, ...others] = item.scenarios;
  if (mode !== 'practice' || !scenario || others.length > 0) return null;
  const access = await labAccess(scope, learnerId, course);
  return access(scenario.id) === 'open' ? scenario.id : null;
}

/** Which question to show, counted from 0: this one, or the next open one after that. */
export interface Wanted {
  readonly at?: number | null;
  readonly after?: number | null;
}

/**
 * Returns the attempt at the question wanted (by default the first that waits for an answer, else the last), or null where the learner
 * has no such attempt or its course is gone.
 */
export async function viewAttempt(
  scope: Scope,
  learnerId: string,
  attemptId: string,
  { at = null, after = null }: Wanted = {},
): Promise<AttemptView | null> {
  let attempt = await findAttempt(scope.db, learnerId, attemptId);
  if (attempt && attempt.finishedAt === null && isOverdue(attempt.deadline, scope.now())) {
    await write(scope.db, (tx) => handInOverdue(scope, tx, learnerId, attemptId));
    attempt = await findAttempt(scope.db, learnerId, attemptId);
  }
  const course = attempt && scope.course(attempt.course);
  const lesson = course?.lesson(attempt?.lesson ?? '');
  if (!attempt || !course || !lesson || attempt.mode === 'check') return null;
  const sitting = { course, attempt, held: await heldIn(scope, attempt) };
  const position = at !== null && attempt.items[at] ? at : (nextOpen(sitting, after ?? -1) ?? attempt.items.length - 1);
  const regrades =
    attempt.mode === 'graded' && marksAreOut(attempt) ? await regradesFor(scope.db, learnerId, { attemptId: attempt.id }) : [];
  return {
    id: attempt.id,
    mode: attempt.mode,
    course: { id: course.id, title: course.title },
    lesson: { slug: lesson.slug, title: lesson.title, role: lesson.role },
    finished: attempt.finishedAt !== null,
    deadline: attempt.deadline,
    draft:
      attempt.mode === 'graded' && attempt.finishedAt === null
        ? ((await draftsOf(scope.db, attempt.id)).find((draft) => draft.position === position)?.form ?? null)
        : null,
    steps: attempt.items.map((place) => ({ state: stateOf(course, attempt, place.position), retry: place.retryOf !== null })),
    position,
    shown: await show(scope, sitting, position),
    decided: decidedOn(regrades).get(attempt.items[position]?.itemId ?? '') ?? null,
    next: nextOpen(sitting, position),
    open: attempt.items.filter((place) => !place.response && place.retryOf === null).length,
    finishKey: scope.newId(),
    review: await afterReview(scope, attempt),
  };
}
