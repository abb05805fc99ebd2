import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { contest, disputedValue, viewContest } from '#app/use-cases/regrading/contest.server.ts';
import { disputedItems, reply } from '#app/use-cases/regrading/disputes.server.ts';
import { longestReply, longestStatement, mostOpenDisputes } from '#app/use-cases/regrading/lengths.ts';
import { viewAttempt } from '#app/use-cases/view-attempt.server.ts';
import { viewResult } from '#app/use-cases/view-result.server.ts';
import { createAccount } from '#db/accounts.ts';
import { listAudit } from '#db/audit.ts';
import { type Cohort, changeCohort, findCohort, joinCohort, leaveCohort } from '#db/cohorts.ts';
import { countOpenDisputes, disputesBy } from '#db/disputes.ts';
import { createLearner } from '#db/learners.ts';
import { newAccount } from '../../db/fresh.ts';
import { course, newWorld, nine, type TestWorld } from '../world.ts';

let world: TestWorld;
let cohort: Cohort;
beforeEach(async () => {
  world = await newWorld();
  for (const id of ['tess', 'ann', 'ben']) {
    await createLearner(world.db, { id, now: 0 });
    await createAccount(world.db, newAccount({ learnerId: id, name: id, email: `${id}@example.org` }));
  }
  const made = await makeCohort(world, 'tess', { course: course.id, name: 'Spring', formKey: world.keyShown() });
  cohort = (await findCohort(world.db, 'cohortId' in made ? made.cohortId : '')) as Cohort;
  for (const id of ['ann', 'ben']) await joinCohort(world.db, cohort.id, id, nine);
});
afterEach(() => world.db.close());

/** Ann answers the first question of a quiz wrong. Returns the response's id. */
async function answer(mode: 'practice' | 'mock' = 'practice'): Promise<string> {
  const quiz = await world.quiz(1, mode);
  await world.answer(quiz.id, 0, 'wrong');
  return (await world.attempt(quiz.id)).items[0]?.response?.id ?? '';
}

async function form(responseId: string, over: { what?: string; statement?: string; formKey?: string } = {}) {
  const first = (await viewContest(world, 'ann', responseId))?.cases[0]?.criteria[0];
  if (!first) throw new Error('Nothing can be disputed.');
  return { responseId, what: disputedValue(0, first), statement: 'They were paid for it.', formKey: world.keyShown(), ...over };
}

const send = async (over: Parameters<typeof form>[1] = {}) => {
  const responseId = await answer();
  expect(await contest(world, 'ann', await form(responseId, over))).toBeNull();
  return responseId;
};
const disputes = () => disputesBy(world.db, 'ann', { cohortId: cohort.id });
const answering = (disputeId: string, over: { decision?: string; words?: string } = {}) =>
  reply(world, { actorId: 'tess', cohort, disputeId, decision: 'accept', words: 'You are right.', ...over });

test('a dispute is kept with what it is about, and the same form again keeps nothing new', async () => {
  const responseId = await answer();
  const sent = await form(responseId, { statement: '  They were   paid. ' });
  expect(await contest(world, 'ann', sent)).toBeNull();
  expect(await contest(world, 'ann', sent)).toBeNull();
  const kept = await disputes();
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ responseId, statement: 'They were paid.', accepted: null, reply: null });
  expect(sent.what).toBe(disputedValue(0, kept[0]?.disputed as never));
});

test('a fact of the story is disputed in the words that tell it', async () => {
  const responseId = await answer();
  const view = await viewContest(world, 'ann', responseId);
  const fact = view?.cases[0]?.facts[0];
  const story = view?.question.item.stories[0]?.paragraphs.join(' ') ?? '';
  expect(story).toContain(fact?.words);
  expect(await contest(world, 'ann', await form(responseId, { what: disputedValue(0, fact as never) }))).toBeNull();
  expect((await disputes())[0]?.disputed).toEqual(fact);
});

test('a form with mistakes says what to mend and keeps nothing', async () => {
  const responseId = await answer();
  for (const [over, field] of [
    [{ what: '' }, 'what'],
    [{ what: '0/fact/never told' }, 'what'],
    [{ statement: ' ' }, 'statement'],
    [{ statement: 'x'.repeat(longestStatement + 1) }, 'statement'],
  ] as const)
    expect(await contest(world, 'ann', await form(responseId, over))).toEqual({ problems: { [field]: expect.any(String) } });
  expect(await disputes()).toEqual([]);
});

test('an answer has one open dispute at a time; once it is answered, another may follow', async () => {
  const responseId = await send();
  const second = await contest(world, 'ann', await form(responseId));
  expect(second).toEqual({ problems: { '': expect.stringContaining('already') } });
  expect(await answering((await disputes())[0]?.id ?? '', { decision: 'decline' })).toBeNull();
  expect(await contest(world, 'ann', await form(responseId))).toBeNull();
  expect(await disputes()).toHaveLength(2);
});

test('twenty disputes of one learner may wait in a cohort; when one is answered there is room for another', async () => {
  for (let n = 0; n < mostOpenDisputes; n++) await send();
  const last = (await disputes())[0];
  const responseId = await answer();
  const sent = await form(responseId);
  expect(await contest(world, 'ann', sent)).toEqual({ problems: { '': expect.stringContaining('20 open disputes') } });
  // A form that was taken is taken again, to the same effect.
  const again = await form(last?.responseId ?? '', { formKey: last?.formKey ?? '' });
  expect(await contest(world, 'ann', again)).toBeNull();
  expect(await disputes()).toHaveLength(mostOpenDisputes);
  await answering(last?.id ?? '');
  expect(await contest(world, 'ann', sent)).toBeNull();
  expect(await disputes()).toHaveLength(mostOpenDisputes + 1);
});

test('nothing is disputed by others, before feedback is out, or outside a cohort that learns', async () => {
  const responseId = await answer();
  const sent = await form(responseId);
  const early = await answer('mock');
  expect(await viewContest(world, 'ann', early)).toBeNull();
  expect(await viewContest(world, 'ben', responseId)).toBeNull();
  expect(await contest(world, 'ben', sent)).toBe('nothing here');
  await changeCohort(world.db, cohort.id, { archivedAt: nine });
  expect(await viewContest(world, 'ann', responseId)).toBeNull();
  await changeCohort(world.db, cohort.id, { archivedAt: null });
  await leaveCohort(world.db, cohort.id, 'ann', nine);
  expect(await contest(world, 'ann', sent)).toBe('nothing here');
  expect(await disputes()).toEqual([]);
});

test('feedback and result lead to the dispute for members alone', async () => {
  const quiz = await world.quiz(1);
  await world.answer(quiz.id, 0, 'wrong');
  const leads = async () => {
    const shown = (await viewAttempt(world, 'ann', quiz.id, { at: 0 }))?.shown;
    return [shown?.state === 'answered' && shown.mayContest, (await viewResult(world, 'ann', quiz.id))?.mayContest];
  };
  expect(await leads()).toEqual([true, true]);
  await leaveCohort(world.db, cohort.id, 'ann', nine);
  expect(await leads()).toEqual([false, false]);
});

test('those who teach see disputes by question with answer and checklist, until the learner leaves', async () => {
  const responseId = await send();
  const [item, ...others] = await disputedItems(world, cohort.id, course);
  expect(others).toEqual([]);
  expect(item).toMatchObject({ item: (await disputes())[0]?.itemId, open: 1 });
  expect(item?.review?.cases[0]?.checklists.length).toBeGreaterThan(0);
  const yours = (await viewContest(world, 'ann', responseId))?.question.yours;
  expect(item?.disputes[0]).toMatchObject({ name: 'ann', statement: 'They were paid for it.', yours, right: false, accepted: null });
  expect(await countOpenDisputes(world.db, cohort.id)).toBe(1);
  await leaveCohort(world.db, cohort.id, 'ann', nine);
  expect(await disputedItems(world, cohort.id, course)).toEqual([]);
  expect(await countOpenDisputes(world.db, cohort.id)).toBe(0);
  expect(await answering((await disputes())[0]?.id ?? '')).toBe('nothing here');
});

test('a dispute is answered once, in words that the learner reads, and the audit log has it', async () => {
  await send();
  const id = (await disputes())[0]?.id ?? '';
  expect(await answering(id, { words: ' ' })).toEqual({ problems: { reply: expect.any(String) } });
  expect(await answering(id, { words: 'x'.repeat(longestReply + 1) })).toEqual({ problems: { reply: expect.any(String) } });
  expect(await answering(id, { decision: '' })).toEqual({ problems: { decision: expect.any(String) } });
  expect(await answering(id)).toBeNull();
  expect(await answering(id)).toBeNull();
  expect(await answering(id, { decision: 'decline' })).toEqual({ problems: { '': expect.stringContaining('already') } });
  expect((await disputes())[0]).toMatchObject({ accepted: true, reply: 'You are right.', repliedBy: 'tess' });
  expect(await countOpenDisputes(world.db, cohort.id)).toBe(0);
  expect((await listAudit(world.db, { limit: 20 })).filter(({ action }) => action === 'dispute-answered')).toHaveLength(1);
});

test('a dispute is answered from its own cohort alone', async () => {
  await send();
  const made = await makeCohort(world, 'tess', { course: course.id, name: 'Autumn', formKey: world.keyShown() });
  const other = (await findCohort(world.db, 'cohortId' in made ? made.cohortId : '')) as Cohort;
  const disputeId = (await disputes())[0]?.id ?? '';
  expect(await reply(world, { actorId: 'tess', cohort: other, disputeId, decision: 'accept', words: 'Yes.' })).toBe('nothing here');
  expect(await disputedItems(world, other.id, course)).toEqual([]);
});
