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
import { type State, topicsOf } from '#app/learning/diagnosis/states.ts';
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
  readonly answers: readonly (Pick<AnswerExpected, 'right' | 'share'> & { readonly words: string; readonly from: readonly State[] })[];
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

/** What was worked out for the same figures and the same cases: a large cohort keeps its figures for a while (fresh.ts). */
const kept = new WeakMap<BeliefFigures, { readonly cases: string; readonly made: TeachNext | null }>();

/**
 * Returns what to teach a class next; null where no misconception is more likely than not in anybody. Cases that stand in a graded quiz which
 * somebody may still take, or in the capstone, are not proposed.
 */
export async function teachNext(world: World, course: Course, figures: BeliefFigures): Promise<TeachNext | null> {
  const access = await labAccess(world, null, course);
  const open = casesFor(course).filter(({ scenario }) => access(scenario) !== 'closed');
  const cases = open.map(({ itemId, scenario }) => `${itemId}:${scenario}`).join(' ');
  const known = kept.get(figures);
  if (known?.cases === cases) return known.made;
  const made = worthTeaching(course, figures, open);
  kept.set(figures, { cases, made });
  return made;
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
        from,
      })),
    })),
  };
}
