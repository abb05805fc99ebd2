import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetOld, type Retention } from '#app/use-cases/retention.server.ts';
import { createAccount } from '#db/accounts.ts';
import { startAttempt } from '#db/attempts.ts';
import { recordAudit } from '#db/audit.ts';
import { checkChain } from '#db/audit-chain.ts';
import { issueCertificate, withdrawCertificate } from '#db/certificates.ts';
import { createCohort } from '#db/cohorts.ts';
import { createInvitations } from '#db/invitations.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { createSession } from '#db/sessions.ts';
import { chosen, freshDatabase, newAccount, newAttempt, newCertificate } from '../db/fresh.ts';

const day = 24 * 60 * 60 * 1000;
const now = 1000 * day;
const keep: Retention = { idle: 400, invitations: 180, audit: 500 };
let db: OpenDatabase;
let made = 0;
const forget = (over: Partial<Retention> = {}) => forgetOld({ db, now: () => now, newId: () => `id ${made++}` }, { ...keep, ...over });
const seenDaysAgo = (id: string, days: number) => createLearner(db, { id, now: now - days * day });
const left = async () => (await db.orm.select({ id: db.tables.learners.id }).from(db.tables.learners)).map(({ id }) => id).toSorted();

beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

test('who has no account goes so many days after they were last here, and all their work with them', async () => {
  await seenDaysAgo('old', 401);
  await startAttempt(db, newAttempt({ learnerId: 'old' }), chosen('first'));
  await seenDaysAgo('lately', 399);
  expect((await forget()).learners).toBe(1);
  expect(await left()).toEqual(['lately']);
  expect(await db.orm.select().from(db.tables.attempts)).toEqual([]);
  expect((await forget()).learners).toBe(0);
});

test('accounts, graded work without a name, and holders of a certificate stay', async () => {
  for (const id of ['account', 'graded', 'certified', 'withdrawn']) await seenDaysAgo(id, 900);
  await createAccount(db, newAccount({ learnerId: 'account' }));
  await startAttempt(db, newAttempt({ learnerId: 'graded', mode: 'graded' }), chosen('first'));
  await issueCertificate(db, newCertificate({ learnerId: 'certified' }));
  await issueCertificate(db, newCertificate({ id: 'other', code: 'code 2', formKey: 'other', learnerId: 'withdrawn' }));
  await withdrawCertificate(db, 'withdrawn', 'code 2', now);
  await forget();
  expect(await left()).toEqual(['account', 'certified', 'graded']);
});

test('many go in parts, so that nobody waits long behind them', async () => {
  for (let n = 0; n < 30; n++) await seenDaysAgo(`old ${n}`, 500);
  expect([(await forget()).learners, (await forget()).learners, (await forget()).learners]).toEqual([25, 5, 0]);
});

test('an invitation that nobody took up goes, and so do sessions that are over', async () => {
  await seenDaysAgo('teacher', 1);
  await createCohort(db, {
    id: 'cohort',
    course: 'course',
    name: 'A class',
    joinCode: null,
    formKey: 'make',
    createdAt: 1,
    ownerId: 'teacher',
  });
  const invitation = (email: string, days: number) => ({
    tokenHash: email,
    cohortId: 'cohort',
    name: '',
    email,
    createdAt: now - days * day,
  });
  await createInvitations(db, [invitation('old@example.org', 181), invitation('new@example.org', 179)]);
  await createSession(db, { tokenHash: 'over', learnerId: 'teacher', createdAt: 0, expiresAt: now - 1 });
  await createSession(db, { tokenHash: 'open', learnerId: 'teacher', createdAt: 0, expiresAt: now + 1 });
  expect(await forget()).toMatchObject({ invitations: 1, sessions: 1 });
  expect(await db.orm.select({ email: db.tables.invitations.email }).from(db.tables.invitations)).toEqual([{ email: 'new@example.org' }]);
});

test('old entries of the audit log go, the log says so, and still checks', async () => {
  for (const [n, days] of [700, 600, 499, 1].entries())
    await recordAudit(db, { id: `entry ${n}`, at: now - days * day, actorId: null, action: 'cohort-deleted', subjectId: null, detail: '' });
  expect((await forget()).entries).toBe(2);
  expect(await checkChain(db)).toMatchObject({ entries: 3, problems: [] });
});

test('0 keeps for ever', async () => {
  await seenDaysAgo('old', 999);
  await recordAudit(db, { id: 'entry', at: 0, actorId: null, action: 'cohort-deleted', subjectId: null, detail: '' });
  await recordAudit(db, { id: 'entry 2', at: 0, actorId: null, action: 'cohort-deleted', subjectId: null, detail: '' });
  expect(await forget({ idle: 0, audit: 0, invitations: 0 })).toEqual({ learners: 0, invitations: 0, sessions: 0, entries: 0 });
  expect(await left()).toEqual(['old']);
});
