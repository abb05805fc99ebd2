import { afterEach, beforeEach, expect, test } from 'vitest';
import { itemTables } from '#app/pages/teach/item-tables.server.tsx';
import { derivedOf, disputablesOf, grade, keyOf, readingsOffered, readOtherwise } from '#app/quiz/quiz.ts';
import { forgetLearner } from '#app/use-cases/accounts/forget-learner.server.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { takeRegradeBack } from '#app/use-cases/regrading/decide.server.ts';
import { disputedItems } from '#app/use-cases/regrading/disputes.server.ts';
import { chosenBasis, followUps, forNobody, rulingChoice, rulingsInForce } from '#app/use-cases/regrading/rulings.server.ts';
import { viewAttempt } from '#app/use-cases/view-attempt.server.ts';
import { viewResult } from '#app/use-cases/view-result.server.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { answerDispute, disputesBy, openDispute } from '#db/disputes.ts';
import { createLearner } from '#db/learners.ts';
import { mergeLearners } from '#db/merge.ts';
import { rebuild } from '#db/rebuild.ts';
import { regradesOf, stands } from '#db/regrades.ts';
import { itemOf, course as realCourse, type TestWorld } from '../world.ts';
import { after, decide, flips, newClass, quiz, rowsIn, scores, sits } from './class-of-two.ts';

const item = after.item(flips);
if (!item) throw new Error('There is no question.');
/** What of the question can be read so that another answer is right. */
const disputed = disputablesOf(item)
  .flatMap(({ criteria, facts }) => [...criteria, ...facts])
  .find((one) => readingsOffered(item, one).length > 0);
if (!disputed) throw new Error('Nothing can be read otherwise.');

let world: TestWorld;
beforeEach(async () => {
  world = await newClass();
  for (const who of ['ann', 'ben']) await sits(world, who, who === 'ann' ? 'right' : 'wrong', { version: after });
  const dispute = { id: 'dispute', learnerId: 'ben', cohortId: 'cohort', responseId: 'response ben 0', itemId: flips, disputed };
  await openDispute(world.db, { ...dispute, statement: 'I read it otherwise.', at: 5, formKey: 'contest' });
});
afterEach(() => world.db.close());

const accept = (accepted = true) =>
  answerDispute(world.db, 'cohort', 'dispute', { accepted, reply: 'So.', repliedBy: 'tess', repliedAt: 6 });
async function choose(chosen?: string) {
  const choice = await rulingChoice(world, after, quiz, 'dispute');
  const basis = choice && chosenBasis(choice, chosen ?? choice.readings[0]?.ruling.change ?? '');
  if (!basis) throw new Error('Nothing was chosen.');
  return basis;
}
const undo = async () =>
  takeRegradeBack(world, { actorId: 'tess', assignment: quiz, regradeId: (await regradesOf(world.db, quiz.id)).find(stands)?.id ?? '' });

test('only an accepted dispute about a question of the quiz leads to a ruling, and only to one that is offered', async () => {
  expect(await rulingChoice(world, after, quiz, 'dispute')).toBeNull();
  await accept();
  expect(await rulingChoice(world, after, { ...quiz, items: [] }, 'dispute')).toBeNull();
  expect(await rulingChoice(world, after, { ...quiz, cohortId: 'other' }, 'dispute')).toBeNull();
  const choice = await rulingChoice(world, after, quiz, 'dispute');
  expect(choice && chosenBasis(choice, 'never offered')).toBeNull();
  expect(choice?.readings.length).toBeGreaterThan(0);
});

test('a declined dispute leads to none', async () => {
  await accept(false);
  expect(await rulingChoice(world, after, quiz, 'dispute')).toBeNull();
  expect((await disputedItems(world, 'cohort', after))[0]?.disputes[0]?.followUps).toEqual([]);
});

test('read otherwise, every mark follows from the other key, and all is undone', async () => {
  await accept();
  const rows = rowsIn(world);
  const basis = await choose();
  expect(await decide(world, { basis })).toBeNull();
  const read = basis.type === 'ruling' && basis.ruling.type === 'reading' ? readOtherwise(item, basis.ruling) : null;
  if (!read) throw new Error('It cannot be read otherwise.');
  // An option keeps its id when it comes to claim something else: what counts is what was claimed.
  const right = derivedOf(read).answer;
  for (const who of ['ann', 'ben']) {
    const { response } = (await findAttempt(world.db, who, who))?.items[0] ?? {};
    const claimed = response?.answer.type === 'choice' ? derivedOf(item).claims[response.answer.option] : null;
    expect(response?.right, who).toBe(claimed === right);
  }
  expect((await scores(world)).ann).toBe(0.5);
  expect((await rebuild(world.db, { check: true })).wrong).toBe(0);
  await undo();
  expect(rowsIn(world)).toEqual(rows);
});

test('each page of a finished attempt says of the question what was decided, as long as that stands', async () => {
  await accept();
  const scope = { ...world, course: () => after };
  const pages = async () => [
    (await viewAttempt(scope, 'ann', 'ann', { at: 0 }))?.decided,
    (await viewResult(scope, 'ann', 'ann'))?.questions[0]?.decided,
  ];
  expect(await pages()).toEqual([null, null]);
  await decide(world, { basis: await choose() });
  const read = expect.stringContaining('After a dispute, the story is read so that');
  expect(await pages()).toEqual([read, read]);
  expect((await viewAttempt(scope, 'ann', 'ann', { at: 1 }))?.decided).toBeNull();
  world.pass(60);
  await decide(world, { basis: await choose(forNobody) });
  const nobody = expect.stringContaining('counts for nobody');
  expect(await pages()).toEqual([nobody, nobody]);
  await undo();
  expect(await pages()).toEqual([read, read]);
  await undo();
  expect(await pages()).toEqual([null, null]);
});

test('the figures of a question say what was ruled, and which answer is right by that', async () => {
  await accept();
  const figures = async () => (await analysisOf(world, 'cohort', after, 'first')).items.find((one) => one.item === flips);
  expect(await figures()).toMatchObject({ rulings: [], n: 2 });
  expect((await figures())?.options.map(({ rightAsRuled }) => rightAsRuled)).toEqual([null, null]);
  await decide(world, { basis: await choose() });
  const ruled = await figures();
  expect(ruled?.rulings).toEqual([{ title: quiz.title, says: expect.stringContaining('the story is read so that') }]);
  const asRuled = ruled?.options.map(({ right, rightAsRuled }) => [right, rightAsRuled]);
  expect(asRuled).toContainEqual([true, false]);
  const share = (ruled?.options ?? []).reduce((sum, { count, rightAsRuled }) => sum + (rightAsRuled ? count : 0), 0) / 2;
  expect(ruled?.facility).toBe(share);
  const page = itemTables(after, await analysisOf(world, 'cohort', after, 'first')).join('');
  expect(page).toContain(`“${quiz.title}”: After a dispute, the story is read so that`);
  expect(page).toContain('right by the course, not as ruled');
  world.pass(60);
  await decide(world, { basis: await choose(forNobody) });
  expect(await figures()).toBeUndefined();
  expect(await rulingsInForce(world, 'cohort')).toMatchObject(new Map([[flips, [{ title: quiz.title, ruling: { type: 'void' } }]]]));
  await undo();
  expect((await figures())?.rulings).toHaveLength(1);
  await undo();
  expect(await figures()).toMatchObject({ rulings: [] });
});

test('the page of disputes names each quiz that asks the question, and what was decided there', async () => {
  await accept();
  const decided = async () => (await followUps(world, 'cohort', flips, ['dispute'])).get('dispute')?.map((one) => one.decided);
  expect((await disputedItems(world, 'cohort', after))[0]?.disputes[0]?.followUps).toEqual([
    { assignmentId: quiz.id, title: quiz.title, decided: null },
  ]);
  await decide(world, { basis: await choose(forNobody), apply: false });
  expect(await decided()).toEqual(['declined']);
  world.pass(1);
  await decide(world, { basis: await choose(forNobody) });
  expect(await decided()).toEqual(['applied']);
  await undo();
  expect(await decided()).toEqual(['undone']);
});

test('disputes come along when histories are merged, and go with their learner while the ruling stays', async () => {
  await accept();
  await decide(world, { basis: await choose(forNobody) });
  await createLearner(world.db, { id: 'device', now: 0 });
  world.db.client.prepare("update disputes set learner_id = 'device'").run();
  expect(await mergeLearners(world.db, 'device', 'ben')).toBe(true);
  expect(await disputesBy(world.db, 'ben', { cohortId: 'cohort' })).toHaveLength(1);
  await forgetLearner(world, 'ben');
  expect(world.db.client.prepare('select count(*) as n from disputes').get()).toEqual({ n: 0 });
  expect((await world.attempt('ann')).items[0]?.voided).toBe(true);
  expect((await rebuild(world.db, { check: true })).wrong).toBe(0);
});

test('in questions from all over the course, each reading offered turns the key, and what is then right is marked right', () => {
  let offered = 0;
  const some = Object.keys(realCourse.snapshot).filter((_, place) => place % 20 === 0);
  for (const id of some) {
    const asked = itemOf(id);
    for (const one of disputablesOf(asked).flatMap(({ criteria, facts }) => [...criteria, ...facts]))
      for (const { ruling } of readingsOffered(asked, one)) {
        const read = readOtherwise(asked, ruling);
        if (!read) throw new Error(`${id} cannot be read so.`);
        expect(derivedOf(read).answer, id).not.toBe(derivedOf(asked).answer);
        const key = keyOf(read);
        if (key) expect(grade(read, key), id).toMatchObject({ right: true, score: 1 });
        offered++;
      }
  }
  expect(offered).toBeGreaterThan(20);
});
