/** A class whose course changes: the same small course before and after a fact of its story on sorting became another one. */
import type { Course } from '#app/course/course.ts';
import { loadCourse } from '#app/course/load.ts';
import { grade, type RegradeBasis } from '#app/quiz/quiz.ts';
import { keepVersions } from '#app/use-cases/definitions/content-versions.server.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { decideRegrade } from '#app/use-cases/regrading/decide.server.ts';
import { propose } from '#app/use-cases/regrading/propose.server.ts';
import { createAccount } from '#db/accounts.ts';
import { attemptsAt, createAssignment, type SetAssignment } from '#db/assignments.ts';
import { finishAttempt, releaseAttempt, startAttempt } from '#db/attempts.ts';
import { createCohort, joinCohort } from '#db/cohorts.ts';
import { createLearner } from '#db/learners.ts';
import { regradesOf } from '#db/regrades.ts';
import { recordResponse } from '#db/responses.ts';
import { rightAnswer, wrongAnswer } from '../../../browser/answers.ts';
import { courseWith, goodCourse } from '../../course/course-folder.ts';
import { chosen, newAccount, newAssignment, newAttempt, newResponse } from '../../db/fresh.ts';
import { newWorld, type TestWorld } from '../world.ts';

export const before = loadCourse(goodCourse);
export const after = loadCourse(
  courseWith({ 'scenarios/sorting.yaml': ['carry it to the kerb, steps', 'carry it to the kerb, link: unconnected, steps'] }),
);
/** The question whose key flips, and one whose key stays. */
export const flips = 'l1-sorting';
export const stays = Object.keys(before.snapshot).find(
  (id) => id !== flips && before.snapshot[id]?.answer === after.snapshot[id]?.answer && before.snapshot[id]?.answer != null,
) as string;

export const quiz: SetAssignment = newAssignment({ items: [flips, stays], contentVersion: before.version, held: false });
export const byDefinitions: RegradeBasis = { type: 'definitions', version: after.version };

/** A world with the teacher Tess, and Ann and Ben in her class, whose quiz is graded by the course as it was. */
export async function newClass(): Promise<TestWorld> {
  const world = await newWorld();
  world.db.readers.evidence = evidenceReader((id) => (id === after.id ? after : undefined));
  await createLearner(world.db, { id: 'tess', now: 0 });
  for (const id of ['tess', 'ann', 'ben'])
    await createAccount(world.db, newAccount({ learnerId: id, name: id, email: `${id}@example.org` }));
  await createCohort(world.db, {
    id: 'cohort',
    course: before.id,
    name: 'Spring',
    joinCode: null,
    ownerId: 'tess',
    createdAt: 1,
    formKey: 'c',
  });
  for (const id of ['ann', 'ben']) await joinCohort(world.db, 'cohort', id, 2);
  await createAssignment(world.db, quiz);
  await keepVersions(world.db, [before, after], 3);
  return world;
}

/** A learner sits the quiz and answers both questions as told; `version` grades. The first attempt of each has the learner's name for an id. */
export async function sits(
  { db }: TestWorld,
  who: string,
  as: 'right' | 'wrong',
  { id = who, version = before, held = false, finish = true }: { id?: string; version?: Course; held?: boolean; finish?: boolean } = {},
): Promise<void> {
  const { id: course, version: contentVersion } = version;
  const lesson = version.lessonOf(flips) ?? '';
  const attempt = {
    id,
    learnerId: who,
    course,
    lesson,
    contentVersion,
    mode: 'graded' as const,
    assignment: { id: quiz.id, deadline: null, held },
  };
  await startAttempt(db, newAttempt(attempt), chosen(flips, stays));
  for (const [position, itemId] of [flips, stays].entries()) {
    const item = version.item(itemId);
    if (!item) throw new Error(`There is no item ${itemId}.`);
    const answer = (as === 'right' ? rightAnswer : wrongAnswer)(item);
    const { about, kind } = item.spec;
    const given = {
      attemptId: id,
      learnerId: who,
      position,
      course,
      lesson,
      contentVersion,
      itemId,
      kind,
      about,
      answer,
      ...grade(item, answer),
    };
    await recordResponse(db, newResponse(given));
  }
  if (finish) await finishAttempt(db, who, id, 3000);
}

/** Lets the marks of an attempt out. */
export const release = ({ db, now }: TestWorld, who: string, id = who) => releaseAttempt(db, who, id, now());

export const proposed = ({ db }: TestWorld, basis = byDefinitions) => propose(db, after, quiz, basis);

export const decide = (
  world: TestWorld,
  over: { basis?: RegradeBasis; version?: string; apply?: boolean; formKey?: string; note?: string; course?: Course } = {},
) =>
  decideRegrade(world, {
    actorId: 'tess',
    course: after,
    assignment: quiz,
    basis: byDefinitions,
    version: after.version,
    apply: true,
    note: '',
    formKey: world.keyShown(),
    ...over,
  });

export const latest = async ({ db }: TestWorld) => (await regradesOf(db, quiz.id))[0];

/** The scores of all attempts at the quiz, by attempt. */
export async function scores({ db }: TestWorld): Promise<Record<string, number>> {
  return Object.fromEntries((await attemptsAt(db, quiz.id)).map(({ id, scoreSum, items }) => [id, items === 0 ? 0 : scoreSum / items]));
}

const derivedTables = ['lesson_progress', 'item_progress', 'about_progress', 'review_cards', 'beliefs'];
/** Every derived row, and everything in the log. */
export const rowsIn = ({ db }: TestWorld, tables = [...derivedTables, 'attempts', 'attempt_items', 'responses']) =>
  Object.fromEntries(tables.map((name) => [name, db.client.prepare(`select * from ${name} order by 1, 2, 3`).all()]));
