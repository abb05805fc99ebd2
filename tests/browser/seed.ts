/** Puts learners with a history into the test server's data file, by the code that the server itself uses. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import type { AppLoadContext } from '@remix-run/node';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Role } from '#app/access/actor.ts';
import type { CourseItem } from '#app/course/course.ts';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder, grade, toForm } from '#app/quiz/quiz.ts';
import { hashOf, keeper } from '#app/server/session.server.ts';
import { makeResetLink } from '#app/use-cases/accounts/links.server.ts';
import { answerCheck, checkSeed } from '#app/use-cases/answer-check.server.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { type AssignmentForm, setAssignment } from '#app/use-cases/assignments/set-assignment.server.ts';
import { handIn } from '#app/use-cases/assignments/settle.server.ts';
import { startAssignment } from '#app/use-cases/assignments/start-assignment.server.ts';
import { makeCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { certify } from '#app/use-cases/issue-certificate.server.ts';
import { readSection } from '#app/use-cases/read-section.server.ts';
import { contest, disputedValue, viewContest } from '#app/use-cases/regrading/contest.server.ts';
import { decideRegrade } from '#app/use-cases/regrading/decide.server.ts';
import { reply } from '#app/use-cases/regrading/disputes.server.ts';
import type { Keep, Scope } from '#app/use-cases/scope.ts';
import { accountByEmail, createAccount } from '#db/accounts.ts';
import { attemptsAt, findAssignment } from '#db/assignments.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { startAttempt } from '#db/attempts.ts';
import { findCohort, joinCohort } from '#db/cohorts.ts';
import { keepContentVersion } from '#db/content-versions.ts';
import { write } from '#db/database.ts';
import { disputesBy } from '#db/disputes.ts';
import { createLearner } from '#db/learners.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { deriveAnew } from '#db/rebuild.ts';
import { createSession } from '#db/sessions.ts';
import { unwatched, visitTo } from '../unit/visit.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { course, itemOfKind } from './the-course.ts';

export type Given = 'right' | 'wrong' | 'open';

/** A learner known to one browser context. */
export interface SeededLearner {
  /** Starts a quiz of exactly these items, and answers them as given; every one is left open where nothing is said. Returns its address. */
  readonly quiz: (
    items: readonly CourseItem[],
    options?: { mode?: 'practice' | 'mock'; given?: readonly Given[]; daysAgo?: number },
  ) => Promise<string>;
  /** Answers the checks of a lesson, right and wrong in turn, and marks its sections as read. */
  readonly study: (slug: string) => Promise<void>;
  /** Finishes a quiz of every lesson, and the capstone, everything right. */
  readonly complete: () => Promise<void>;
  /** Completes the course and has it certified; returns the code. */
  readonly certificate: (name: string) => Promise<string>;
  /** Gives the learner an account. */
  readonly account: (role: Role) => Promise<void>;
  /** Makes the learner a member of a cohort in which something is set, with a few answers; returns the page of what is seen of them. */
  readonly member: () => Promise<string>;
  /** Makes the learner a member of a cohort with answers; returns the page on which the first of them is disputed. */
  readonly contest: () => Promise<string>;
  /** Makes the learner an instructor with a cohort of six, one of whom has answered; returns its address and that of this learner. */
  readonly teach: () => Promise<{ readonly cohort: string; readonly learner: string; readonly code: string; readonly assignment: string }>;
  /** Makes the learner an instructor whose cohort sat a quiz under an earlier version of the course; returns the page of its regrade. */
  readonly regrade: () => Promise<string>;
  /** Makes the learner an instructor who has accepted a dispute about a graded quiz; returns the page on which what follows is chosen. */
  readonly ruling: () => Promise<string>;
  /** Makes the learner a member of a cohort who is told of a regrade; returns the class page. */
  readonly regraded: () => Promise<string>;
}

const keeps = { retention: { idle: 0, invitations: 0, audit: 0 }, backupHours: 0, backupsKept: 1 };

export class Seeder {
  readonly #db: OpenDatabase;
  readonly #scope: Scope;

  private constructor(db: OpenDatabase) {
    this.#db = db;
    db.readers.evidence = evidenceReader((id) => (id === course.id ? course : undefined));
    this.#scope = {
      db,
      now: Date.now,
      newId: v7,
      newSeed: () => 1,
      newCode: () => makeCode(randomBytes(codeBytes)),
      course: (id) => (id === course.id ? course : undefined),
    };
  }

  static async open(): Promise<Seeder> {
    return new Seeder(await openDatabase(path.join(process.env.CRITERION_TEST_DATA ?? '', 'test.db')));
  }

  close(): Promise<void> {
    return this.#db.close();
  }

  /** The data file itself, for what no function here makes. */
  get db(): OpenDatabase {
    return this.#db;
  }

  /** Makes a learner, with an account where a role is given. Returns the id. */
  async person(role: Role | null, name = 'Some Body'): Promise<string> {
    const learnerId = v7();
    await createLearner(this.#db, { id: learnerId, now: Date.now() });
    if (role) await this.#account(learnerId, role, name);
    return learnerId;
  }

  async #account(learnerId: string, role: Role, name: string): Promise<void> {
    const account = { learnerId, name, email: `${learnerId}@example.org`, passphraseHash: null, role, createdAt: Date.now() };
    await createAccount(this.#db, account);
  }

  async #teach(ownerId: string): Promise<{ cohort: string; learner: string; code: string; assignment: string }> {
    await this.#account(ownerId, 'instructor', 'Tess Teacher');
    const { id, code } = await this.cohort(ownerId);
    const members = await Promise.all(
      ['Ann', 'Ben', 'Cara', 'Dan', 'Eve', 'Finn'].map((name) => this.person('learner', `${name} Example`)),
    );
    for (const member of members) await joinCohort(this.#db, id, member, Date.now());
    const [first = ''] = members;
    const bank = course.bank(course.lessons[0]?.slug ?? '').slice(0, 3);
    await this.#quiz(first, bank, 'practice', ['wrong', 'right', 'wrong']);
    await this.dispute(first);
    for (const who of members.slice(0, 2)) await this.#quiz(who, [itemOfKind('grid')], 'practice', ['wrong']);
    const assignment = `/teach/${id}/assignments/${await this.assignment(id)}`;
    return { cohort: `/teach/${id}`, learner: `/teach/${id}/learners/${first}`, code, assignment };
  }

  async #member(learnerId: string): Promise<string> {
    await this.#account(learnerId, 'learner', 'Ann Example');
    const { id } = await this.cohort(await this.person('instructor', 'Tess Teacher'));
    await joinCohort(this.#db, id, learnerId, Date.now());
    await this.assignment(id);
    const bank = course.bank(course.lessons[0]?.slug ?? '').slice(0, 3);
    await this.#quiz(learnerId, bank, 'practice', ['wrong', 'right', 'wrong']);
    return `/cohorts/${id}/seen`;
  }

  /** Returns the id of an answer of this learner's, the oldest; answers a question wrong where there is none. */
  async answerOf(learnerId: string): Promise<string> {
    const { responses: r } = this.#db.tables;
    const first = () => this.#db.orm.select({ id: r.id }).from(r).where(eq(r.learnerId, learnerId)).orderBy(r.at, r.id).limit(1);
    if ((await first()).length === 0)
      await this.#quiz(learnerId, course.bank(course.lessons[0]?.slug ?? '').slice(0, 1), 'practice', ['wrong']);
    return (await first())[0]?.id ?? '';
  }

  /** A member of a cohort disputes an answer, for the first criterion of its checklist. */
  async dispute(learnerId: string): Promise<void> {
    const responseId = await this.answerOf(learnerId);
    const [criterion] = (await viewContest(this.#scope, learnerId, responseId))?.cases[0]?.criteria ?? [];
    if (!criterion) throw new Error('Nothing can be disputed.');
    const sent = { responseId, what: disputedValue(0, criterion), statement: 'Nobody asked them to do it.', formKey: v7() };
    const failed = await contest(this.#scope, learnerId, sent);
    if (failed) throw new Error(JSON.stringify(failed));
  }

  /** Sets a cohort a graded quiz on the first lesson, open for a day. Returns its id. */
  async assignment(cohortId: string, over: Partial<AssignmentForm> = {}): Promise<string> {
    const typed: AssignmentForm = {
      title: 'Quiz before class two',
      kind: 'quiz',
      lessons: [course.lessons[0]?.slug ?? ''],
      questions: '3',
      shuffled: true,
      attemptsAllowed: '1',
      counts: 'best',
      minutes: '20',
      held: true,
      opensAt: Date.now() - 1000,
      dueAt: Date.now() + 86_400_000,
      ...over,
    };
    const set = await setAssignment(this.#scope, { cohortId, course, formKey: v7(), typed });
    if ('problems' in set) throw new Error(JSON.stringify(set.problems));
    return set.assignmentId;
  }

  /** Starts a quiz of the first lesson. Returns the attempt's id. */
  async openQuiz(learnerId: string): Promise<string> {
    const bank = course.bank(course.lessons[0]?.slug ?? '').slice(0, 3);
    return (await this.#quiz(learnerId, bank, 'practice', [])).replace('/attempts/', '');
  }

  /** Takes an assigned quiz as somebody, right or wrong question by question. */
  async take(assignmentId: string, learnerId: string, given: readonly ('right' | 'wrong')[]): Promise<void> {
    const assignment = await findAssignment(this.#db, assignmentId);
    const started = assignment && (await startAssignment(this.#scope, learnerId, assignment, course.id, v7()));
    if (!started || 'problem' in started) throw new Error('The quiz was not begun.');
    const attempt = await findAttempt(this.#db, learnerId, started.attemptId);
    for (const { position, itemId, seed } of attempt?.items ?? []) {
      const item = course.item(itemId);
      if (!item) throw new Error(`No item ${itemId}`);
      const form = toForm(item, seed, given[position] === 'wrong' ? wrongAnswer(item) : rightAnswer(item));
      await answerItem(this.#scope, learnerId, { attemptId: started.attemptId, position, form, formKey: v7() });
    }
  }

  /** A cohort whose members, right and wrong in turn, have handed in a quiz that was marked by an earlier version of the course. */
  async outdatedQuiz(ownerId: string, members: readonly string[]) {
    const { id: cohortId } = await this.cohort(ownerId);
    const assignmentId = await this.assignment(cohortId, { held: false });
    for (const [index, member] of members.entries()) {
      await joinCohort(this.#db, cohortId, member, Date.now());
      await this.take(
        assignmentId,
        member,
        Array.from({ length: 3 }, () => (index % 2 === 0 ? 'right' : 'wrong')),
      );
      await this.handIn(assignmentId, member);
    }
    await this.outdate(assignmentId);
    const assignment = await findAssignment(this.#db, assignmentId);
    if (!assignment) throw new Error('There is no assignment.');
    return { cohortId, assignment, regrade: `/teach/${cohortId}/assignments/${assignmentId}/regrade` };
  }

  /** Hands in what a learner has open of an assignment. */
  async handIn(assignmentId: string, learnerId: string): Promise<void> {
    for (const { id, finishedAt } of await attemptsAt(this.#db, assignmentId, learnerId))
      if (finishedAt === null) await handIn(this.#scope, learnerId, id);
  }

  /** Lets the answers to an assignment be given, and marked, under an earlier version in which its first question had another key. */
  async outdate(assignmentId: string): Promise<void> {
    const assignment = await findAssignment(this.#db, assignmentId);
    const [item = ''] = assignment?.items ?? [];
    const then = course.snapshot[item];
    if (!assignment || !then) throw new Error('Nothing to outdate.');
    const earlier = { ...then, answer: 'another', key: 'What was right before', says: ['As the story was read before.'] };
    const version = { course: course.id, version: `before ${assignmentId}`, firstSeenAt: Date.now() };
    await keepContentVersion(this.#db, { ...version, snapshot: { ...course.snapshot, [item]: earlier } });
    const { responses: r, attempts: a } = this.#db.tables;
    const own = this.#db.orm.select({ id: a.id }).from(a).where(eq(a.assignmentId, assignmentId));
    await this.#db.orm.update(r).set({ contentVersion: version.version }).where(inArray(r.attemptId, own));
    const flipped = { score: sql`1 - ${r.score}`, right: sql`1 - ${r.right}`, misconceptions: [] };
    await this.#db.orm
      .update(r)
      .set(flipped)
      .where(and(inArray(r.attemptId, own), eq(r.itemId, item)));
    for (const { learnerId } of await attemptsAt(this.#db, assignmentId)) await write(this.#db, (tx) => deriveAnew(tx, learnerId));
  }

  /** Answers the first question of the second lesson wrong, three times over. */
  async getStuck(learnerId: string): Promise<void> {
    const bank = course.bank(course.lessons[1]?.slug ?? '').slice(0, 1);
    for (let n = 0; n < 3; n++) await this.#quiz(learnerId, bank, 'practice', ['wrong']);
  }

  /** Answers questions of a lesson as somebody does who holds a misconception, half of them two weeks ago. */
  async believe(learnerId: string, idea: string, lesson: string): Promise<void> {
    const telling = course.bank(lesson).flatMap((item) => {
      const answer = answerUnder(item, idea);
      return answer && grade(item, answer).right === false ? [{ item, answer }] : [];
    });
    for (const [part, daysAgo] of [
      [telling.slice(0, 3), 14],
      [telling.slice(3, 6), 0],
    ] as const)
      await this.#quiz(
        learnerId,
        part.map(({ item }) => item),
        'practice',
        part.map(({ answer }) => answer),
        daysAgo,
      );
  }

  /** Lets every deadline and due time of an assignment pass, as if the clock had run on. */
  async runOut(assignmentId: string): Promise<void> {
    const { orm, tables: t } = this.#db;
    const past = Date.now() - 60_000;
    await orm.update(t.assignments).set({ dueAt: past }).where(eq(t.assignments.id, assignmentId));
    await orm.update(t.extensions).set({ dueAt: past }).where(eq(t.extensions.assignmentId, assignmentId));
  }

  /** Lets the time for open attempts of one learner run out. */
  async endTime(learnerId: string): Promise<void> {
    const { orm, tables: t } = this.#db;
    await orm
      .update(t.attempts)
      .set({ deadline: Date.now() - 10_000 })
      .where(and(eq(t.attempts.learnerId, learnerId), isNull(t.attempts.finishedAt)));
  }

  /** Returns the id of the account with this address. */
  async idOf(email: string): Promise<string> {
    return (await accountByEmail(this.#db, email))?.learnerId ?? '';
  }

  /** Opens a session and returns the cookie, as a request sends it. */
  async cookie(learnerId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await createSession(this.#db, { tokenHash: hashOf(token), learnerId, createdAt: Date.now(), expiresAt: Date.now() + 3_600_000 });
    // Remix keeps a cookie's value as base64 of its JSON.
    return `criterion=${encodeURIComponent(btoa(JSON.stringify(token)))}`;
  }

  /** Makes a cohort of this owner. Returns its id and code. */
  async cohort(ownerId: string, name = 'A class'): Promise<{ id: string; code: string }> {
    const made = await makeCohort(this.#scope, ownerId, { course: course.id, name, formKey: v7() });
    const cohort = 'cohortId' in made ? await findCohort(this.#db, made.cohortId) : null;
    if (!cohort?.joinCode) throw new Error('The cohort was not made.');
    return { id: cohort.id, code: cohort.joinCode };
  }

  /** Makes a link for a new passphrase, as an administrator would; returns its address. */
  async resetLink(email: string): Promise<string> {
    const account = await accountByEmail(this.#db, email);
    if (!account) throw new Error(`No account has the address ${email}`);
    return makeResetLink(visitTo(this.#scope), account.learnerId, account.learnerId);
  }

  /** Makes a learner and gives the browser context the cookie that leads to it. */
  async learner(context: BrowserContext, baseURL: string): Promise<SeededLearner> {
    const world: AppLoadContext = { ...visitTo(this.#scope), ...unwatched, secure: false, development: false, trouble: null, keeps };
    const { keep, headers } = await keeper(new Request(baseURL), world);
    const learnerId = await keep(v7(), async (_, id) => id);
    const [name = '', value = ''] = headers.getSetCookie()[0]?.split(';')[0]?.split(/=(.*)/s) ?? [];
    await context.addCookies([{ name, value, url: baseURL, expires: Math.floor(Date.now() / 1000) + 3600 }]);
    const keepFor: Keep = (_, act) => act(this.#db, learnerId);
    return {
      quiz: (items, { mode = 'practice', given = [], daysAgo = 0 } = {}) => this.#quiz(learnerId, items, mode, given, daysAgo),
      study: (slug) => this.#study(keepFor, slug),
      complete: () => this.#complete(learnerId),
      certificate: (printed) => this.#certificate(learnerId, printed),
      account: (role) => this.#account(learnerId, role, 'Ada Example'),
      member: () => this.#member(learnerId),
      contest: async () => {
        await this.#member(learnerId);
        return `/answers/${await this.answerOf(learnerId)}/contest`;
      },
      teach: () => this.#teach(learnerId),
      regrade: async () => {
        await this.#account(learnerId, 'instructor', 'Tess Teacher');
        return (await this.outdatedQuiz(learnerId, await Promise.all(['Ann', 'Ben', 'Cara'].map((name) => this.person('learner', name)))))
          .regrade;
      },
      ruling: async () => {
        await this.#account(learnerId, 'instructor', 'Tess Teacher');
        const member = await this.person('learner', 'Ann Example');
        const { cohortId, regrade } = await this.outdatedQuiz(learnerId, [member]);
        await this.dispute(member);
        const [dispute] = await disputesBy(this.#db, member, { cohortId });
        const cohort = await findCohort(this.#db, cohortId);
        if (!dispute || !cohort) throw new Error('Nothing was disputed.');
        const sent = { actorId: learnerId, cohort, disputeId: dispute.id, decision: 'accept', words: 'You are right.' };
        if (await reply(this.#scope, sent)) throw new Error('It was not accepted.');
        return `${regrade}?dispute=${dispute.id}`;
      },
      regraded: async () => {
        await this.#account(learnerId, 'learner', 'Ann Example');
        const teacher = await this.person('instructor', 'Tess Teacher');
        const { cohortId, assignment } = await this.outdatedQuiz(teacher, [learnerId]);
        const basis = { type: 'definitions', version: course.version } as const;
        const decision = { actorId: teacher, course, assignment, basis, version: course.version, apply: true, note: '', formKey: v7() };
        await decideRegrade(this.#scope, { ...decision, note: 'We read it more closely now.' });
        return `/cohorts/${cohortId}`;
      },
    };
  }

  async #quiz(
    learnerId: string,
    items: readonly CourseItem[],
    mode: 'practice' | 'mock',
    given: readonly (Given | Answer)[],
    daysAgo = 0,
  ): Promise<string> {
    const then = Date.now() - daysAgo * 86_400_000;
    const lesson = course.lessonOf(items[0]?.spec.id ?? '') ?? '';
    const attemptId = v7();
    await startAttempt(
      this.#db,
      {
        id: attemptId,
        learnerId,
        course: course.id,
        lesson,
        mode,
        seed: 1,
        contentVersion: course.version,
        formKey: v7(),
        startedAt: then,
      },
      items.map((item, place) => ({ itemId: item.spec.id, seed: place })),
    );
    for (const [position, item] of items.entries()) {
      const how = given[position] ?? 'open';
      if (how === 'open') continue;
      const answer = how === 'right' ? rightAnswer(item) : how === 'wrong' ? wrongAnswer(item) : how;
      const form = toForm(item, position, answer);
      const kept = await answerItem({ ...this.#scope, now: () => then }, learnerId, { attemptId, position, form, formKey: v7() });
      if (!kept || 'problem' in kept) throw new Error(`The answer to ${item.spec.id} was not kept.`);
    }
    return `/attempts/${attemptId}`;
  }

  async #complete(learnerId: string): Promise<void> {
    for (const { slug, role } of course.lessons) {
      const bank = course.bank(slug);
      const edge = bank.find(({ spec }) => spec.kind === 'explain');
      const marked = bank.filter(({ spec }) => spec.kind !== 'explain').slice(0, 6);
      const items = role === 'capstone' && edge ? [...marked, edge] : marked;
      await this.#quiz(
        learnerId,
        items,
        'mock',
        items.map(() => 'right'),
      );
    }
  }

  async #certificate(learnerId: string, name: string): Promise<string> {
    await this.#complete(learnerId);
    const issued = await certify(this.#scope, learnerId, course, { name, formKey: v7() });
    if ('problem' in issued) throw new Error(issued.problem);
    return issued.code;
  }

  /** Completes the course for somebody and has it certified. Returns the code. */
  certificateOf(learnerId: string, name: string): Promise<string> {
    return this.#certificate(learnerId, name);
  }

  async #study(keep: Keep, slug: string): Promise<void> {
    const lesson = course.lesson(slug);
    if (!lesson) throw new Error(`No lesson ${slug}`);
    for (const [index, itemId] of lesson.checkIds.entries()) {
      const item = course.item(itemId);
      if (!item) continue;
      const form = toForm(item, checkSeed(itemId), index % 2 === 0 ? wrongAnswer(item) : rightAnswer(item));
      await answerCheck(this.#scope, keep, course, lesson, { itemId, form, formKey: v7() });
    }
    for (const { id } of lesson.sections) await readSection(this.#scope, keep, course, lesson, { section: id, formKey: v7() });
  }
}
