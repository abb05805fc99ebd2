import { getTableColumns, getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccount } from '#db/accounts.ts';
import { createAssignment, giveExtension, saveDraft } from '#db/assignments.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { finishAttempt, startAttempt } from '#db/attempts.ts';
import { recordAudit } from '#db/audit.ts';
import { saveBelief } from '#db/beliefs.ts';
import { issueCertificate } from '#db/certificates.ts';
import { createCohort, joinCohort } from '#db/cohorts.ts';
import { sqliteColumns } from '#db/columns.sqlite.ts';
import { openDispute } from '#db/disputes.ts';
import { exportLearner, withheldNote } from '#db/export.ts';
import { createInvitations } from '#db/invitations.ts';
import { createLearner, deleteLearner, touch } from '#db/learners.ts';
import { createLink } from '#db/links.ts';
import { writeNote } from '#db/notes.ts';
import type { OpenDatabase } from '#db/open.ts';
import { addPasskey } from '#db/passkeys.ts';
import { keepRegrade } from '#db/regrades.ts';
import { recordResponse } from '#db/responses.ts';
import { keepReviewLimits } from '#db/reviews.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import { recordSelfCheck } from '#db/self-checks.ts';
import { createSession } from '#db/sessions.ts';
import { held } from '#db/tables/held.ts';
import { defineTables } from '#db/tables.ts';
import { takeBack } from '#db/undone.ts';
import {
  chosen,
  freshDatabase,
  minute,
  newAccount,
  newAssignment,
  newAttempt,
  newCertificate,
  newRegrade,
  newResponse,
  withAttempt,
} from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

const learner = async (id: string) => (await exportLearner(db, id))?.learner;

/** Tables that hold nothing about a person, or keep it without the name. */
const namesNobody = Object.entries(held).flatMap(([name, holds]) =>
  holds === 'nobody' || holds === 'stays without the name' ? [getTableName(defineTables(sqliteColumns)[name as keyof typeof held])] : [],
);

/** Rows in every table of the file, bookkeeping of migrations apart, whether this code knows the table or not. */
function rowsByTable(): Record<string, number> {
  const names = db.client.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
  const own = names.map((row) => row.name).filter((name) => !/^(__|sqlite_)/.test(name) && !(namesNobody as string[]).includes(name));
  return Object.fromEntries(
    own.map((name) => [name, db.client.prepare<[], { n: number }>(`select count(*) n from "${name}"`).get()?.n ?? 0]),
  );
}

/** Puts a row about Ann into every table. */
async function fillEveryTable() {
  await createSession(db, { tokenHash: 'hash of ann', learnerId: 'ann', createdAt: 1, expiresAt: 9_000_000 });
  await recordResponse(db, newResponse());
  await recordSelfCheck(db, 'ann', { id: 'check', responseId: 'response attempt 0', ticks: ['verdict'], formKey: 'tick', at: 3000 });
  await issueCertificate(db, newCertificate());
  await createAccount(db, newAccount());
  await addPasskey(db, {
    id: 'passkey',
    learnerId: 'ann',
    publicKey: 'key',
    counter: 0,
    transports: [],
    label: 'This device',
    createdAt: 1,
  });
  await createLink(db, { tokenHash: 'hash of link', kind: 'reset', learnerId: 'ann', createdAt: 1, expiresAt: 9_000_000 });
  await recordAudit(db, { id: 'entry', at: 1, actorId: 'ann', action: 'reset-link-used', subjectId: 'ann', detail: '' });
  const cohort = { id: 'cohort', course: 'course', name: 'A class', joinCode: null, formKey: 'make', createdAt: 1 };
  await createCohort(db, { ...cohort, ownerId: 'ann' });
  await joinCohort(db, 'cohort', 'ann', 1);
  const email = newAccount().email;
  await createInvitations(db, [{ tokenHash: 'hash of invitation', cohortId: 'cohort', name: 'Ann', email, createdAt: 1 }]);
  await writeNote(db, { cohortId: 'cohort', learnerId: 'ann', text: 'Asked a good question.', writtenBy: 'ann', at: 1 });
  await createAssignment(db, newAssignment());
  await giveExtension(db, { assignmentId: 'assignment', learnerId: 'ann', dueAt: 9000, extraMinutes: 5, at: 1 });
  await openDispute(db, {
    id: 'dispute',
    learnerId: 'ann',
    cohortId: 'cohort',
    responseId: 'response attempt 0',
    itemId: 'first',
    disputed: { type: 'fact', scenario: 'one', facts: ['c1.form'], words: 'they watch' },
    statement: 'They help.',
    at: 1,
    formKey: 'contest',
  });
  await keepRegrade(db, newRegrade());
  await saveDraft(db, { attemptId: 'attempt', position: 1, form: 'option=a', at: 1 });
  await startAttempt(db, newAttempt({ id: 'review', mode: 'review', card: 'criterion:R3' }), chosen('first'));
  await recordResponse(db, newResponse({ attemptId: 'review' }));
  const undo = { responseId: 'response review 0', formKey: 'undo', now: 3000, since: 0 };
  await takeBack(db, 'ann', 'course', undo);
  const belief = { course: 'course', topic: 'verdict', probabilities: { correct: 1 }, answers: 1, version: 'v1', lastAt: 1, lastId: 'one' };
  await saveBelief(db, 'ann', belief);
  await keepReviewLimits(db, 'ann', 'course', { newPerDay: 1, perDay: 2 }, 1);
  await recordSectionRead(db, { learnerId: 'ann', course: 'course', lesson: 'one', section: 'hook', seconds: 30, at: 1500 });
}

test('making a learner again leaves the first as it is', async () => {
  await createLearner(db, { id: 'ann', now: 99 });
  expect(await learner('ann')).toEqual({ id: 'ann', createdAt: 0, lastSeenAt: 0 });
});

test('being seen is noted at most once an hour', async () => {
  await touch(db, 'ann', 59 * minute);
  expect((await learner('ann'))?.lastSeenAt).toBe(0);
  await touch(db, 'ann', 61 * minute);
  expect((await learner('ann'))?.lastSeenAt).toBe(61 * minute);
  expect((await learner('ben'))?.lastSeenAt).toBe(0);
});

describe('deleting a learner', () => {
  test('leaves no row about them in any table, and says how many went', async () => {
    await deleteLearner(db, 'ben');
    await fillEveryTable();
    const before = rowsByTable();
    expect(Object.values(before).every((count) => count > 0)).toBe(true);
    const gone = await deleteLearner(db, 'ann');
    expect(gone).toBe(Object.values(before).reduce((sum, count) => sum + count, 0));
    expect(Object.values(rowsByTable()).every((count) => count === 0)).toBe(true);
    expect(await db.orm.select().from(db.tables.audit)).toEqual([expect.objectContaining({ id: 'entry', actorId: null, subjectId: null })]);
  });

  test("leaves everyone else's rows", async () => {
    await fillEveryTable();
    const ann = await exportLearner(db, 'ann');
    await startAttempt(db, newAttempt({ id: 'of ben', learnerId: 'ben' }), chosen('first'));
    expect(await deleteLearner(db, 'ben')).toBe(3);
    expect(await exportLearner(db, 'ann')).toEqual(ann);
    expect(await deleteLearner(db, 'nobody')).toBe(0);
  });
});

describe('the copy of everything held', () => {
  test('has the rows of every table', async () => {
    await fillEveryTable();
    const copy = await exportLearner(db, 'ann');
    expect(copy?.learner.id).toBe('ann');
    const secret: Record<string, string[]> = {
      sessions: ['tokenHash', 'learnerId'],
      accounts: ['passphraseHash'],
      links: ['tokenHash'],
      invitations: ['tokenHash'],
    };
    const tables = Object.keys(held).filter((name) => name !== 'learners' && held[name as keyof typeof held] !== 'nobody');
    for (const table of tables) {
      const rows = copy?.[table as Exclude<keyof NonNullable<typeof copy>, 'learner'>] ?? [];
      expect(rows.length, table).toBeGreaterThan(0);
      const columns = Object.keys(getTableColumns(db.tables[table as keyof typeof db.tables]));
      const left = columns.filter((column) => !(column in (rows[0] ?? {})));
      expect(left, table).toEqual(secret[table] ?? []);
    }
    expect(JSON.parse(JSON.stringify(copy))).toEqual(copy);
  });

  test('withholds the marks and the stored answers of a mock test until it is finished', async () => {
    await startAttempt(db, newAttempt({ id: 'mock', mode: 'mock' }), chosen('first'));
    await recordResponse(db, newResponse({ attemptId: 'mock', score: 0, right: false, misconceptions: ['M4'] }));
    const [open] = (await exportLearner(db, 'ann'))?.responses ?? [];
    expect(open).toMatchObject({
      answer: null,
      score: null,
      right: null,
      misconceptions: null,
      note: withheldNote,
    });
    expect((await exportLearner(db, 'ann'))?.lessonProgress).toEqual([]);
    await finishAttempt(db, 'ann', 'mock', 5000);
    const [finished] = (await exportLearner(db, 'ann'))?.responses ?? [];
    expect(finished).toMatchObject({
      answer: { type: 'choice', option: 'no' },
      score: 0,
      right: false,
      misconceptions: ['M4'],
      note: null,
    });
  });

  test('is only about the one who asks', async () => {
    await fillEveryTable();
    const copy = await exportLearner(db, 'ben');
    expect(copy).toMatchObject({ learner: { id: 'ben' }, attempts: [], attemptItems: [], responses: [], selfChecks: [], sectionReads: [] });
    expect(await exportLearner(db, 'nobody')).toBeNull();
    expect(await findAttempt(db, 'ben', 'attempt')).toBeNull();
  });
});
