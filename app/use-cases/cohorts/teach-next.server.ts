/** The one misconception most worth a class's time, and the two cases that separate the class best. */
import type { Course } from '#app/course/course.ts';
import {
  type AnswerExpected,
  answersExpected,
  type CaseAsked,
  casesThatSeparate,
  classBelief,
  costOf,
} from '#app/learning/diagnosis/class.ts';
import { topicsOf, verdictTopic } from '#app/learning/diagnosis/states.ts';
import { nameOf } from '#app/learning/diagnosis/why.ts';
import { lessonOn } from '../lesson-on.ts';
import type { World } from '../scope.ts';
import { labAccess } from '../view-lab.server.ts';
import type { BeliefFigures, IdeaInClass } from './belief-tallies.ts';
import { answerWords, casesFor, quizEvidence } from './class-cases.ts';

/** So many cases are proposed. */
const proposed = 2;

export interface CaseProposed {
  readonly itemId: string;
  readonly scenario: string;
  readonly title: string;
  /** Bits for each learner, beyond what the case before tells. */
  readonly gain: number;
  /** `from` names who would say so, most of them first. */
  readonly answers: readonly (Pick<AnswerExpected, 'right' | 'share'> & { readonly words: string; readonly from: readonly string[] })[];
}

export interface TeachNext {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly breaks: string;
  /** Learners who may be expected to hold it, of so many who have answered about it, and of how many it would be named. */
  readonly expected: number;
  readonly learners: number;
  readonly held: number;
  /** Share of the questions of the lessons' quizzes that its holder gets wrong, 0 to 1. */
  readonly cost: number;
  readonly lesson: { readonly slug: string; readonly title: string } | null;
  readonly cases: readonly CaseProposed[];
}

/** Returns the misconception of which somebody may be told, with the most learners expected times the share of questions it costs each. */
export function ideaToTeach(course: Course, ideas: readonly IdeaInClass[]): (IdeaInClass & { readonly cost: number }) | null {
  const priced = ideas.filter(({ held }) => held > 0).map((idea) => ({ ...idea, cost: costOf(idea.id, quizEvidence(course)) }));
  const [first] = priced.toSorted((one, other) => other.expected * other.cost - one.expected * one.cost);
  return first ?? null;
}

/** What to teach next, while these cases may be shown. */
export interface Advice {
  readonly cases: string;
  /** Null where no misconception is more likely than not in anybody. */
  readonly next: TeachNext | null;
}

/** Returns the cases that may be shown: none of a graded quiz which somebody may still take, or of the capstone. */
async function openCases(world: World, course: Course): Promise<readonly CaseAsked[]> {
  const access = await labAccess(world, null, course);
  return casesFor(course).filter(({ scenario }) => access(scenario) !== 'closed');
}

const namesOf = (cases: readonly CaseAsked[]) => cases.map(({ itemId, scenario }) => `${itemId}:${scenario}`).join(' ');

/** Returns what to teach next by the cases that may be shown now. For a class of thousands it takes most of a second. */
export async function advise(world: World, course: Course, figures: BeliefFigures): Promise<Advice> {
  const open = await openCases(world, course);
  return { cases: namesOf(open), next: worthTeaching(course, figures, open) };
}

/** Advice where other cases may be shown than when the figures were made. */
const renewed = new WeakMap<BeliefFigures, Advice>();

/**
 * Returns what to teach a class next; null where no misconception is more likely than not in anybody. It comes with the figures, and is worked
 * out anew where a graded quiz has begun or ended since.
 */
export async function teachNext(
  world: World,
  course: Course,
  figures: BeliefFigures & { readonly advice: Advice },
): Promise<TeachNext | null> {
  const cases = namesOf(await openCases(world, course));
  const known = [figures.advice, renewed.get(figures)].find((one) => one?.cases === cases);
  if (known) return known.next;
  const made = await advise(world, course, figures);
  renewed.set(figures, made);
  return made.next;
}

function worthTeaching(course: Course, figures: BeliefFigures, open: readonly CaseAsked[]): TeachNext | null {
  const idea = ideaToTeach(course, figures.ideas);
  const misconception = course.theory.misconceptions.find(({ id }) => id === idea?.id);
  const topic = topicsOf(course.theory).find(({ states }) => states.some(({ id }) => id === idea?.id));
  const inClass = figures.topics.find((one) => one.topic === topic?.id);
  if (!idea || !misconception || !topic || !inClass) return null;
  const belief = classBelief(topic, inClass.sums, inClass.learners);
  const onTopic = open.filter(({ evidence }) => evidence.topic === topic);
  const { id, name, says, breaks } = misconception;
  return {
    id,
    name,
    says,
    breaks,
    expected: idea.expected,
    learners: inClass.learners,
    held: idea.held,
    cost: idea.cost,
    lesson: lessonOn(course, misconception),
    cases: casesThatSeparate(belief, onTopic, proposed).map(({ asked: { itemId, scenario, evidence }, gain }) => ({
      itemId,
      scenario,
      title: course.scenario(scenario)?.title ?? scenario,
      gain,
      answers: answersExpected(belief, evidence).map(({ name: answer, right, share, from }) => ({
        words: answerWords(course, itemId, answer),
        right,
        share,
        from: from.map((state) => nameOf(state, topic.id === verdictTopic)),
      })),
    })),
  };
}
