/** A cohort's gradebook: a row for each learner, with the course's lessons and what the cohort was set. */
import type { Course } from '#app/course/course.ts';
import type { Cell } from '#app/sheets/cell.ts';
import type { Column, Sheet } from '#app/sheets/sheet.ts';
import { assignmentsOf, type SetAssignment } from '#db/assignments.ts';
import type { Cohort } from '#db/cohorts.ts';
import { settle } from '../assignments/settle.server.ts';
import { lessonsDone, type Work, workOfCohort } from '../assignments/view-assignments.server.ts';
import type { Scope } from '../scope.ts';
import { type LearnerOverview, overviewOf } from './overview.server.ts';

const instant = (at: number | null) => (at === null ? null : new Date(at));

interface SetColumns {
  readonly columns: readonly Column[];
  readonly cells: (learner: LearnerOverview) => readonly Cell[];
}

/** The columns of one assignment, from the same functions as its page. */
async function columnsOf(scope: Scope, course: Course, assignment: SetAssignment, title: string): Promise<SetColumns> {
  const work = new Map((await workOfCohort(scope, assignment)).members.map((member) => [member.id, member.work]));
  const more: Column = { title: `${title}: more time until (UTC)`, format: 'instant' };
  const until = (own: Work | undefined) => (own?.extended ? new Date(own.dueAt) : null);
  if (assignment.kind === 'lessons')
    return {
      columns: [{ title: `${title}: lessons done of ${assignment.lessons.length}`, format: 'number' }, more],
      cells: (learner) => [lessonsDone(course, assignment, learner), until(work.get(learner.id))],
    };
  return {
    columns: [
      { title: `${title}: mark, ${assignment.counts} attempt`, format: 'percent' },
      { title: `${title}: mark before it was regraded`, format: 'percent' },
      { title: `${title}: regraded (UTC)`, format: 'instant' },
      { title: `${title}: handed in (UTC)`, format: 'instant' },
      { title: `${title}: late` },
      { title: `${title}: attempts`, format: 'number' },
      more,
      { title: `${title}: content version` },
    ],
    cells: (learner) => {
      const own = work.get(learner.id);
      const handedIn = own?.finishedAt ?? null;
      const late = handedIn === null ? null : own?.late === true;
      const { before = null, at = null } = own?.regraded ?? {};
      const marks = [own?.score ?? null, before, instant(at)];
      return [...marks, instant(handedIn), late, own?.used ?? 0, until(own), assignment.contentVersion];
    },
  };
}

/** Tells assignments of one title apart, since spreadsheets name a column by its title. */
function titlesOf(assignments: readonly SetAssignment[]): readonly string[] {
  const seen = new Map<string, number>();
  return assignments.map(({ title }) => {
    const times = (seen.get(title) ?? 0) + 1;
    seen.set(title, times);
    return times === 1 ? title : `${title} (${times})`;
  });
}

/** Returns a row for each learner: how each lesson stands and its best quiz, then what was set, in the order in which it was. */
export async function gradebook(scope: Scope, cohort: Cohort, course: Course): Promise<Sheet> {
  await settle(scope);
  const { at, learners } = await overviewOf(scope, cohort.id, course);
  const assignments = (await assignmentsOf(scope.db, cohort.id)).toSorted((a, b) => a.createdAt - b.createdAt);
  const titles = titlesOf(assignments);
  const set = await Promise.all(assignments.map((one, index) => columnsOf(scope, course, one, titles[index] ?? one.title)));
  const lessons = course.lessons.flatMap(({ title }): Column[] => [
    { title: `${title}: state` },
    { title: `${title}: best quiz`, format: 'percent' },
  ]);
  return {
    name: 'Learners',
    columns: [
      { title: 'Name', width: 24 },
      { title: 'Email', width: 30 },
      { title: 'Joined (UTC)', format: 'instant' },
      { title: 'Last here (UTC)', format: 'instant' },
      { title: 'Lessons done', format: 'number' },
      { title: 'Mean of all answers', format: 'percent' },
      { title: 'Marked answers', format: 'number' },
      ...lessons,
      ...set.flatMap(({ columns }) => columns),
      { title: 'Content version now' },
      { title: 'As of (UTC)', format: 'instant' },
    ],
    rows: learners.map((learner) => [
      learner.name,
      learner.email,
      instant(learner.joinedAt),
      instant(learner.lastAt),
      learner.done,
      learner.score,
      learner.marked,
      ...learner.lessons.flatMap(({ state, score }): Cell[] => [state, score]),
      ...set.flatMap(({ cells }) => cells(learner)),
      course.version,
      instant(at),
    ]),
  };
}
