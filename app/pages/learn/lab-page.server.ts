/** From an address of the lab to what its page shows. */
import type { Course } from '#app/course/course.ts';
import { labPath } from '#app/course/paths.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { addressOf, type LabBase, stateOf } from '#app/lab/link.ts';
import { blank, type LabState, labLenses } from '#app/lab/state.ts';
import { viewOf } from '#app/lab/view.ts';
import { plainStory } from '#app/quiz/evidence.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { LabCases } from '#app/use-cases/view-lab.server.ts';
import { missing } from '../request.server.ts';

interface Asked {
  readonly base: LabBase;
  readonly scenario: Scenario | null;
  readonly state: LabState;
  /** What the address asks for and does not get, in words; null where it gets all. */
  readonly problem: string | null;
}

const refusals = {
  unanswered:
    'A question of the course asks about this case, and you have not answered it yet. The lab would give the answer away, so it opens the case once you have.',
  closed: 'This case cannot be taken apart in the lab. Here is a blank one.',
} as const;

/** @throws a 404 where the course teaches another theory than the lab knows */
export function checkLab(course: Course): void {
  if (course.theory.id !== coProduction.id) throw missing(`“${course.title}” has no lab.`);
}

/**
 * Returns the state that an address asks for. A case that is not open to this learner is not loaded, nor are facts that still tell of
 * such a case, whoever sent the link.
 */
export function askedOf(course: Course, cases: LabCases, query: URLSearchParams): Asked {
  const id = query.get('case');
  const access = id === null ? 'open' : cases.access(id);
  const scenario = id !== null && access === 'open' ? (course.scenario(id) ?? null) : null;
  // Facts reach a theory only through its own schema, and `checkLab` has seen which theory it is.
  const base: LabBase = scenario ? { id: scenario.id, facts: scenario.facts as Facts } : { id: null, facts: blank };
  const blankState = { facts: blank, lens: labLenses[0] as LabState['lens'], held: null };
  if (access === null) return { base, scenario, state: blankState, problem: 'There is no such case. Here is a blank one.' };
  if (access !== 'open') return { base, scenario, state: blankState, problem: refusals[access] };
  const { state, problem } = stateOf(base, query);
  const told = course.scenarios.find((other) => tellsOf(state.facts, other.facts as Facts));
  const toldAccess = told ? cases.access(told.id) : 'open';
  if (toldAccess === 'unanswered' || toldAccess === 'closed')
    return { base: { id: null, facts: blank }, scenario: null, state: blankState, problem: refusals[toldAccess] };
  return { base, scenario, state, problem: problem && `${problem} ${scenario ? 'Here is the case as it was.' : 'Here is a blank case.'}` };
}

/** True where facts are those of a case, changed or not: the service is the same to the letter. */
function tellsOf(facts: Facts, known: Facts): boolean {
  return facts.service.purpose === known.service.purpose && facts.service.output === known.service.output;
}

/** Returns what the page shows. `origin` is where people reach the site. */
export function labPage(course: Course, cases: LabCases, { base, scenario, state, problem }: Asked, origin: string) {
  const path = labPath(course.id);
  return {
    course: { id: course.id, title: course.title },
    problem,
    title: scenario?.title ?? null,
    story: scenario ? plainStory(scenario) : null,
    view: viewOf(base, state),
    told: { base, path, fresh: `${path}${addressOf(base, { ...state, facts: base.facts })}`, origin },
    cases: cases.open.map(({ id, title, gist }) => ({ id, title, gist, href: `${path}?case=${id}`, here: id === base.id })),
    waiting: cases.waiting,
  };
}
