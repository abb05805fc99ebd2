import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joinCodeFrom, readJoinCode } from '#app/access/join-code.ts';
import { type Calendar, utcCalendar } from '#app/learning/calendar.ts';
import { reasonLine } from '#app/pages/teach/help-words.ts';
import { forgetLearner } from '#app/use-cases/accounts/forget-learner.server.ts';
import { boardPage, boardQuery, boardSummary, perBoardPage } from '#app/use-cases/cohorts/board.server.ts';
import { archiveCohort, closeJoining, makeCohort, removeCohort, renewJoinCode } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { findInvite, joinByCode, leave } from '#app/use-cases/cohorts/join-cohort.server.ts';
import { noteLearnerLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { addCoInstructor, invitePeople, previewPeople, removeMember } from '#app/use-cases/cohorts/people.server.ts';
import { keepNote, viewLearner } from '#app/use-cases/cohorts/view-learner.server.ts';
import type { Visit } from '#app/use-cases/scope.ts';
import { viewProgress } from '#app/use-cases/view-progress.server.ts';
import { createAccount, setRole } from '#db/accounts.ts';
import { listAudit } from '#db/audit.ts';
import {
  type Cohort,
  cohortsOwnedBy,
  cohortsTaughtBy,
  countMembers,
  findCohort,
  instructorsOf,
  membersOf,
  standingIn,
} from '#db/cohorts.ts';
import { exportLearner } from '#db/export.ts';
import { invitationsOf } from '#db/invitations.ts';
import { createLearner, deleteLearner } from '#db/learners.ts';
import { noteAbout } from '#db/notes.ts';
import { newAccount } from '../../db/fresh.ts';
import { visitTo } from '../../visit.ts';
import { mailSink } from '../mail-sink.ts';
import { course, newWorld, type TestWorld } from '../world.ts';
import { sit, tellingItems } from './class-of.ts';

let world: TestWorld & Visit;
let cohort: Cohort;
beforeEach(async () => {
  world = visitTo(await newWorld());
  for (const [id, role] of [
    ['tess', 'instructor'],
    ['ivo', 'instructor'],
    ['ann', 'learner'],
    ['ben', 'learner'],
  ] as const) {
    await createLearner(world.db, { id, now: 0 });
    await createAccount(world.db, newAccount({ learnerId: id, name: `${id} Example`, email: `${id}@example.org`, role }));
  }
  cohort = await made('Spring');
});
afterEach(() => world.db.close());

async function made(name: string): Promise<Cohort> {
  const { cohortId } = (await makeCohort(world, 'tess', { course: course.id, name, formKey: world.keyShown() })) as { cohortId: string };
  return (await findCohort(world.db, cohortId)) as Cohort;
}
/** Returns the id of the cohort joined, null where the code joins none. */
async function join(who: string, code: string | null = cohort.joinCode): Promise<string | null> {
  const joined = await joinByCode(world, who, code ?? '');
  return 'cohortId' in joined ? joined.cohortId : null;
}

/** Tess invites a list of people. */
async function invite(visit: typeof world, list: string) {
  const made = await invitePeople(visit, 'tess', cohort, list);
  if ('problem' in made) throw new Error(made.problem);
  return made;
}

describe('making a cohort', () => {
  test('makes its maker the owner and gives it a code', async () => {
    expect(await cohortsTaughtBy(world.db, 'tess')).toEqual([expect.objectContaining({ name: 'Spring', owner: true, members: 0 })]);
    expect(readJoinCode(cohort.joinCode ?? '')).toBe(cohort.joinCode);
  });

  test('from a form sent twice makes one', async () => {
    const formKey = world.keyShown();
    const twice = [0, 1].map(() => makeCohort(world, 'tess', { course: course.id, name: 'Twice', formKey }));
    const [first, second] = await Promise.all(twice);
    expect(first).toEqual(second);
    expect(await cohortsTaughtBy(world.db, 'tess')).toHaveLength(2);
  });

  test('without a name says so', async () => {
    const refused = await makeCohort(world, 'tess', { course: course.id, name: '  ', formKey: world.keyShown() });
    expect(refused).toEqual({ problems: { name: expect.stringContaining('Give the cohort a name') } });
  });
});

describe('a code', () => {
  test('is read as people type it, and holds no signs that are taken for each other', () => {
    const code = joinCodeFrom('0O1ILUabcdefgh2');
    expect(code).toBe('ABCD-EFGH');
    expect([' abcd efgh', 'ABCD–EFGH', 'abcdefgh'].map(readJoinCode)).toEqual([code, code, code]);
    expect(['ABCD-EFG', 'ABCD-EFGO', ''].map(readJoinCode)).toEqual([null, null, null]);
  });

  test('joins once, whatever is pressed', async () => {
    expect(await join('ann')).toBe(cohort.id);
    expect(await join('ann')).toBe(cohort.id);
    expect(await countMembers(world.db, cohort.id)).toBe(1);
    expect(await standingIn(world.db, cohort.id, 'ann')).toBe('member');
  });

  test('no longer joins once it is renewed or closed, or the cohort put away', async () => {
    const old = cohort.joinCode;
    await renewJoinCode(world, cohort.id);
    expect(await join('ann', old)).toBeNull();
    const renewed = (await findCohort(world.db, cohort.id))?.joinCode ?? '';
    await archiveCohort(world, cohort.id, true);
    expect(await join('ann', renewed)).toBeNull();
    await archiveCohort(world, cohort.id, false);
    expect(await join('ann', renewed)).toBe(cohort.id);
    await closeJoining(world, cohort.id);
    expect(await join('ben', renewed)).toBeNull();
  });

  test('cannot be tried out: misses from one address are held up', async () => {
    const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
    const answers: string[] = [];
    for (let n = 0; n < 101; n++) {
      const answer = await findInvite(world, null, `AAAA-AA${signs[n % 30]}${signs[Math.floor(n / 30)]}`);
      answers.push('problem' in answer ? answer.problem : 'found');
    }
    expect(answers[0]).toContain('No cohort can be joined');
    expect(answers.at(-1)).toContain('too many tries');
    // The right code no longer tells either, by no way in.
    expect(await findInvite(world, null, cohort.joinCode ?? '')).toEqual({ problem: expect.stringContaining('too many tries') });
    expect(await join('ann')).toBeNull();
  });
});

test('a learner who tries codes out is held up from whatever address, and others there are not', async () => {
  for (let n = 0; n < 10; n++) {
    const miss = await joinByCode({ ...world, address: `192.0.2.${n}` }, 'ann', `AAAA-AA${n % 8}${'CDEFGH'[n % 6]}`);
    expect(miss).toEqual({ problem: expect.stringContaining('No cohort can be joined') });
  }
  const right = cohort.joinCode ?? '';
  expect(await findInvite(world, 'ann', right)).toEqual({ problem: expect.stringContaining('too many tries') });
  expect(await join('ann')).toBeNull();
  expect(await join('ben')).toBe(cohort.id);
});

describe('leaving', () => {
  test('keeps what was learnt and ends what instructors see; coming back shows it again', { timeout: 60_000 }, async () => {
    // Figures are kept for a while, twenty times as long as they took.
    await join('ann');
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'right');
    const seen = async () => (await overviewOf(world, cohort.id, course)).learners.map(({ id, lastAt }) => [id, lastAt !== null]);
    expect(await seen()).toEqual([['ann', true]]);
    await leave(world, cohort.id, 'ann');
    expect(await seen()).toEqual([]);
    expect((await exportLearner(world.db, 'ann'))?.responses).toHaveLength(1);
    await join('ann');
    expect(await seen()).toEqual([['ann', true]]);
  });

  test('by an instructor is noted', async () => {
    await join('ann');
    await removeMember(world, 'tess', cohort, 'ann');
    await removeMember(world, 'tess', cohort, 'ann');
    expect((await listAudit(world.db, { limit: 9 })).map(({ action, subject }) => [action, subject])).toEqual([
      ['learner-removed', 'ann Example'],
    ]);
  });
});

const everyAnswer = { before: null, item: null, idea: null };

describe('adding people from a list', () => {
  const list = 'Name;Email\nCara Crest;cara@example.org\nAnn;ann@example.org\nNobody;not an address\n';

  test('shows what each line will do and does nothing yet', async () => {
    await join('ann');
    const lines = await previewPeople(world.db, cohort.id, list);
    expect(lines.map(({ line, effect }) => [line, effect])).toEqual([
      [2, 'invite'],
      [3, 'leave-out'],
      [4, 'leave-out'],
    ]);
    expect(lines[2]?.problem).toEqual(expect.any(String));
    expect(await countMembers(world.db, cohort.id)).toBe(1);
  });

  test('says the same of an address with an account and one without', async () => {
    const [known, unknown] = await previewPeople(world.db, cohort.id, 'Ben,ben@example.org\nNew,new@example.org');
    expect([known?.effect, unknown?.effect]).toEqual(['invite', 'invite']);
  });

  test('gives each a link of their own that joins once', async () => {
    const made = await invite(world, list);
    expect(made.map(({ name, email }) => [name, email])).toEqual([
      ['Cara Crest', 'cara@example.org'],
      ['Ann', 'ann@example.org'],
    ]);
    const token = made[0]?.href.split('/join/')[1] ?? '';
    expect(await findInvite(world, null, token)).toMatchObject({ name: 'Spring', invited: 'Cara Crest', instructors: ['tess Example'] });
    expect(await join('ben', token)).toBe(cohort.id);
    expect(await join('ann', token)).toBeNull();
    expect(world.db.client.serialize().includes(token)).toBe(false);
  });

  test('sends a mailbox three letters in a day, and makes the link all the same', async () => {
    const { letters, mail, close } = await mailSink();
    const later: Promise<unknown>[] = [];
    const withMail = { ...world, mail, later: (act: () => Promise<void>) => void later.push(act()) };
    for (let n = 0; n < 5; n++) {
      expect(await invite(withMail, 'Cara Crest,cara@example.org')).toHaveLength(1);
      await Promise.all(later);
    }
    await invite(withMail, 'dan@example.org');
    await Promise.all(later);
    await close();
    expect(letters.map(({ to }) => to)).toEqual([...Array(3).fill(['cara@example.org']), ['dan@example.org']]);
  });

  test('makes ten thousand links of one account in a day, and beyond that says when it goes on and keeps nobody', async () => {
    const long = (from: number) => Array.from({ length: 5000 }, (_, n) => `p${from + n}@example.org`).join('\n');
    expect(await world.brake.invite('tess', 5001)).toBe(0);
    expect(await invitePeople(world, 'tess', cohort, long(0))).toEqual({ problem: expect.stringContaining('has to wait 24 hours') });
    expect(await invitationsOf(world.db, cohort.id)).toEqual([]);
    expect(await invite(world, 'cara@example.org')).toHaveLength(1);
    expect(await invitePeople(world, 'ivo', cohort, 'dan@example.org')).toHaveLength(1);
  });

  test('sends each their link where mail is set up, and goes on where an address is not taken', async () => {
    const { letters, mail, close } = await mailSink((address) => address === 'gone@example.org');
    const later: Promise<unknown>[] = [];
    const withMail = { ...world, mail, later: (act: () => Promise<void>) => void later.push(act()) };
    const made = await invite(withMail, 'Gil Gone,gone@example.org\nCara Crest,cara@example.org\nnobody');
    await Promise.allSettled(later);
    await close();
    expect(made).toHaveLength(2);
    expect(letters.map(({ to }) => to)).toEqual([['cara@example.org']]);
    const token = /http:\/\/localhost:3000\/join\/([\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
    expect(await findInvite(world, null, token)).toMatchObject({ name: 'Spring', invited: 'Cara Crest' });
  });

  test('a second link ends the first', async () => {
    const [first] = await invite(world, 'cara@example.org');
    expect((await previewPeople(world.db, cohort.id, 'cara@example.org'))[0]?.effect).toBe('renew');
    const [second] = await invite(world, 'cara@example.org');
    const token = (href: string | undefined) => href?.split('/join/')[1] ?? '';
    expect(await join('ben', token(first?.href))).toBeNull();
    expect(await join('ben', token(second?.href))).toBe(cohort.id);
  });
});

describe('who teaches', () => {
  test('a co-instructor has to be one already, and a learner is not found', async () => {
    const notFound = { problem: expect.stringContaining('No instructor has this address') };
    expect(await addCoInstructor(world, 'tess', cohort, 'ann@example.org')).toEqual(notFound);
    expect(await addCoInstructor(world, 'tess', cohort, 'nobody@example.org')).toEqual(notFound);
    expect(await addCoInstructor(world, 'tess', cohort, ' Ivo@example.org')).toBeNull();
    expect(await standingIn(world.db, cohort.id, 'ivo')).toBe('co-instructor');
    expect((await instructorsOf(world.db, cohort.id)).map(({ name }) => name)).toEqual(['tess Example', 'ivo Example']);
  });

  test('deleting a cohort leaves its learners what they did', async () => {
    await join('ann');
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'right');
    await removeCohort(world, 'tess', cohort);
    expect(await findCohort(world.db, cohort.id)).toBeNull();
    expect((await exportLearner(world.db, 'ann'))?.responses).toHaveLength(1);
  });

  test('a cohort goes to who teaches it along the longest when its owner deletes their account, and that is noted', async () => {
    await addCoInstructor(world, 'tess', cohort, 'ivo@example.org');
    const alone = await made('Alone');
    expect((await cohortsOwnedBy(world.db, 'tess')).map(({ name, heir }) => [name, heir?.name ?? null])).toEqual([
      ['Alone', null],
      ['Spring', 'ivo Example'],
    ]);
    await forgetLearner(world, 'tess');
    expect(await standingIn(world.db, cohort.id, 'ivo')).toBe('owner');
    expect((await instructorsOf(world.db, cohort.id)).map(({ name }) => name)).toEqual(['ivo Example']);
    expect(await instructorsOf(world.db, alone.id)).toEqual([]);
    const [noted] = await listAudit(world.db, { subjectId: 'ivo', limit: 1 });
    expect(noted).toMatchObject({ action: 'cohort-handed-over', actor: null, detail: 'Spring' });
  });

  test('an account that may no longer teach inherits nothing', async () => {
    await addCoInstructor(world, 'tess', cohort, 'ivo@example.org');
    await setRole(world.db, 'ivo', 'learner');
    expect((await cohortsOwnedBy(world.db, 'tess')).map(({ heir }) => heir)).toEqual([null]);
  });

  test('deleting a learner takes them and what was noted out of the cohort', async () => {
    await join('ann');
    await keepNote(world, { actorId: 'tess', cohort, learnerId: 'ann', text: 'Shy.' });
    await deleteLearner(world.db, 'ann');
    expect(await membersOf(world.db, cohort.id, { limit: 9 })).toEqual([]);
    expect(await noteAbout(world.db, cohort.id, 'ann')).toBeNull();
  });
});

describe('what an instructor sees', () => {
  test('of one learner: every answer with its explanation, by criterion and by kind', async () => {
    await join('ann');
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'right');
    world.pass(60);
    await world.answer(quiz.id, 1, 'wrong');
    const view = await viewLearner(world, cohort, course, 'ann', everyAnswer, utcCalendar);
    expect(view.timeline.map(({ right }) => right)).toEqual([false, true]);
    expect(view.timeline[0]?.question?.feedback.outcome).not.toBe('right');
    expect(view.firmness.abouts.reduce((sum, { mastery }) => sum + mastery.answers, 0)).toBe(2);
    expect(view.kinds.reduce((sum, line) => sum + line.marked, 0)).toBe(2);
    const own = await viewProgress(world, 'ann', course, utcCalendar);
    // No percentage without its range, and the same as the learner is told.
    expect(view.firmness).toEqual({ abouts: own.abouts.map(({ reviewFrom: _, ...one }) => one), lessons: own.lessons });
  });

  test('of one learner: days as whoever looks has them, like on the learner’s own page', async () => {
    await join('ann');
    const [item = ''] = tellingItems;
    await sit(world, 'ann', [item, item], ['right', 'right']);
    const [second, first] = (await viewLearner(world, cohort, course, 'ann', everyAnswer, utcCalendar)).timeline.map(({ at }) => at);
    expect(first).toBeLessThan(second ?? 0);
    // A zone where midnight came between the two.
    const night = { ...utcCalendar, dayOf: (at: number) => (at > (first ?? 0) ? '2026-01-06' : '2026-01-05') };
    const missing = async (calendar: Calendar) =>
      (await viewLearner(world, cohort, course, 'ann', everyAnswer, calendar)).firmness.abouts.flatMap(({ mastery }) => mastery.missing);
    expect(await missing(utcCalendar)).toContain('days');
    expect(await missing(night)).not.toContain('days');
    const own = await viewProgress(world, 'ann', course, night);
    expect(own.abouts.flatMap(({ mastery }) => mastery.missing)).toEqual(await missing(night));
  });

  test('of one learner: the answers behind a reason, and no others', async () => {
    await join('ann');
    await sit(world, 'ann', tellingItems, ['right', 'wrong', 'wrong']);
    const all = await viewLearner(world, cohort, course, 'ann', everyAnswer, utcCalendar);
    const [idea] = all.misconceptions;
    const behind = await viewLearner(world, cohort, course, 'ann', { ...everyAnswer, idea: idea?.id ?? 'none' }, utcCalendar);
    expect(idea?.times).toBeGreaterThan(0);
    expect(behind.timeline).toHaveLength(idea?.times ?? 0);
    expect(behind.timeline.every(({ misconceptions }) => misconceptions.includes(idea?.name ?? ''))).toBe(true);
    expect(behind).toMatchObject({ found: idea?.times, answers: 3, firmness: all.firmness });
    const ofItem = await viewLearner(world, cohort, course, 'ann', { ...everyAnswer, item: tellingItems[0] ?? 'none' }, utcCalendar);
    expect(ofItem.timeline.map(({ right }) => right)).toEqual([true]);
    expect(all.days).toEqual([{ day: '2026-01-05', count: 3 }]);
  });

  test('every reason leads to what it rests on', () => {
    const names = { item: (id: string) => `item ${id}`, misconception: (id: string) => `idea ${id}` };
    const lines = (
      [
        { kind: 'missed', assignmentId: 'a1', title: 'Quiz', days: 2 },
        { kind: 'stuck', itemId: 'i&1', tries: 4 },
        { kind: 'same-idea', misconception: 'm1', times: 3 },
        { kind: 'fell-off', days: 15 },
        { kind: 'not-started', days: 8 },
      ] as const
    ).map((reason) => reasonLine(reason, names, 'c', 'l'));
    expect(lines).toEqual([
      { words: '“Quiz” was due 2 days ago, and is not begun.', href: '/teach/c/assignments/a1?learner=l#learner-l' },
      { words: 'Tried one question 4 times, never right: item i&1.', href: '/teach/c/learners/l?item=i%261#answers' },
      { words: 'The same idea behind 3 recent answers: “idea m1”.', href: '/teach/c/learners/l?idea=m1#answers' },
      { words: 'Started, but has not been here for 15 days.', href: '/teach/c/learners/l#answers' },
      { words: 'Joined 8 days ago and has not started.', href: '/teach/c/learners/l#answers' },
    ]);
  });

  test('nothing of a test that still runs', async () => {
    await join('ann');
    const test = await world.quiz(1, 'mock');
    await world.answer(test.id, 0, 'wrong');
    expect((await viewLearner(world, cohort, course, 'ann', everyAnswer, utcCalendar)).answers).toBe(0);
  });

  test('looking is noted once an hour', async () => {
    await noteLearnerLook(world, 'tess', cohort, 'ann');
    world.pass(3599);
    await noteLearnerLook(world, 'tess', cohort, 'ann');
    expect(await listAudit(world.db, { limit: 9 })).toHaveLength(1);
    world.pass(2);
    await noteLearnerLook(world, 'tess', cohort, 'ann');
    expect(await listAudit(world.db, { limit: 9 })).toHaveLength(2);
  });

  test('the board is sorted, filtered, searched and paged', async () => {
    await join('ann');
    await join('ben');
    const quiz = await world.quiz(1);
    await world.answer(quiz.id, 0, 'right');
    const overview = await overviewOf(world, cohort.id, course);
    const namesFor = (asked: Record<string, string>) =>
      boardPage(overview, boardQuery.parse({ q: '', ...asked })).learners.map(({ id }) => id);
    expect(namesFor({})).toEqual(['ann', 'ben']);
    expect(namesFor({ sort: 'last' })).toEqual(['ben', 'ann']);
    expect(namesFor({ show: 'not-started' })).toEqual(['ben']);
    expect(namesFor({ q: 'BEN@' })).toEqual(['ben']);
    expect(namesFor({ sort: 'lesson-1', dir: 'up' })).toEqual(['ben', 'ann']);
    expect(namesFor({ sort: 'lesson-1', dir: 'down' })).toEqual(['ann', 'ben']);
    expect(namesFor({ sort: 'lesson-2' })).toEqual(['ann', 'ben']);
    expect(namesFor({ sort: 'lesson-0' })).toEqual(['ann', 'ben']);
    expect(namesFor({ sort: 'name', dir: 'down' })).toEqual(['ben', 'ann']);
    expect(namesFor({ sort: 'nonsense', page: '-4' })).toEqual(['ann', 'ben']);
    expect(boardPage(overview, boardQuery.parse({ q: '', page: '7' })).page).toBe(1);
    // Asked again after all these orders, the first is as it was.
    expect(namesFor({})).toEqual(['ann', 'ben']);
  });

  test('what stands above the board counts everybody', () => {
    const day = 86_400_000;
    const learner = (id: string, seen: number | null, states: readonly ('done' | 'in-progress')[], reasons: number) => ({
      id,
      name: id,
      email: `${id}@example.org`,
      joinedAt: 0,
      lastAt: seen,
      lessons: states.map((state) => ({ state, score: null })),
      done: states.filter((state) => state === 'done').length,
      score: null,
      marked: 0,
      reasons: Array.from({ length: reasons }, () => ({ kind: 'not-started' as const, days: 9 })),
    });
    const overview = {
      at: 20 * day,
      lessons: [],
      completion: [],
      activity: [],
      versions: [],
      learners: [
        learner('ann', 19 * day, ['done', 'done'], 0),
        learner('ben', 13 * day, ['done', 'in-progress'], 1),
        learner('cleo', null, ['in-progress', 'in-progress'], 2),
      ],
    };
    const { needing, ...counts } = boardSummary(overview);
    expect(counts).toEqual({ started: 2, week: 1, complete: 1 });
    expect(needing.map(({ id }) => id)).toEqual(['cleo', 'ben']);
    expect(boardSummary({ ...overview, learners: [] })).toEqual({ started: 0, week: 0, complete: 0, needing: [] });
  });

  test('a large class comes page by page, each learner once', () => {
    const learners = Array.from({ length: perBoardPage * 2 + 1 }, (_, n) => ({
      id: `${n}`,
      name: `Learner ${String(n).padStart(3, '0')}`,
      email: `${n}@example.org`,
      joinedAt: 0,
      lastAt: null,
      lessons: [],
      done: 0,
      score: null,
      marked: 0,
      reasons: [],
    }));
    const pageAt = (page: number) =>
      boardPage({ at: 0, lessons: [], completion: [], learners, activity: [], versions: [] }, boardQuery.parse({ q: 'learner', page }));
    expect([1, 2, 3].map((page) => pageAt(page).learners.length)).toEqual([perBoardPage, perBoardPage, 1]);
    expect(new Set([1, 2, 3].flatMap((page) => pageAt(page).learners.map(({ id }) => id))).size).toBe(learners.length);
    expect(pageAt(99)).toMatchObject({ page: 3, pages: 3, found: learners.length });
  });
});
