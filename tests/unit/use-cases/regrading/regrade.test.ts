import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetLearner } from '#app/use-cases/accounts/forget-learner.server.ts';
import { assignmentsFor, workOfCohort } from '#app/use-cases/assignments/view-assignments.server.ts';
import { responsesSheet } from '#app/use-cases/cohorts/export-cohort.server.ts';
import { gradebook } from '#app/use-cases/cohorts/gradebook.server.ts';
import { carryOut } from '#app/use-cases/regrading/carry-out.server.ts';
import { takeRegradeBack } from '#app/use-cases/regrading/decide.server.ts';
import { waitingFor } from '#app/use-cases/regrading/propose.server.ts';
import { viewRegrade } from '#app/use-cases/regrading/view-regrade.server.ts';
import { deleteAssignment } from '#db/assignments.ts';
import { listAudit } from '#db/audit.ts';
import { findCohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { mergeLearners } from '#db/merge.ts';
import { rebuild } from '#db/rebuild.ts';
import { moveOne, regradedBy, regradesFor, regradesOf } from '#db/regrades.ts';
import { findResponse } from '#db/responses.ts';
import type { TestWorld } from '../world.ts';
import {
  after,
  before,
  byDefinitions,
  decide,
  flips,
  latest,
  newClass,
  proposed,
  quiz,
  release,
  rowsIn,
  scores,
  sits,
} from './class-of-two.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await newClass();
});
afterEach(() => world.db.close());

const undo = async (regradeId?: string) =>
  takeRegradeBack(world, { actorId: 'tess', assignment: quiz, regradeId: regradeId ?? (await latest(world))?.id ?? 'none' });
const told = (who: string) => regradesFor(world.db, who, { cohortId: 'cohort' });
const wrongRows = async () => (await rebuild(world.db, { check: true })).wrong;
const audited = async () => (await listAudit(world.db, { limit: 9 })).map(({ action }) => action);

describe('the preview', () => {
  test('names the question whose key flips, with the answers touched and each mark before and after', async () => {
    await sits(world, 'ann', 'right');
    await sits(world, 'ben', 'wrong');
    const { items, attempts, marks, untold } = await proposed(world);
    expect(items.filter(({ otherMark }) => otherMark > 0)).toMatchObject([
      { item: flips, answers: 2, from: { key: before.snapshot[flips]?.key }, to: { key: after.snapshot[flips]?.key } },
    ]);
    expect(attempts.find(({ learnerId }) => learnerId === 'ann')).toMatchObject({ attemptId: 'ann', before: 1, after: 0.5 });
    expect(marks.find(({ attemptId }) => attemptId === 'ann')).toMatchObject({ position: 0, right: false, score: 0 });
    expect(untold).toBe(0);
    expect(await waitingFor(world.db, after, quiz)).toBe(items.length);
  });

  test('changes nothing by being looked at, and an answer by the course as it is now is not touched', async () => {
    await sits(world, 'ann', 'right', { version: after });
    const rows = rowsIn(world);
    expect(await proposed(world)).toMatchObject({ items: [], attempts: [], marks: [] });
    expect(await waitingFor(world.db, after, quiz)).toBe(0);
    expect(rowsIn(world)).toEqual(rows);
  });

  test('says of how many answers nothing can be told, where the record of their version is gone', async () => {
    await sits(world, 'ann', 'right');
    world.db.client.prepare('delete from content_versions where version = ?').run(before.version);
    expect(await proposed(world)).toMatchObject({ items: [], marks: [], untold: 2 });
  });
});

test('the page has the mark that counts for each learner before and after, by name, and what was decided with who and when', async () => {
  await sits(world, 'ben', 'right');
  await sits(world, 'ann', 'wrong');
  await sits(world, 'ann', 'right', { id: 'ann again' });
  await sits(world, 'ben', 'right', { id: 'ben again', finish: false });
  const [view, score] = [await viewRegrade(world, after, quiz, byDefinitions), await scores(world)];
  const ann = {
    before: 1,
    after: Math.max((score.ann ?? 0) + ((await proposed(world)).marks.find((m) => m.attemptId === 'ann')?.score ?? 0) / 2, 0.5),
  };
  expect(view.changes).toEqual([
    { learner: { id: 'ann', name: 'ann' }, ...ann },
    { learner: { id: 'ben', name: 'ben' }, before: 1, after: 0.5 },
  ]);
  expect(view).toMatchObject({ open: 1, decisions: [] });
  await decide(world, { note: 'Read it so.' });
  await undo();
  const [past] = (await viewRegrade(world, after, quiz, byDefinitions)).decisions;
  expect(past).toMatchObject({ by: 'tess', undoneBy: 'tess', note: 'Read it so.', applied: true, latest: false, underWay: false });
  expect(past?.attempts).toBe(past?.reached);
  expect(past?.changes).toContainEqual({ learner: { id: 'ben', name: 'ben' }, before: 1, after: 0.5 });
});

describe('applying', () => {
  test('puts marks beside the log, which stays as it is, and every reader of a mark and of progress follows', async () => {
    await sits(world, 'ann', 'right');
    const log = rowsIn(world, ['attempts', 'attempt_items', 'responses']);
    expect(await decide(world, { note: '  We changed  our minds. ' })).toBeNull();
    expect(rowsIn(world, ['attempts', 'attempt_items', 'responses'])).toEqual(log);
    expect(await scores(world)).toEqual({ ann: 0.5 });
    expect(await findResponse(world.db, 'ann', 'response ann 0')).toMatchObject({ score: 0, right: false });
    expect((await world.attempt('ann')).items[0]?.response).toMatchObject({ score: 0, right: false });
    expect(rowsIn(world, ['item_progress'])).toMatchObject({
      item_progress: expect.arrayContaining([expect.objectContaining({ item_id: flips, best_score: 0 })]),
    });
    expect(await wrongRows()).toBe(0);
    expect(await audited()).toContain('regrade-applied');
    expect(await told('ann')).toMatchObject([{ before: 1, after: 0.5, note: 'We changed our minds.', by: 'tess', undoneAt: null }]);
    expect((await told('ann'))[0]?.changed.find(({ item }) => item === flips)?.says).toContain(
      after.snapshot[flips]?.key?.slice(0, -1) ?? 'no key',
    );
    expect(await waitingFor(world.db, after, quiz)).toBe(0);
  });

  test('again changes nothing, by the same form or by another', async () => {
    await sits(world, 'ann', 'right');
    const formKey = world.keyShown();
    await decide(world, { formKey });
    const rows = rowsIn(world, ['regrades', 'regraded_attempts', 'regraded_marks', 'audit', 'lesson_progress', 'item_progress']);
    expect(await decide(world, { formKey })).toBeNull();
    expect(await decide(world)).toBeNull();
    expect(rowsIn(world, Object.keys(rows))).toEqual(rows);
  });

  test('is refused where the course has changed since the preview, and where the note is too long', async () => {
    await sits(world, 'ann', 'right');
    const stale = await decide(world, { version: before.version });
    expect(stale?.problem).toContain('has changed since');
    expect((await decide(world, { note: 'x'.repeat(301) }))?.problem).toContain('300');
    expect(await regradesOf(world.db, quiz.id)).toEqual([]);
  });

  test('touches held marks without telling, and open attempts, which then end with what counts', async () => {
    await sits(world, 'ann', 'right', { held: true });
    await sits(world, 'ben', 'right', { finish: false });
    await decide(world);
    expect(await told('ann')).toEqual([]);
    expect(rowsIn(world, ['item_progress'])).toEqual({ item_progress: [] });
    await release(world, 'ann');
    expect(await told('ann')).toMatchObject([{ before: 1, after: 0.5 }]);
    await sits(world, 'ben', 'right');
    expect(await scores(world)).toEqual({ ann: 0.5, ben: 0.5 });
    expect(await told('ben')).toMatchObject([{ before: null, after: null }]);
    expect(await wrongRows()).toBe(0);
  });

  test('that was cut short tells only whom it reached, refuses other decisions, and goes on by the clock', async () => {
    await sits(world, 'ann', 'right');
    await sits(world, 'ben', 'right');
    await decide(world);
    await undo();
    const { id } = (await latest(world)) ?? { id: '' };
    // As after a kill between two learners: decided, one of them moved.
    world.db.client.prepare('update regrades set undone_at = null, undone_by = null, under_way = 1').run();
    world.db.client.prepare('update regraded_attempts set applied_at = null, undone_at = null').run();
    expect(await write(world.db, (tx) => moveOne(tx, id, 9))).toBe(true);
    expect(Object.values(await scores(world)).sort()).toEqual([0.5, 1]);
    expect([...(await told('ann')), ...(await told('ben'))]).toHaveLength(1);
    expect(await wrongRows()).toBe(0);
    expect((await undo())?.problem).toContain('still being carried out');
    expect((await decide(world))?.problem).toContain('still being carried out');
    expect(await waitingFor(world.db, after, quiz)).toBe(0);
    await carryOut(world);
    expect(await scores(world)).toEqual({ ann: 0.5, ben: 0.5 });
    expect(await latest(world)).toMatchObject({ underWay: false });
    expect((await regradedBy(world.db, [id])).every(({ appliedAt }) => appliedAt !== null)).toBe(true);
    expect(await wrongRows()).toBe(0);
  });
});

test('declining keeps every mark, is noted, and asks no more until the course changes again', async () => {
  await sits(world, 'ann', 'right');
  const rows = rowsIn(world);
  expect(await decide(world, { apply: false })).toBeNull();
  expect(rowsIn(world)).toEqual(rows);
  expect(await told('ann')).toEqual([]);
  expect(await audited()).toContain('regrade-declined');
  expect(await waitingFor(world.db, after, quiz)).toBe(0);
  expect((await proposed(world)).marks).toHaveLength(1);
});

describe('undoing', () => {
  test('gives rows identical to those before, tells the learner, and is offered again', async () => {
    await sits(world, 'ann', 'right');
    await sits(world, 'ben', 'wrong');
    const rows = rowsIn(world);
    await decide(world);
    expect(rowsIn(world)).not.toEqual(rows);
    expect(await undo()).toBeNull();
    expect(rowsIn(world)).toEqual(rows);
    expect(await wrongRows()).toBe(0);
    expect(await told('ann')).toMatchObject([{ before: 1, after: 0.5, undoneAt: world.now() }]);
    expect(await audited()).toContain('regrade-undone');
    expect(await undo()).toBeNull();
    expect((await audited()).filter((action) => action === 'regrade-undone')).toHaveLength(1);
    expect(await waitingFor(world.db, after, quiz)).toBeGreaterThan(0);
  });

  test('takes the latest that stands, and the one before it comes back', async () => {
    await sits(world, 'ann', 'right');
    const beforeAll = rowsIn(world);
    await decide(world);
    const first = rowsIn(world);
    const firstId = (await latest(world))?.id;
    world.pass(60);
    await decide(world, { basis: { type: 'ruling', dispute: 'd', item: flips, ruling: { type: 'void' } } });
    expect((await world.attempt('ann')).items[0]).toMatchObject({ voided: true, response: { score: null } });
    expect(await scores(world)).toEqual({ ann: 1 });
    expect(await wrongRows()).toBe(0);
    expect((await undo(firstId))?.problem).toContain('latest');
    await undo();
    expect(rowsIn(world)).toEqual(first);
    await undo(firstId);
    expect(rowsIn(world)).toEqual(beforeAll);
  });
});

test('the gradebook and the assignment’s page say which marks were regraded, when and from what, until that is undone', async () => {
  await sits(world, 'ann', 'right');
  await sits(world, 'ben', 'right', { held: true });
  const cohort = await findCohort(world.db, 'cohort');
  if (!cohort) throw new Error('There is no cohort.');
  const column = async (title: string) => {
    const { columns, rows } = await gradebook(world, cohort, after);
    const place = columns.findIndex((one) => one.title === `${quiz.title}: ${title}`);
    const cells = [];
    for await (const row of rows) cells.push(row[place]);
    return cells;
  };
  const onPage = async () => (await workOfCohort(world, quiz)).members.map(({ work }) => work.regraded);
  const answers = async () => {
    const { columns, rows } = await responsesSheet(world, cohort, after);
    const [now, before] = ['Score', 'Score before it was regraded'].map((title) => columns.findIndex((one) => one.title === title));
    const cells = [];
    for await (const row of rows) cells.push([row[now ?? -1], row[before ?? -1]]);
    return cells;
  };
  expect(await onPage()).toEqual([null, null]);
  world.pass(60);
  await decide(world);
  const at = world.now();
  const asTold = async (who: string) => (await assignmentsFor(world, cohort, who))[0]?.work.regraded;
  expect([await asTold('ann'), await asTold('ben')]).toEqual([{ before: 1, at }, null]);
  world.pass(60);
  expect(await column(`mark, ${quiz.counts} attempt`)).toEqual([0.5, 0.5]);
  expect(await column('mark before it was regraded')).toEqual([1, 1]);
  expect(await column('regraded (UTC)')).toEqual([new Date(at), new Date(at)]);
  expect(await onPage()).toEqual([
    { before: 1, at },
    { before: 1, at },
  ]);
  // Of each learner the answer whose mark turned, and the one whose mark did not.
  const ofEach = [
    [0, 1],
    [1, null],
  ];
  expect(await answers()).toEqual([...ofEach, ...ofEach]);
  await undo();
  expect(await answers()).toEqual(Array(4).fill([1, null]));
  expect(await column('mark before it was regraded')).toEqual([null, null]);
  expect(await column('regraded (UTC)')).toEqual([null, null]);
});

describe('a ruling that stands', () => {
  const nobody = { type: 'ruling', dispute: 'd', item: flips, ruling: { type: 'void' } } as const;

  test('is what the next preview starts from, and goes for attempts begun since', async () => {
    await sits(world, 'ann', 'right');
    await decide(world, { basis: nobody });
    expect(await told('ann')).toMatchObject([{ before: 1, after: 1, changed: [{ says: expect.stringContaining('counts for nobody') }] }]);
    const definitions = await proposed(world);
    expect(definitions.marks).toEqual([]);
    expect(definitions.items.find(({ item }) => item === flips)).toMatchObject({ from: null, to: null });
    await decide(world, { apply: false });
    await sits(world, 'ben', 'right', { version: after });
    expect(await waitingFor(world.db, after, quiz)).toBe(1);
    await decide(world);
    expect((await world.attempt('ann')).items[0]?.voided).toBe(true);
    expect(await scores(world)).toEqual({ ann: 1, ben: 1 });
    expect(await waitingFor(world.db, after, quiz)).toBe(0);
    expect(await wrongRows()).toBe(0);
  });
});

describe('people who go or come together', () => {
  test('regraded marks stay with graded work whose learner deleted the account, and can be undone there', async () => {
    await sits(world, 'ann', 'right');
    const before = await scores(world);
    await decide(world);
    await forgetLearner(world, 'ann');
    expect(await scores(world)).toEqual({ ann: 0.5 });
    expect(await wrongRows()).toBe(0);
    expect(await undo()).toBeNull();
    expect(await scores(world)).toEqual(before);
    expect(await wrongRows()).toBe(0);
  });

  test('regraded marks move with a history that is merged into an account', async () => {
    await sits(world, 'ann', 'right');
    await decide(world);
    await createLearner(world.db, { id: 'other', now: 0 });
    world.db.client.prepare("update attempts set learner_id = 'other' where id = 'ann'").run();
    world.db.client.prepare("update responses set learner_id = 'other' where attempt_id = 'ann'").run();
    await rebuild(world.db);
    expect(await mergeLearners(world.db, 'other', 'ann')).toBe(true);
    expect((await world.attempt('ann')).items[0]?.response).toMatchObject({ score: 0 });
    expect(await wrongRows()).toBe(0);
  });

  test('a teacher who goes, or an assignment that is deleted, takes no mark along', async () => {
    await sits(world, 'ann', 'right');
    await decide(world);
    await forgetLearner(world, 'tess');
    world.db.client.prepare('delete from assignments').run();
    expect((await world.attempt('ann')).items[0]?.response).toMatchObject({ score: 0 });
    expect(await wrongRows()).toBe(0);
    await deleteAssignment(world.db, quiz.id);
    expect(await regradesFor(world.db, 'ann', { attemptId: 'ann' })).toMatchObject([{ by: null, assignmentId: null }]);
  });
});
