import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { utcCalendar } from '#app/learning/calendar.ts';
import { probabilityOf } from '#app/learning/diagnosis/belief.ts';
import { ideasNamed } from '#app/learning/diagnosis/named.ts';
import { beliefOf } from '#app/learning/diagnosis/rows.ts';
import { topicsOf } from '#app/learning/diagnosis/states.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { hardlyHeld } from '#app/use-cases/cohorts/belief-tallies.ts';
import { classBeliefsOf } from '#app/use-cases/cohorts/class-beliefs.server.ts';
import { casesToShow } from '#app/use-cases/cohorts/class-cases.server.ts';
import { caseShown, casesFor } from '#app/use-cases/cohorts/class-cases.ts';
import { ideaToTeach, teachNext } from '#app/use-cases/cohorts/teach-next.server.ts';
import { viewLearner } from '#app/use-cases/cohorts/view-learner.server.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { createAssignment } from '#db/assignments.ts';
import { beliefRowsOf } from '#db/beliefs.ts';
import type { Cohort } from '#db/cohorts.ts';
import { course, newWorld, type TestWorld } from '../world.ts';
import { classOf, sit, tellingItems } from './class-of.ts';

let world: TestWorld;
let cohort: Cohort;
const three = ['cora', 'dan', 'eva'];
const week = 7 * 86_400;
beforeEach(async () => {
  world = await newWorld();
  world.db.readers.evidence = evidenceReader(world.course);
  cohort = await classOf(world, three);
});
afterEach(() => world.db.close());

const topics = new Map(topicsOf(course.theory).map((topic) => [topic.id, topic]));
/** Beliefs as they are kept with the answers. */
async function kept(who: string) {
  const rows = await beliefRowsOf(world.db, who, course.id, course.version);
  return rows.flatMap((row) => {
    const topic = topics.get(row.topic);
    return topic ? [{ belief: beliefOf(topic, row), answers: row.answers }] : [];
  });
}
/** Three weeks in which Cora goes wrong and comes round, Dan goes wrong late, and Eva is right. */
async function threeWeeks() {
  for (let time = 0; time < 3; time++) await sit(world, 'cora', tellingItems, ['wrong', 'wrong', 'wrong']);
  await sit(world, 'eva', tellingItems, ['right', 'right', 'right']);
  world.pass(week);
  for (let time = 0; time < 6; time++) await sit(world, 'cora', tellingItems, ['right', 'right', 'right']);
  world.pass(week);
  for (let time = 0; time < 3; time++) await sit(world, 'dan', tellingItems, ['wrong', 'wrong', 'wrong']);
}

describe('what a class believes', () => {
  test('is, at the end of the last week, what is kept with the answers', async () => {
    await threeWeeks();
    const { learners, ideas, weeks, topics: inClass } = await classBeliefsOf(world, cohort.id, course);
    const own = new Map(await Promise.all(three.map(async (who) => [who, await kept(who)] as const)));
    for (const { learnerId, ideas: held, answers } of learners) {
      const beliefs = own.get(learnerId) ?? [];
      expect(answers).toBe(beliefs.reduce((sum, one) => sum + one.answers, 0));
      for (const { id, probability } of held) {
        const on = beliefs.find(({ belief }) => belief.topic.states.some(({ holds }) => holds.includes(id)));
        expect(probability).toBe(on && probabilityOf(on.belief, id));
        expect(probability).toBeGreaterThanOrEqual(hardlyHeld);
      }
    }
    for (const { id, held, byWeek } of ideas) {
      const now = three.filter((who) => ideasNamed(own.get(who) ?? []).some((one) => one.id === id)).length;
      expect([held, byWeek.at(-1)]).toEqual([now, now]);
    }
    expect(weeks).toHaveLength(3);
    const verdict = inClass.find(({ topic }) => topic === 'verdict');
    expect(verdict?.sums.reduce((sum, one) => sum + one, 0)).toBeCloseTo(verdict?.learners ?? 0, 6);
  });

  test('shows by week who has come to hold an idea and who has let go of it', async () => {
    await threeWeeks();
    const { ideas } = await classBeliefsOf(world, cohort.id, course);
    const moved = ideas.filter(({ byWeek }) => byWeek.some((held) => held > 0)).map(({ byWeek }) => byWeek);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved).toContainEqual([1, 0, 1]);
  });

  test('puts first whoever most probably holds something', async () => {
    await threeWeeks();
    const { learners } = await classBeliefsOf(world, cohort.id, course);
    expect(learners[0]?.learnerId).toBe('dan');
    expect(learners.map(({ ideas: [first] }) => first?.probability ?? 0)).toEqual(
      learners.map(({ ideas: [first] }) => first?.probability ?? 0).toSorted((a, b) => b - a),
    );
  });

  test('is on a learner’s own page as on the map', async () => {
    await threeWeeks();
    const { learners } = await classBeliefsOf(world, cohort.id, course);
    const view = await viewLearner(world, cohort, course, 'dan', { before: null, item: null, idea: null }, utcCalendar);
    expect(view.beliefs.ideas.map(({ id, probability }) => ({ id, probability }))).toEqual(learners[0]?.ideas);
    expect(view.beliefs.ideas[0]?.times).toBeGreaterThan(0);
  });

  test('is on a learner’s page as on the map too where the course has changed since the last answer', async () => {
    await threeWeeks();
    const changed = { ...course, version: 'another version' };
    const { learners } = await classBeliefsOf(world, cohort.id, changed);
    const view = await viewLearner(world, cohort, changed, 'dan', { before: null, item: null, idea: null }, utcCalendar);
    expect(view.beliefs.ideas.map(({ id, probability }) => ({ id, probability }))).toEqual(learners[0]?.ideas);
    expect(view.beliefs.answers).toBe(learners[0]?.answers);
  });

  test('is nothing before the first answer', async () => {
    const figures = await classBeliefsOf(world, cohort.id, course);
    expect(figures).toMatchObject({ answers: 0, learners: [], weeks: [], topics: [] });
    expect(await teachNext(world, course, figures)).toBeNull();
  });
});

/** Tess sets a quiz of this question, due in two weeks. */
async function gradedQuizOf(itemId: string) {
  const now = world.now();
  await createAssignment(world.db, {
    id: world.newId(),
    cohortId: cohort.id,
    title: 'Quiz',
    kind: 'quiz',
    lessons: [],
    items: [itemId],
    shuffled: true,
    attemptsAllowed: 1,
    counts: 'first',
    minutes: null,
    held: false,
    seed: 1,
    contentVersion: course.version,
    opensAt: now,
    dueAt: now + 2 * week * 1000,
    formKey: world.keyShown(),
    createdAt: now,
  });
}

describe('what to teach next', () => {
  test('is the idea with the most learners expected times the questions it costs', async () => {
    await threeWeeks();
    const figures = await classBeliefsOf(world, cohort.id, course);
    const next = await teachNext(world, course, figures);
    const worth = figures.ideas.filter(({ held }) => held > 0).map((idea) => ideaToTeach(course, [idea]));
    const best = Math.max(...worth.map((one) => (one?.expected ?? 0) * (one?.cost ?? 0)));
    expect(best).toBeGreaterThan(0);
    expect((next?.expected ?? 0) * (next?.cost ?? 0)).toBeCloseTo(best, 9);
    expect(next?.lesson?.slug).toEqual(expect.any(String));
    expect(next?.cases).toHaveLength(2);
    for (const { answers } of next?.cases ?? []) expect(answers.filter(({ right }) => right)).toHaveLength(1);
  });

  test('proposes no case of a graded quiz that is not over, nor is one shown by its address', async () => {
    await threeWeeks();
    const figures = await classBeliefsOf(world, cohort.id, course);
    const before = await teachNext(world, course, figures);
    const [first] = before?.cases ?? [];
    const name = `${first?.itemId}:${first?.scenario}`;
    expect(await casesToShow(world, course, [name, name])).toHaveLength(1);
    await gradedQuizOf(first?.itemId ?? '');
    const after = await teachNext(world, course, figures);
    expect(after?.cases.map(({ scenario }) => scenario)).not.toContain(first?.scenario);
    expect(after?.cases).toHaveLength(2);
    expect(await casesToShow(world, course, [name])).toEqual([]);
    world.pass(3 * week);
    expect(await casesToShow(world, course, [name])).toHaveLength(1);
  });

  test('shows a class neither fact nor key, and no case of the capstone', async () => {
    const capstone = course.lessons.filter(({ role }) => role === 'capstone').flatMap(({ itemIds }) => itemIds);
    const tested = new Set(capstone.flatMap((id) => scenarioIds(course.item(id) as NonNullable<ReturnType<typeof course.item>>)));
    expect(tested.size).toBeGreaterThan(0);
    for (const asked of casesFor(course)) {
      expect(capstone).not.toContain(asked.itemId);
      const shown = caseShown(course, asked);
      expect(Object.keys(shown ?? {})).toEqual(['story', 'question', 'answers']);
      // One case stands on the sheet, however many the question has.
      expect(shown?.question, asked.itemId).not.toMatch(/\bsort\b|these cases|the (three|four|five|six)\b|every part/i);
      expect(shown?.story.title).toBe(course.scenario(asked.scenario)?.title);
    }
    // The key stands first among the canonical options, but not always on the sheet.
    const places = casesFor(course).filter(({ itemId }) => course.item(itemId)?.spec.kind === 'verdict');
    const firsts = places.map((asked) => caseShown(course, asked)?.answers[0]);
    expect(new Set(firsts).size).toBeGreaterThan(1);
  });
});
