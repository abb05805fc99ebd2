/** How learners stand with what they were set. */
import type { Course } from '#app/course/course.ts';
import { dueFor, startProblem } from '#app/learning/assignment.ts';
import type { LessonState } from '#app/learning/lesson-state.ts';
import { attemptScore } from '#app/learning/score.ts';
import { pick } from '#app/statistics/attempts.ts';
import {
  type AssignedAttempt,
  assignmentsOf,
  attemptsAt,
  extensionsOf,
  type SetAssignment,
  type StoredExtension,
} from '#db/assignments.ts';
import { rosterOf } from '#db/cohort-log.ts';
import { formerLearnersAt } from '#db/former-learners.ts';
import { lessonProgressOf } from '#db/progress.ts';
import type { World } from '../scope.ts';

export interface Work {
  /** Attempts begun. */
  readonly used: number;
  readonly open: { readonly id: string; readonly deadline: number | null } | null;
  /** The attempt that counts: 0 to 1, null where nothing is finished or, for the learner, told yet. */
  readonly score: number | null;
  readonly counted: string | null;
  /** Where marks of what counts were decided anew: the score before, and when the marks that stand came into force. */
  readonly regraded: { readonly before: number | null; readonly at: number } | null;
  readonly finishedAt: number | null;
  /** True where what counts came after it was due. */
  readonly late: boolean;
  /** When it is due for this learner. */
  readonly dueAt: number;
  readonly extended: boolean;
}

/** Adds up the attempts of one learner; `told` leaves out marks that are not out. */
function workOf(assignment: SetAssignment, attempts: readonly AssignedAttempt[], extension: StoredExtension | null, told: boolean): Work {
  const finished = attempts
    .filter(({ finishedAt }) => finishedAt !== null)
    .map((attempt) => ({ ...attempt, score: attemptScore(attempt) }));
  const counted = pick(finished, assignment.counts);
  const open = attempts.find(({ finishedAt }) => finishedAt === null);
  const dueAt = dueFor(assignment, extension);
  const out = counted && (!told || counted.releasedAt !== null) ? counted : null;
  return {
    used: attempts.length,
    open: open ? { id: open.id, deadline: open.deadline } : null,
    score: out?.score ?? null,
    counted: counted?.id ?? null,
    regraded: out && out.regradedAt !== null ? { before: attemptScore(out.logged), at: out.regradedAt } : null,
    finishedAt: counted?.finishedAt ?? null,
    late: counted !== null && (counted.finishedAt ?? 0) > dueAt,
    dueAt,
    extended: extension !== null,
  };
}

/**
 * Returns every member with their work on a quiz, by name, and the work that learners who deleted their account have left. Instructors see
 * marks before learners do.
 */
export async function workOfCohort(world: World, assignment: SetAssignment) {
  const attempts = Map.groupBy(await attemptsAt(world.db, assignment.id), ({ learnerId }) => learnerId);
  const extensions = new Map((await extensionsOf(world.db, assignment.id)).map((one) => [one.learnerId, one]));
  const work = (id: string) => workOf(assignment, attempts.get(id) ?? [], extensions.get(id) ?? null, false);
  return {
    members: (await rosterOf(world.db, assignment.cohortId)).map((person) => ({ ...person, work: work(person.id) })),
    former: (await formerLearnersAt(world.db, assignment.id)).map(work),
  };
}

/** Returns how many lessons of an assignment a learner has done. */
export function lessonsDone(
  course: Course,
  { lessons }: Pick<SetAssignment, 'lessons'>,
  learner: { readonly lessons: readonly { readonly state: LessonState }[] } | undefined,
): number {
  const parts = course.lessons.map(({ slug }) => slug);
  return lessons.filter((slug) => learner?.lessons[parts.indexOf(slug)]?.state === 'done').length;
}

/**
 * Returns what a learner was set in a cohort, with how far they are; what has not opened is named and no more. Marks that are not out are
 * left out where it is `told` to the learner.
 */
export async function assignmentsFor(
  world: World,
  cohort: { readonly id: string; readonly course: string },
  learnerId: string,
  { told = true }: { readonly told?: boolean } = {},
) {
  const now = world.now();
  const begun = new Set((await lessonProgressOf(world.db, learnerId, cohort.course)).map(({ lesson }) => lesson));
  const found = [];
  for (const assignment of await assignmentsOf(world.db, cohort.id)) {
    const extension = (await extensionsOf(world.db, assignment.id)).find((one) => one.learnerId === learnerId) ?? null;
    const work = workOf(assignment, await attemptsAt(world.db, assignment.id, learnerId), extension, told);
    found.push({
      assignment,
      work,
      mayStart: startProblem(assignment, work.used, now) === null,
      begun: assignment.lessons.filter((slug) => begun.has(slug)),
    });
  }
  return found;
}
