/** Plays a term of one simulated learner into the data file, by the functions that keep a real one. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course, CourseItem } from '#app/course/course.ts';
import { chooseItems } from '#app/learning/choose.ts';
import { grade } from '#app/quiz/quiz.ts';
import { checkSeed } from '#app/use-cases/answer-check.server.ts';
import { quizLength } from '#app/use-cases/quiz-length.ts';
import { bankOf } from '#app/use-cases/start-quiz.server.ts';
import { checkAttempt, finishAttempt, startAttempt } from '#db/attempts.ts';
import type { Database } from '#db/database.ts';
import { recordResponse } from '#db/responses.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import type { SimulatedLearner } from './simulated-learner.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

export interface Term {
  readonly tx: Database;
  readonly course: Course;
  readonly learnerId: string;
  readonly learner: SimulatedLearner;
  readonly roll: () => number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** Quizzes of each lesson at least; about a third take one more. */
  readonly quizzes: number;
  readonly newId: () => string;
}

/** Plays lesson after lesson until the term is over, or the learner drops out. Returns how many answers were given. */
export async function playCourse(term: Term): Promise<number> {
  const { course, roll } = term;
  const clock = { now: term.start };
  const diligence = 0.5 + roll();
  const stops = roll() < 0.15 ? 1 + Math.floor(roll() * 4) : course.lessons.length;
  const seen = new Set<string>();
  let answers = 0;
  for (const lesson of course.lessons.filter(({ role }) => role === 'lesson').slice(0, stops)) {
    clock.now += (2 + roll() * 5) * (day / diligence);
    if (clock.now > term.end - hour) break;
    answers += await study(term, lesson, clock);
    const tries = term.quizzes + (roll() < 0.35 ? 1 : 0);
    for (let n = 0; n < tries; n++) {
      clock.now += n * roll() * day;
      if (clock.now > term.end - hour) break;
      answers += await takeQuiz(term, lesson, clock, seen);
    }
  }
  return answers;
}

type Clock = { now: number };
const seconds = (roll: () => number) => Math.round(12 + 60 * roll() ** 2);

async function study({ tx, course, learnerId, learner, roll, newId, end }: Term, lesson: Lesson, clock: Clock): Promise<number> {
  const key = { learnerId, course: course.id, lesson: lesson.slug };
  for (const { id } of lesson.sections) {
    clock.now += 60_000;
    if (clock.now < end) await recordSectionRead(tx, { ...key, section: id, seconds: seconds(roll), at: clock.now });
  }
  const places = lesson.checkIds.map((itemId) => ({ itemId, seed: checkSeed(itemId) }));
  if (places.length === 0 || clock.now >= end) return 0;
  const attempt = await checkAttempt(tx, { ...key, id: newId(), seed: 0, contentVersion: course.version, startedAt: clock.now }, places);
  for (const place of attempt.items) {
    const item = course.item(place.itemId);
    if (item) await give({ tx, course, learner, roll, newId }, { ...key, attemptId: attempt.id, position: place.position }, item, clock);
  }
  return attempt.items.length;
}

async function takeQuiz(
  { tx, course, learnerId, learner, roll, newId }: Term,
  lesson: Lesson,
  clock: Clock,
  seen: Set<string>,
): Promise<number> {
  const seed = Math.floor(roll() * 2 ** 31);
  const items = chooseItems(bankOf(course, lesson.slug), { count: quizLength.practice, seed, seen });
  const key = { learnerId, course: course.id, lesson: lesson.slug };
  const id = newId();
  const attempt = { ...key, id, mode: 'practice' as const, seed, contentVersion: course.version, formKey: newId(), startedAt: clock.now };
  await startAttempt(
    tx,
    attempt,
    items.map((item, index) => ({ itemId: item.id, seed: (seed + index) % 2_147_483_647 })),
  );
  for (const [position, { id: itemId }] of items.entries()) {
    seen.add(itemId);
    const item = course.item(itemId);
    if (item) await give({ tx, course, learner, roll, newId }, { ...key, attemptId: id, position }, item, clock);
  }
  await finishAttempt(tx, learnerId, id, clock.now);
  return items.length;
}

/** Has a learner answer one item of an attempt, which takes them a while. */
export async function give(
  { tx, course, learner, roll, newId }: Pick<Term, 'tx' | 'course' | 'learner' | 'roll' | 'newId'>,
  place: {
    readonly learnerId: string;
    readonly course: string;
    readonly lesson: string;
    readonly attemptId: string;
    readonly position: number;
  },
  item: CourseItem,
  clock: Clock,
): Promise<void> {
  const answer = learner.answer(item);
  const took = seconds(roll);
  clock.now += took * 1000;
  const { score, right, misconceptions } = grade(item, answer);
  const { id: itemId, kind, about } = item.spec;
  const marks = {
    answer,
    score,
    right,
    misconceptions,
    contentVersion: course.version,
    formKey: newId(),
    seconds: took,
    at: Math.round(clock.now),
  };
  await recordResponse(tx, { id: newId(), ...place, itemId, kind, about, ...marks });
}
