/** How everybody in a cohort stands: what the board, the list of who needs help and the brief are made of. */
import type { Course } from '#app/course/course.ts';
import { dueFor } from '#app/learning/assignment.ts';
import { type LessonState, lessonState } from '#app/learning/lesson-state.ts';
import { type HelpReason, helpReasons, recentAnswers, sameIdeaTimes, stuckTries } from '#app/learning/needs-help.ts';
import { shareOf } from '#app/learning/score.ts';
import { assignmentsOf, begunAndExtended } from '#db/assignments.ts';
import {
  aboutProgressIn,
  activityIn,
  answeredIn,
  ideasIn,
  lessonProgressIn,
  quizzesIn,
  rosterOf,
  stuckIn,
  versionsIn,
} from '#db/cohort-log.ts';
import type { World } from '../scope.ts';
import { outlineOf } from '../standing.server.ts';
import { type Completion, completionOf } from './completion.ts';
import { fresh } from './fresh.ts';

const day = 24 * 60 * 60 * 1000;
export const activityDays = 56;

export interface LearnerOverview {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly joinedAt: number;
  readonly lastAt: number | null;
  /** In the order of the course. `score` is the best quiz, 0 to 1. */
  readonly lessons: readonly { readonly state: LessonState; readonly score: number | null }[];
  readonly done: number;
  /** Mean over all marked answers, 0 to 1; null before the first. */
  readonly score: number | null;
  readonly marked: number;
  readonly reasons: readonly HelpReason[];
}

/** How many learners stand in each state of a lesson. */
export type StateTally = Readonly<Record<LessonState, number>>;

export interface Overview {
  readonly at: number;
  /** Content versions that the answers were given under, the latest answered first. */
  readonly versions: readonly string[];
  /** In the order of the course. */
  readonly lessons: readonly StateTally[];
  readonly learners: readonly LearnerOverview[];
  /** Each lesson with a quiz in the order of the course, then all of them together. */
  readonly completion: readonly Completion[];
  readonly activity: readonly { readonly day: string; readonly answers: number; readonly learners: number }[];
}

const byLearner = <Row extends { readonly learnerId: string }>(rows: readonly Row[]) => Map.groupBy(rows, ({ learnerId }) => learnerId);

/** Returns how the members of a cohort stand; a little old where the cohort is large (fresh.ts). */
export function overviewOf(world: World, cohortId: string, course: Course): Promise<Overview> {
  return fresh(world, { figures: 'overview', cohortId, course }, () => readOverview(world, cohortId, course));
}

/** Reads how the members stand. */
export async function readOverview(world: World, cohortId: string, course: Course): Promise<Overview> {
  const { db } = world;
  const key = { cohortId, course: course.id };
  const now = world.now();
  const outline = outlineOf(course);
  const edgeCases = outline.flatMap((lesson) => lesson.edgeCases ?? []);
  const roster = await rosterOf(db, cohortId);
  const lessons = byLearner(await lessonProgressIn(db, key));
  const abouts = byLearner(await aboutProgressIn(db, key));
  const argued = byLearner(await answeredIn(db, key, edgeCases));
  const stuck = byLearner(await stuckIn(db, key, stuckTries));
  const ideas = byLearner(await ideasIn(db, key, recentAnswers));
  const due = (await assignmentsOf(db, cohortId)).filter(({ dueAt }) => dueAt < now);
  const { begun, extended } = await begunAndExtended(db, cohortId);
  const began = new Set(begun.map(({ assignmentId, learnerId }) => `${assignmentId} ${learnerId}`));
  const extensions = new Map(extended.map((one) => [`${one.assignmentId} ${one.learnerId}`, one]));
  const missedBy = (learnerId: string, started: ReadonlySet<string>) =>
    due.flatMap((set) => {
      const dueAt = dueFor(set, extensions.get(`${set.id} ${learnerId}`) ?? null);
      const touched = set.kind === 'quiz' ? began.has(`${set.id} ${learnerId}`) : set.lessons.some((slug) => started.has(slug));
      return touched || dueAt >= now ? [] : [{ assignmentId: set.id, title: set.title, dueAt }];
    });
  const learners = roster.map((person): LearnerOverview => {
    const own = new Map((lessons.get(person.id) ?? []).map((entry) => [entry.lesson, entry]));
    const ownAbouts = abouts.get(person.id) ?? [];
    const done = new Set((argued.get(person.id) ?? []).map(({ itemId }) => itemId));
    const cells = outline.map((lesson) => {
      const progress = own.get(lesson.slug) ?? null;
      return { state: lessonState(lesson, progress, ownAbouts, done), score: progress?.bestScore ?? null };
    });
    const lastAt = Math.max(...[...own.values()].map((entry) => entry.lastAt));
    const finished = cells.filter(({ state }) => state === 'done').length;
    const tally = { marked: sum(ownAbouts.map((entry) => entry.marked)), scoreSum: sum(ownAbouts.map((entry) => entry.scoreSum)) };
    const facts = {
      joinedAt: person.joinedAt,
      lastAt: own.size === 0 ? null : lastAt,
      complete: finished === cells.length,
      missed: missedBy(person.id, new Set(own.keys())),
      stuckOn: stuck.get(person.id) ?? [],
      ideas: countIdeas(ideas.get(person.id) ?? []),
    };
    return {
      ...person,
      lastAt: facts.lastAt,
      lessons: cells,
      done: finished,
      score: shareOf(tally),
      marked: tally.marked,
      reasons: helpReasons(facts, now),
    };
  });
  const lessonTallies = outline.map((_, index): StateTally => {
    const tally = { 'not-started': 0, 'in-progress': 0, done: 0, shaky: 0 };
    for (const learner of learners) tally[learner.lessons[index]?.state ?? 'not-started'] += 1;
    return tally;
  });
  const quizzed = course.lessons.flatMap(({ slug }) => (course.bank(slug).length > 0 ? [slug] : []));
  const completion = completionOf(quizzed, await quizzesIn(db, key));
  const versions = await versionsIn(db, key);
  return { at: now, versions, lessons: lessonTallies, learners, completion, activity: await activityOf(world, key, now) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function countIdeas(answers: readonly { readonly misconceptions: readonly string[] }[]) {
  const times = new Map<string, number>();
  for (const { misconceptions } of answers) for (const id of misconceptions) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times]
    .map(([id, n]) => ({ id, times: n }))
    .filter((idea) => idea.times >= sameIdeaTimes)
    .sort((a, b) => b.times - a.times);
}

async function activityOf(world: World, key: { cohortId: string; course: string }, now: number): Promise<Overview['activity']> {
  const first = Math.floor(now / day) - activityDays + 1;
  const rows = new Map((await activityIn(world.db, key, first * day)).map((row) => [row.day, row]));
  return Array.from({ length: activityDays }, (_, index) => {
    const row = rows.get(first + index);
    const name = new Date((first + index) * day).toISOString().slice(0, 10);
    return { day: name, answers: row?.answers ?? 0, learners: row?.learners ?? 0 };
  });
}
