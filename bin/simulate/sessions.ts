/** Sessions of simulated learners under three ways of choosing items. */
import type { Course } from '#app/course/course.ts';
import { type BankItem, candidatesOf } from '#app/learning/diagnosis/bank.ts';
import { type Belief, beliefAfter, beliefBefore } from '#app/learning/diagnosis/belief.ts';
import { chooseNext, newSession, type Session, sessionAfter } from '#app/learning/diagnosis/choose-next.ts';
import type { Topic } from '#app/learning/diagnosis/states.ts';
import { shuffle } from '#app/quiz/shuffle.ts';
import { type Roll, respond, type Truth } from './learner.ts';

export const orders = ['chosen', 'random', 'fixed'] as const;
export type Order = (typeof orders)[number];

/** Every question of the lessons' quizzes on a topic, in the order of the course; those of the capstone stay unseen until its test. */
export function bankOn(course: Course, topic: Topic): BankItem[] {
  const lessons = course.lessons.filter(({ role }) => role === 'lesson');
  return candidatesOf(lessons.flatMap(({ slug }) => course.bank(slug))).filter(({ evidence }) => evidence.topic === topic);
}

export interface Sitting {
  readonly order: Order;
  readonly truth: Truth;
  readonly slip: number;
  readonly answers: number;
  readonly seed: number;
  readonly roll: Roll;
}

/**
 * Returns what is believed after each answer, from the first on, of a learner who gets no feedback on the way. Every order keeps to the
 * rule that no story is told twice while others are left.
 */
export function sit(topic: Topic, bank: readonly BankItem[], { order, truth, slip, answers, seed, roll }: Sitting): Belief[] {
  const line = order === 'random' ? shuffle(bank, seed) : bank;
  let session: Session = newSession;
  let belief = beliefBefore(topic);
  const path: Belief[] = [];
  while (path.length < answers) {
    const next = order === 'chosen' ? chooseNext(new Map([[topic.id, belief]]), bank, session)?.candidate : inLine(line, session);
    if (!next) break;
    belief = beliefAfter(belief, next.evidence, respond(next.item, truth, slip, roll), { feedback: false });
    session = sessionAfter(session, next);
    path.push(belief);
  }
  return path;
}

function inLine(line: readonly BankItem[], session: Session): BankItem | undefined {
  const left = line.filter(({ id }) => !session.items.has(id));
  return left.find(({ scenarios }) => !scenarios.some((scenario) => session.scenarios.has(scenario))) ?? left[0];
}
