import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deadlineFor, dueFor, startProblem } from '#app/learning/assignment.ts';
import { instantIn, localIn } from '#app/pages/zone.server.ts';
import { scenarioIds, toForm } from '#app/quiz/quiz.ts';
import { forgetLearner } from '#app/use-cases/accounts/forget-learner.server.ts';
import { keepDraft } from '#app/use-cases/assignments/keep-draft.server.ts';
import { type AssignmentForm, extend, setAssignment } from '#app/use-cases/assignments/set-assignment.server.ts';
import { handIn, settle } from '#app/use-cases/assignments/settle.server.ts';
import { startAssignment } from '#app/use-cases/assignments/start-assignment.server.ts';
import { assignmentsFor, workOfCohort } from '#app/use-cases/assignments/view-assignments.server.ts';
import { makeCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { retryItem } from '#app/use-cases/retry-item.server.ts';
import { startQuiz } from '#app/use-cases/start-quiz.server.ts';
import { viewAttempt } from '#app/use-cases/view-attempt.server.ts';
import { viewResult } from '#app/use-cases/view-result.server.ts';
import { createAccount } from '#db/accounts.ts';
import { assignmentsOf, deleteAssignment, extensionsOf, findAssignment, type SetAssignment } from '#db/assignments.ts';
import { listAudit } from '#db/audit.ts';
import { joinCohort } from '#db/cohorts.ts';
import { gradedKept } from '#db/former-learners.ts';
import { createLearner } from '#db/learners.ts';
import { rebuild } from '#db/rebuild.ts';
import { rightAnswer } from '../../../browser/answers.ts';
import { newAccount } from '../../db/fresh.ts';
import { course, itemOf, lessonAt, newWorld, nine, type TestWorld } from '../world.ts';

const hour = 3600 * 1000;
let world: TestWorld;
let cohort: { id: string; course: string };
beforeEach(async () => {
  world = await newWorld();
  for (const id of ['tess', 'ann', 'ben']) {
    await createLearner(world.db, { id, now: 0 });
    await createAccount(world.db, newAccount({ learnerId: id, name: id, email: `${id}@example.org` }));
  }
  const made = await makeCohort(world, 'tess', { course: course.id, name: 'Spring', formKey: world.keyShown() });
  cohort = { id: 'cohortId' in made ? made.cohortId : '', course: course.id };
  for (const id of ['ann', 'ben']) await joinCohort(world.db, cohort.id, id, nine);
});
afterEach(() => world.db.close());

const typed = (over: Partial<AssignmentForm> = {}): AssignmentForm => ({
  title: 'Before class two',
  kind: 'quiz',
  lessons: [lessonAt(1).slug],
  questions: '4',
  shuffled: true,
  attemptsAllowed: '1',
  counts: 'best',
  minutes: '20',
  held: true,
  opensAt: nine,
  dueAt: nine + 2 * hour,
  ...over,
});

async function set(over: Partial<AssignmentForm> = {}): Promise<SetAssignment> {
  const made = await setAssignment(world, { cohortId: cohort.id, course, formKey: world.keyShown(), typed: typed(over) });
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return (await findAssignment(world.db, made.assignmentId)) as SetAssignment;
}
const start = (assignment: SetAssignment, who = 'ann') => startAssignment(world, who, assignment, course.id, world.keyShown());
async function begun(assignment: SetAssignment, who = 'ann'): Promise<string> {
  const made = await start(assignment, who);
  if ('problem' in made) throw new Error(made.problem);
  return made.attemptId;
}
const workOf = async (assignment: SetAssignment, who = 'ann') =>
  (await workOfCohort(world, assignment)).members.find(({ id }) => id === who)?.work;
const told = async () => (await assignmentsFor(world, cohort, 'ann'))[0]?.work;

test('a form with mistakes names each of them and sets nothing', async () => {
  const bad = typed({ title: ' ', lessons: [], questions: '0', minutes: 'x', attemptsAllowed: '99', dueAt: Number.NaN });
  const refused = await setAssignment(world, { cohortId: cohort.id, course, formKey: world.keyShown(), typed: bad });
  expect('problems' in refused && Object.keys(refused.problems).sort()).toEqual([
    'attemptsAllowed',
    'dueAt',
    'lessons',
    'minutes',
    'questions',
    'title',
  ]);
  const backwards = await setAssignment(world, {
    cohortId: cohort.id,
    course,
    formKey: world.keyShown(),
    typed: typed({ dueAt: nine - 1 }),
  });
  expect(backwards).toEqual({ problems: { dueAt: expect.stringContaining('after it opens') } });
});

test('a due time in the past is asked about first, of an assignment and of more time for a learner', async () => {
  const gone = { opensAt: nine - 3 * hour, dueAt: nine - hour };
  const sent = (over: Partial<AssignmentForm>) =>
    setAssignment(world, { cohortId: cohort.id, course, formKey: world.keyShown(), typed: typed(over) });
  expect(await sent(gone)).toEqual({ problems: { pastMeant: expect.stringContaining('This time is past') } });
  expect(await assignmentsOf(world.db, cohort.id)).toEqual([]);
  const quiz = await set({ ...gone, pastMeant: true });
  expect(quiz).toMatchObject(gone);
  expect(await sent({ opensAt: nine + 2 * hour, dueAt: nine + hour, pastMeant: true })).toHaveProperty('problems.dueAt');

  const more = { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ben' };
  const past = { dueAt: nine - 60_000, extraMinutes: '0' };
  expect(await extend(world, { ...more, typed: past })).toEqual({ problems: { pastMeant: expect.stringContaining('This time is past') } });
  expect(await extensionsOf(world.db, quiz.id)).toEqual([]);
  expect(await extend(world, { ...more, typed: { ...past, pastMeant: true } })).toBeNull();
  expect(await extensionsOf(world.db, quiz.id)).toMatchObject([{ learnerId: 'ben', dueAt: past.dueAt }]);
});

describe('time', () => {
  test('an extension never takes time away', () => {
    expect(dueFor({ dueAt: 100 }, { dueAt: 50, extraMinutes: 0 })).toBe(100);
    expect(dueFor({ dueAt: 100 }, { dueAt: 150, extraMinutes: 0 })).toBe(150);
    expect(deadlineFor({ minutes: 10 }, { dueAt: 0, extraMinutes: 5 }, 0)).toBe(15 * 60_000);
    expect(deadlineFor({ minutes: null }, null, 0)).toBeNull();
  });

  test('a quiz is begun from its opening on, as often as allowed, and after it is due too', () => {
    const assignment = { opensAt: 10, dueAt: 20, attemptsAllowed: 2, minutes: null };
    expect(startProblem(assignment, 0, 9)).toBe('not-open');
    expect(startProblem(assignment, 1, 30)).toBeNull();
    expect(startProblem(assignment, 2, 15)).toBe('no-attempt-left');
  });
});

test('everybody gets the same questions, each in an order of their own; beginning twice goes on with the first', async () => {
  const quiz = await set({ questions: '6' });
  const [ann, ben] = [await begun(quiz), await begun(quiz, 'ben')];
  const itemsOf = async (id: string, who: string) => (await viewAttempt(world, who, id))?.steps.length;
  expect(await itemsOf(ann, 'ann')).toBe(6);
  expect(await itemsOf(ben, 'ben')).toBe(6);
  const order = (await world.attempt(ann)).items.map(({ itemId }) => itemId);
  expect(order.toSorted()).toEqual(quiz.items.toSorted());
  expect(await begun(quiz)).toBe(ann);
});

test('marks wait until everybody’s time is over, and progress tells nothing before', async () => {
  const quiz = await set();
  const id = await begun(quiz);
  for (let position = 0; position < 4; position++) {
    await world.answer(id, position, position === 0 ? 'wrong' : 'right');
    world.pass(30);
  }
  expect((await world.attempt(id)).finishedAt).not.toBeNull();
  expect(await viewResult(world, 'ann', id)).toBeNull();
  expect((await viewAttempt(world, 'ann', id, { at: 0 }))?.shown.state).toBe('kept');
  expect(await told()).toMatchObject({ score: null, finishedAt: expect.any(Number) });
  expect((await workOf(quiz))?.score).toBeCloseTo(0.75, 1);
  expect((await assignmentsFor(world, cohort, 'ann', { told: false }))[0]?.work.score).toBeCloseTo(0.75, 1);
  expect(await rebuild(world.db, { check: true })).toMatchObject({ rows: 0, wrong: 0 });

  await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ben', typed: { dueAt: nine + 4 * hour, extraMinutes: '0' } });
  world.pass(2 * 3600 + 1);
  await settle(world);
  expect(await viewResult(world, 'ann', id)).toBeNull();
  world.pass(2 * 3600);
  await settle(world);
  await settle(world);
  expect((await viewResult(world, 'ann', id))?.marked).toBe(4);
  expect((await told())?.score).toBeCloseTo(0.75, 1);
  expect(await rebuild(world.db, { check: true })).toMatchObject({ wrong: 0 });
});

test('when the time runs out what stands there is handed in, at the deadline, and nothing changes afterwards', async () => {
  const quiz = await set();
  const id = await begun(quiz);
  await world.answer(id, 0, 'right');
  const place = (await world.attempt(id)).items[1];
  const item = itemOf(place?.itemId);
  const form = toForm(item, place?.seed ?? 0, rightAnswer(item));
  expect(await keepDraft(world, 'ann', { attemptId: id, position: 1, form })).toBe(true);
  expect(await keepDraft(world, 'ben', { attemptId: id, position: 1, form })).toBe(false);
  expect((await viewAttempt(world, 'ann', id, { at: 1 }))?.draft).toBe(form.toString());

  world.pass(20 * 60 + 4);
  expect(await world.answer(id, 2, 'right')).toEqual({ problem: expect.stringContaining('time is over') });
  const over = await world.attempt(id);
  expect(over.finishedAt).toBe(nine + 20 * 60_000);
  expect(over.items.map(({ response }) => response?.right ?? null)).toEqual([true, true, null, null]);
  expect(over.items[1]?.response?.at).toBe(over.deadline);
  expect(await keepDraft(world, 'ann', { attemptId: id, position: 2, form })).toBe(false);
  expect((await workOf(quiz))?.score).toBeCloseTo(0.5, 6);
});

test('a closed browser is handed in by the clock, and extra minutes move it', async () => {
  const quiz = await set();
  await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ben', typed: { dueAt: quiz.dueAt, extraMinutes: '10' } });
  const [ann, ben] = [await begun(quiz), await begun(quiz, 'ben')];
  world.pass(20 * 60 + 4);
  await settle(world);
  expect((await world.attempt(ann)).finishedAt).toBe(nine + 20 * 60_000);
  expect((await viewAttempt(world, 'ben', ben))?.finished).toBe(false);
  world.pass(10 * 60);
  expect((await viewAttempt(world, 'ben', ben))?.finished).toBe(true);
  expect((await listAudit(world.db, { limit: 9 })).map(({ action }) => action)).toEqual(['extension-given']);
});

test('late work is shown as late, not lost; an extension makes it timely', async () => {
  const quiz = await set({ held: false, minutes: '' });
  world.pass(3 * 3600);
  const id = await begun(quiz);
  await world.answer(id, 0, 'right');
  await handIn(world, 'ann', id);
  expect(await workOf(quiz)).toMatchObject({ late: true, score: 0.25 });
  expect((await viewResult(world, 'ann', id))?.score).toBe(0.25);
  await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ann', typed: { dueAt: nine + 5 * hour, extraMinutes: '' } });
  expect(await workOf(quiz)).toMatchObject({ late: false, extended: true });
});

test('attempts end where the instructor said, and the one that counts is the one that was named', async () => {
  const quiz = await set({ attemptsAllowed: '2', counts: 'last', held: false });
  for (const as of ['right', 'wrong'] as const) {
    const id = await begun(quiz);
    for (let position = 0; position < 4; position++) await world.answer(id, position, as);
    world.pass(60);
  }
  expect(await start(quiz)).toEqual({ problem: expect.stringContaining('used all attempts') });
  expect((await workOf(quiz))?.used).toBe(2);
  expect((await workOf(quiz))?.score).toBeLessThan(0.5);
});

test('an assignment that is taken back leaves the attempts, and lets their marks out', async () => {
  const quiz = await set();
  const id = await begun(quiz);
  await world.answer(id, 0, 'right');
  await handIn(world, 'ann', id);
  await deleteAssignment(world.db, quiz.id);
  await settle(world);
  expect((await viewResult(world, 'ann', id))?.score).toBe(0.25);
});

test('who has not begun what is due may need help, unless they have more time', async () => {
  const quiz = await set();
  await begun(quiz);
  await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ann', typed: { dueAt: quiz.dueAt, extraMinutes: '0' } });
  world.pass(2 * 3600 + 1);
  const reasonsOf = async () => new Map((await overviewOf(world, cohort.id, course)).learners.map(({ id, reasons }) => [id, reasons]));
  const found = await reasonsOf();
  expect(found.get('ann')).toEqual([]);
  expect(found.get('ben')).toEqual([{ kind: 'missed', assignmentId: quiz.id, title: 'Before class two', days: 0 }]);
});

describe('the edges of the clock', () => {
  /** Moves the clock to an instant. */
  const at = (instant: number) => world.pass((instant - world.now()) / 1000);
  async function takenUntil(assignment: SetAssignment, finish: number): Promise<string> {
    const id = await begun(assignment);
    for (let position = 0; position < 3; position++) await world.answer(id, position, 'right');
    at(finish);
    expect(await world.answer(id, 3, 'right')).toEqual({ first: true, finished: true });
    return id;
  }

  test.each([
    ['in the very millisecond that it is due is timely', 0, false],
    ['a millisecond later is late', 1, true],
  ])('work that ends %s', async (_, after, late) => {
    const quiz = await set({ held: false, minutes: '' });
    await takenUntil(quiz, quiz.dueAt + after);
    expect(await workOf(quiz)).toMatchObject({ late, score: 1 });
  });

  test('a form on its way when a time limit runs out at the due time counts, and makes nobody late', async () => {
    const quiz = await set({ held: false, minutes: '120' });
    const id = await takenUntil(quiz, quiz.dueAt + 3000);
    expect((await world.attempt(id)).finishedAt).toBe(quiz.dueAt);
    expect(await workOf(quiz)).toMatchObject({ late: false, score: 1 });
  });

  test('a millisecond beyond those seconds, what stood there is handed in and the form no longer counts', async () => {
    const quiz = await set({ held: false, minutes: '120' });
    const id = await begun(quiz);
    at(quiz.dueAt + 3001);
    expect(await world.answer(id, 0, 'right')).toEqual({ problem: expect.stringContaining('time is over') });
    expect(await workOf(quiz)).toMatchObject({ late: false, score: 0, finishedAt: quiz.dueAt });
  });

  test.each([
    // Clocks go on at 01:00 UTC: from 23:00 to 05:00 on that night are five hours.
    ['the skipped hour', '2026-03-28T23:00', '2026-03-29T02:30', '2026-03-29T05:00', 5],
    // Clocks go back at 01:00 UTC: seven hours.
    ['the hour that comes twice', '2026-10-24T23:00', '2026-10-25T02:30', '2026-10-25T05:00', 7],
  ])('more time across %s ends when the wall clock says', async (_, opens, due, until, hours) => {
    const berlin = (local: string) => instantIn('Europe/Berlin', local);
    expect((berlin(until) - berlin(opens)) / hour).toBe(hours);
    at(berlin(opens) - 1);
    const quiz = await set({ opensAt: berlin(opens), dueAt: berlin(due), held: false, minutes: '' });
    expect(await start(quiz)).toEqual({ problem: expect.stringContaining('not opened') });
    at(berlin(opens));
    await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ann', typed: { dueAt: berlin(until), extraMinutes: '' } });
    await takenUntil(quiz, berlin(until));
    expect(await workOf(quiz)).toMatchObject({ late: false, extended: true });
    at(berlin(until) + 1);
    const late = await begun(quiz, 'ben');
    await handIn(world, 'ben', late);
    expect(await workOf(quiz, 'ben')).toMatchObject({ late: true, extended: false });
  });

  test('an extension that the second of two hours alike would move back takes no time away', async () => {
    const second = instantIn('UTC', '2026-10-25T01:30');
    const shown = localIn('Europe/Berlin', second);
    const quiz = await set({ opensAt: second - hour, dueAt: second, held: false, minutes: '' });
    const dueAt = instantIn('Europe/Berlin', shown);
    expect(second - dueAt).toBe(hour);
    await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'ann', typed: { dueAt, extraMinutes: '0' } });
    at(second - hour);
    await takenUntil(quiz, second);
    expect(await workOf(quiz)).toMatchObject({ late: false });
  });

  test('a server clock that is put back between start and hand-in costs nothing that was kept, and ends nothing early', async () => {
    const quiz = await set({ minutes: '20' });
    const id = await begun(quiz);
    await world.answer(id, 0, 'right');
    at(nine - hour);
    await settle(world);
    for (const position of [1, 2, 3]) expect(await world.answer(id, position, 'right')).toMatchObject({ first: true });
    const attempt = await world.attempt(id);
    expect(attempt.finishedAt).toBe(attempt.startedAt);
    expect(attempt.items.map(({ response }) => response?.right)).toEqual([true, true, true, true]);
    expect(await workOf(quiz)).toMatchObject({ late: false, score: 1 });
    expect(await viewResult(world, 'ann', id)).toBeNull();
    // Set right again, the clock lets the marks out when everybody's time is over.
    at(quiz.dueAt + 1);
    await settle(world);
    expect((await viewResult(world, 'ann', id))?.score).toBe(1);
    expect(await rebuild(world.db, { check: true })).toMatchObject({ wrong: 0 });
  });
});

describe('deleting an account', () => {
  test('leaves what was graded in the cohort, under no name and without words of one’s own', async () => {
    const quiz = await set({ held: false });
    const id = await begun(quiz);
    for (let position = 0; position < 4; position++) await world.answer(id, position, 'right');
    const own = await world.quiz(2);
    await world.answer(own.id, 0, 'right');
    expect(await gradedKept(world.db, 'ann')).toBe(1);
    await forgetLearner(world, 'ann');
    const { former } = await workOfCohort(world, quiz);
    expect(former).toEqual([expect.objectContaining({ score: 1 })]);
    const left = world.db.client.prepare('select distinct learner_id id from responses').all() as { id: string }[];
    expect(left).toHaveLength(1);
    expect(left[0]?.id).not.toBe('ann');
    expect(world.db.client.serialize().includes('ann@example.org')).toBe(false);
    expect(await rebuild(world.db, { check: true })).toMatchObject({ wrong: 0 });
  });

  test('keeps nothing of who has nothing graded', async () => {
    await world.quiz(1);
    await forgetLearner(world, 'ann');
    expect(world.db.client.prepare('select count(*) n from attempts').get()).toEqual({ n: 0 });
  });
});

describe('while the marks of a graded quiz wait, its key is told nowhere else', () => {
  const itemsOf = async (attemptId: string) => (await world.attempt(attemptId)).items.map(({ itemId }) => itemId);
  const storiesOf = (ids: readonly string[]) => ids.flatMap((id) => scenarioIds(itemOf(id)));

  test('practice, mock tests and retries ask neither its questions nor its stories', async () => {
    const graded = await itemsOf(await begun(await set({ questions: '10' })));
    for (const mode of ['practice', 'mock', 'practice'] as const) {
      const quiz = await world.quiz(1, mode);
      expect(storiesOf(await itemsOf(quiz.id)).filter((story) => storiesOf(graded).includes(story))).toEqual([]);
      if (mode === 'mock') continue;
      for (const { position } of quiz.items) {
        await world.answer(quiz.id, position, 'wrong');
        await retryItem(world, 'ann', quiz.id, position);
      }
      expect(storiesOf(await itemsOf(quiz.id)).filter((story) => storiesOf(graded).includes(story))).toEqual([]);
    }
  });

  test('a practice quiz begun before keeps the same question until the marks are out', async () => {
    const quiz = await world.quiz(1);
    const assignment = await set({ questions: String(course.bank(lessonAt(1).slug).length) });
    const attemptId = await begun(assignment);
    expect((await viewAttempt(world, 'ann', quiz.id, { at: 0 }))?.shown).toEqual({ state: 'held' });
    expect((await viewAttempt(world, 'ann', quiz.id))?.next).toBeNull();
    expect(await world.answer(quiz.id, 0, 'right')).toEqual({ problem: expect.stringContaining('A graded quiz of yours asks this') });
    expect((await world.attempt(quiz.id)).items[0]?.response).toBeNull();

    await handIn(world, 'ann', attemptId);
    expect((await viewAttempt(world, 'ann', quiz.id, { at: 0 }))?.shown).toEqual({ state: 'held' });
    world.pass(3 * 3600);
    await settle(world);
    expect((await viewAttempt(world, 'ann', quiz.id, { at: 0 }))?.shown.state).toBe('open');
    expect(await world.answer(quiz.id, 0, 'right')).toMatchObject({ first: true });
  });

  test('where it has every question of a lesson, practice says when it goes on', async () => {
    await begun(await set({ questions: String(course.bank(lessonAt(1).slug).length) }));
    const sent = { mode: 'practice', formKey: world.keyShown() } as const;
    expect(await startQuiz(world, world.keep, course, lessonAt(1), sent)).toEqual({
      problem: expect.stringContaining('once its marks are out'),
    });
    expect((await world.quiz(2)).items).not.toEqual([]);
  });

  test('others practise as before', async () => {
    await begun(await set({ questions: String(course.bank(lessonAt(1).slug).length) }), 'ben');
    expect((await world.quiz(1)).items).toHaveLength(6);
  });
});
