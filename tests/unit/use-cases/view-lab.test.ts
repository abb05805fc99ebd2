/** Which cases the lab opens, as answers and graded quizzes come and go. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { setAssignment } from '#app/use-cases/assignments/set-assignment.server.ts';
import { startAssignment } from '#app/use-cases/assignments/start-assignment.server.ts';
import { makeCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { labCases } from '#app/use-cases/view-lab.server.ts';
import { createAccount } from '#db/accounts.ts';
import { findAssignment, giveExtension } from '#db/assignments.ts';
import { finishAttempt } from '#db/attempts.ts';
import { joinCohort } from '#db/cohorts.ts';
import { createLearner } from '#db/learners.ts';
import { newAccount } from '../db/fresh.ts';
import { course, itemOf, lessonAt, newWorld, nine, type TestWorld } from './world.ts';

const hour = 3600 * 1000;
let world: TestWorld;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.db.close());

const caseOf = (itemId: string | undefined) => scenarioIds(itemOf(itemId))[0] ?? '';
const accessOf = async (id: string, who: string | null = 'ann') => (await labCases(world, who, course)).access(id);

async function setQuiz(held = false) {
  for (const id of ['tess', 'ann']) {
    await createLearner(world.db, { id, now: 0 }).catch(() => undefined);
    await createAccount(world.db, newAccount({ learnerId: id, name: id, email: `${id}@example.org` }));
  }
  const cohort = await makeCohort(world, 'tess', { course: course.id, name: 'Spring', formKey: world.keyShown() });
  const cohortId = 'cohortId' in cohort ? cohort.cohortId : '';
  await joinCohort(world.db, cohortId, 'ann', nine);
  const made = await setAssignment(world, {
    cohortId,
    course,
    formKey: world.keyShown(),
    typed: {
      title: 'Before class two',
      kind: 'quiz',
      lessons: [lessonAt(1).slug],
      questions: '4',
      shuffled: true,
      attemptsAllowed: '1',
      counts: 'best',
      minutes: '',
      held,
      opensAt: nine + hour,
      dueAt: nine + 2 * hour,
    },
  });
  const quiz = 'assignmentId' in made ? await findAssignment(world.db, made.assignmentId) : null;
  if (!quiz) throw new Error('The quiz was not set.');
  return quiz;
}

/** Starts quizzes until one has a question whose case no other question is about. */
async function quizWithOnlyQuestion(mode: 'practice' | 'mock') {
  const all = course.lessons.flatMap(({ itemIds }) => itemIds);
  for (const { number, role } of course.lessons) {
    if (role === 'capstone') continue;
    const quiz = await world.quiz(number, mode);
    const only = quiz.items.find(({ itemId }) => {
      const cases = scenarioIds(itemOf(itemId));
      return cases.length === 1 && all.filter((id) => scenarioIds(itemOf(id)).includes(cases[0] ?? '')).length === 1;
    });
    if (only) return { quiz, only, id: caseOf(only.itemId) };
  }
  throw new Error('Every case has several questions.');
}

test('a case opens with the last answer about it, for who gave it alone', async () => {
  const { quiz, only, id } = await quizWithOnlyQuestion('practice');
  expect(await accessOf(id)).toBe('unanswered');
  await world.answer(quiz.id, only.position, 'wrong');
  expect(await accessOf(id)).toBe('open');
  expect(await accessOf(id, 'ben')).toBe('unanswered');
  expect(await accessOf(id, null)).toBe('unanswered');
});

test('an answer in a mock test opens nothing before the end', async () => {
  const { quiz, only, id } = await quizWithOnlyQuestion('mock');
  await world.answer(quiz.id, only.position, 'right');
  expect(await accessOf(id)).toBe('unanswered');
  await finishAttempt(world.db, 'ann', quiz.id, world.now());
  expect(await accessOf(id)).toBe('open');
});

test('a graded quiz closes its cases to everybody from the day it is set until it is over, extensions included', async () => {
  const quiz = await setQuiz();
  const id = caseOf(quiz.items[0]);
  for (const who of ['ann', 'ben', null]) expect(await accessOf(id, who)).toBe('closed');
  const { open } = await labCases(world, 'ben', course);
  expect(open.some((one) => quiz.items.some((item) => scenarioIds(itemOf(item)).includes(one.id)))).toBe(false);
  await giveExtension(world.db, { assignmentId: quiz.id, learnerId: 'ann', dueAt: nine + 4 * hour, extraMinutes: 0, at: nine });
  world.pass(3 * 3600);
  expect(await accessOf(id)).toBe('closed');
  world.pass(2 * 3600);
  expect(await accessOf(id)).toBe('unanswered');
});

test('a graded quiz under way keeps its cases closed though its day is over', async () => {
  const quiz = await setQuiz();
  world.pass(3 * 3600);
  const id = caseOf(quiz.items[0]);
  expect(await accessOf(id, 'ben')).toBe('unanswered');
  const begun = await startAssignment(world, 'ann', quiz, course.id, world.keyShown());
  expect(begun).toHaveProperty('attemptId');
  expect(await accessOf(id, 'ben')).toBe('closed');
});

test('what nothing asks about is open to visitors, the capstone to nobody', async () => {
  const { open, access } = await labCases(world, null, course);
  expect(open.length).toBeGreaterThan(20);
  for (const { itemIds, role } of course.lessons)
    for (const itemId of itemIds)
      for (const id of scenarioIds(itemOf(itemId))) expect(access(id)).toBe(role === 'capstone' ? 'closed' : 'unanswered');
});
