import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cell } from '#app/sheets/cell.ts';
import { csvStream } from '#app/sheets/csv.ts';
import type { Sheet } from '#app/sheets/sheet.ts';
import { tooFewWords } from '#app/statistics/flags.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { type AssignmentForm, extend, setAssignment } from '#app/use-cases/assignments/set-assignment.server.ts';
import { handIn } from '#app/use-cases/assignments/settle.server.ts';
import { startAssignment } from '#app/use-cases/assignments/start-assignment.server.ts';
import { workOfCohort } from '#app/use-cases/assignments/view-assignments.server.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { figureSheets, responsesSheet } from '#app/use-cases/cohorts/export-cohort.server.ts';
import { gradebook } from '#app/use-cases/cohorts/gradebook.server.ts';
import { findAssignment, type SetAssignment } from '#db/assignments.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import type { Cohort } from '#db/cohorts.ts';
import { bytesOf } from '../../sheets/bytes.ts';
import { course, itemOf, lessonAt, newWorld, nine, rightForm, type TestWorld, wrongForm } from '../world.ts';
import { classOf, sit } from './class-of.ts';

const hour = 3600 * 1000;
const names = ['cora', 'dan', 'eva', 'fay', 'gus'];
let world: TestWorld;
let cohort: Cohort;
beforeEach(async () => {
  world = await newWorld();
  cohort = await classOf(world, names);
});
afterEach(() => world.db.close());

async function recordsOf({ columns, rows }: Sheet): Promise<Record<string, Cell>[]> {
  const records = [];
  for await (const row of rows) records.push(Object.fromEntries(columns.map(({ title }, place) => [title, row[place] ?? null])));
  return records;
}

async function set(over: Partial<AssignmentForm> = {}): Promise<SetAssignment> {
  const typed: AssignmentForm = {
    title: 'Quiz one',
    kind: 'quiz',
    lessons: [lessonAt(1).slug],
    questions: '2',
    shuffled: false,
    attemptsAllowed: '2',
    counts: 'last',
    minutes: '20',
    held: true,
    opensAt: nine,
    dueAt: nine + 2 * hour,
    ...over,
  };
  const made = await setAssignment(world, { cohortId: cohort.id, course, formKey: world.keyShown(), typed });
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return (await findAssignment(world.db, made.assignmentId)) as SetAssignment;
}

async function take(quiz: SetAssignment, who: string, given: readonly ('right' | 'wrong')[]): Promise<void> {
  const begun = await startAssignment(world, who, quiz, course.id, world.keyShown());
  if ('problem' in begun) throw new Error(begun.problem);
  for (const [position, as] of given.entries()) {
    const place = (await findAttempt(world.db, who, begun.attemptId))?.items[position];
    const form = (as === 'right' ? rightForm : wrongForm)(itemOf(place?.itemId), place?.seed ?? 0);
    await answerItem(world, who, { attemptId: begun.attemptId, position, form, formKey: world.keyShown() });
  }
  await handIn(world, who, begun.attemptId);
  world.pass(60);
}

describe('the gradebook', () => {
  test('has mark, lateness, attempts and more time of each assignment, as the assignment’s page has them', async () => {
    const quiz = await set();
    await take(quiz, 'cora', ['wrong', 'wrong']);
    await take(quiz, 'cora', ['right', 'right']);
    world.pass(3 * 3600);
    await take(quiz, 'dan', ['right']);
    const more = { dueAt: nine + 9 * hour, extraMinutes: '' };
    await extend(world, { actorId: 'tess', assignmentId: quiz.id, learnerId: 'eva', typed: more });
    await take(quiz, 'eva', ['right']);
    const records = new Map((await recordsOf(await gradebook(world, cohort, course))).map((record) => [record.Name, record]));
    const { members } = await workOfCohort(world, quiz);
    expect(members).toHaveLength(5);
    for (const { name, work } of members)
      expect(records.get(name)).toMatchObject({
        'Quiz one: mark, last attempt': work.score,
        'Quiz one: attempts': work.used,
        'Quiz one: late': work.finishedAt === null ? null : work.late,
        'Quiz one: more time until (UTC)': work.extended ? new Date(work.dueAt) : null,
        'Quiz one: content version': course.version,
      });
    const column = (title: string) => names.map((name) => records.get(name)?.[`Quiz one: ${title}`]);
    expect(column('mark, last attempt')).toEqual([1, 0.5, 0.5, null, null]);
    expect(column('attempts')).toEqual([2, 1, 1, 0, 0]);
    expect(column('late')).toEqual([false, true, false, null, null]);
    expect(column('more time until (UTC)')).toEqual([null, null, new Date(nine + 9 * hour), null, null]);
  });

  test('tells two assignments of one title apart, and counts lessons done of what is to learn', async () => {
    await set({ held: false });
    world.pass(1);
    await set({ kind: 'lessons', lessons: [lessonAt(1).slug, lessonAt(2).slug] });
    const { columns } = await gradebook(world, cohort, course);
    const titles = columns.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).toContain('Quiz one (2): lessons done of 2');
  });

  test('as a file says which content it rests on and when it was made', async () => {
    const [row] = parse(await bytesOf(csvStream(await gradebook(world, cohort, course))), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(row).toMatchObject({ 'Content version now': course.version, 'As of (UTC)': new Date(nine).toISOString() });
  });
});

test('figures in the workbook are those of the pages, with n, what counts, the content and how few they are', async () => {
  const ids = course
    .bank(lessonAt(1).slug)
    .slice(0, 2)
    .map(({ spec }) => spec.id);
  for (const who of names.slice(0, 3)) await sit(world, who, ids, ['right', 'wrong']);
  const sheets = await figureSheets(world, cohort, course, 'best');
  const analysis = await analysisOf(world, cohort.id, course, 'best');
  const byName = new Map<string, Record<string, Cell>[]>();
  for (const sheet of sheets) byName.set(sheet.name, await recordsOf(sheet));
  expect(byName.get('Questions')?.map(({ Item, n, Facility, Flags }) => [Item, n, Facility, Flags])).toEqual(
    analysis.items.map(({ item, n, facility, flags }) => [item, n, facility, flags.join(' ')]),
  );
  expect(byName.get('Questions')?.[0]).toMatchObject({ n: 3, Flags: tooFewWords });
  expect(byName.get('Quizzes')?.[0]).toMatchObject({ n: 3, Mean: analysis.quizzes[0]?.scores.mean, Flags: tooFewWords });
  expect(byName.get('Misconceptions')).toHaveLength(analysis.ideas.length);
  expect(byName.get('Options chosen')?.reduce((sum, { Given }) => sum + Number(Given), 0)).toBe(6);
  expect(Object.fromEntries((byName.get('Basis') ?? []).map(({ What, Value }) => [What, Value]))).toEqual({
    Cohort: 'Spring',
    'Counts, of each learner to a question': 'best answer',
    Answers: 6,
    Learners: 3,
    'Content versions': course.version,
    'As of (UTC)': new Date(analysis.at),
    Mind: tooFewWords,
  });
});

test('answers are exported one a line with their content version, and none of a test that still runs', async () => {
  const [id = ''] = course.bank(lessonAt(1).slug).map(({ spec }) => spec.id);
  await sit(world, 'dan', [id], ['wrong']);
  const quiz = await set();
  await take(quiz, 'cora', ['right', 'right']);
  const records = await recordsOf(await responsesSheet(world, cohort, course));
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ Name: 'dan', Item: id, Right: false, 'Content version': course.version });
});
