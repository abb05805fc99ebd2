/** Which cases of a course a learner may take apart in the lab. */
import type { Course } from '#app/course/course.ts';
import { type CaseAccess, type CaseUse, caseAccess } from '#app/lab/loadable.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import { itemsAnswered, itemsGraded } from '#db/asked.ts';
import type { World } from './scope.ts';

export interface LabCases {
  /** In the order of their titles. */
  readonly open: readonly Scenario[];
  /** How many open for this learner with the last answer about them. */
  readonly waiting: number;
  readonly access: (scenario: string) => CaseAccess | null;
}

const known = new WeakMap<Course, ReadonlyMap<string, CaseUse>>();

/** What each case of the course is asked about in. */
function usesOf(course: Course): ReadonlyMap<string, CaseUse> {
  const made = known.get(course);
  if (made) return made;
  const uses = new Map(course.scenarios.map(({ id }) => [id, { items: [] as string[], capstone: false }]));
  for (const { itemIds, role } of course.lessons) {
    for (const itemId of itemIds) {
      const item = course.item(itemId);
      for (const id of item ? scenarioIds(item) : []) {
        const use = uses.get(id);
        if (!use) continue;
        use.items.push(itemId);
        use.capstone ||= role === 'capstone';
      }
    }
  }
  known.set(course, uses);
  return uses;
}

/** Returns, for a learner or for a visitor, who has answered nothing, which cases may be taken apart; null for what is no case. */
export async function labAccess({ db, now }: World, learnerId: string | null, course: Course): Promise<LabCases['access']> {
  const uses = usesOf(course);
  const [answered, graded] = await Promise.all([
    learnerId === null ? new Set<string>() : itemsAnswered(db, learnerId, course.id),
    itemsGraded(db, now()),
  ]);
  return (id) => {
    const use = uses.get(id);
    return use ? caseAccess(use, { answered, graded }) : null;
  };
}

/** Returns what the lab may open for a learner or visitor. */
export async function labCases(world: World, learnerId: string | null, course: Course): Promise<LabCases> {
  const access = await labAccess(world, learnerId, course);
  return {
    open: course.scenarios.filter(({ id }) => access(id) === 'open').toSorted((one, other) => one.title.localeCompare(other.title, 'en')),
    waiting: course.scenarios.filter(({ id }) => access(id) === 'unanswered').length,
    access,
  };
}
