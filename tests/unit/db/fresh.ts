/** A database with the real migrations, and rows to put into it. Ids and times are plain, so that a test can name them. */
import type { AttemptMode } from '#app/learning/attempt.ts';
import type { Account } from '#db/accounts.ts';
import type { SetAssignment } from '#db/assignments.ts';
import { type ChosenItem, type NewAttempt, startAttempt } from '#db/attempts.ts';
import type { Certificate } from '#db/certificates.ts';
import type { Database } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import type { NewRegrade } from '#db/regrades.ts';
import type { StoredResponse } from '#db/responses.ts';

export const minute = 60_000;

export async function freshDatabase(file = ':memory:'): Promise<OpenDatabase> {
  const db = await openDatabase(file);
  await migrate(db);
  return db;
}

/** Notes a migration that no version has yet, as a version to come would. */
export function asFromNewerVersion({ client }: OpenDatabase): void {
  client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('to come', ?)").run(Date.UTC(2100, 0, 1));
}

export const chosen = (...ids: string[]): ChosenItem[] => ids.map((itemId, index) => ({ itemId, seed: 100 + index }));

export const newAttempt = (over: Partial<NewAttempt> = {}): NewAttempt => ({
  id: 'attempt',
  learnerId: 'ann',
  course: 'course',
  lesson: 'one',
  mode: 'practice',
  seed: 7,
  contentVersion: 'v1',
  formKey: `start ${over.id ?? 'attempt'}`,
  startedAt: 1000,
  ...over,
});

export const newResponse = (over: Partial<StoredResponse> = {}): StoredResponse => {
  const position = over.position ?? 0;
  const attemptId = over.attemptId ?? 'attempt';
  return {
    id: `response ${attemptId} ${position}`,
    learnerId: 'ann',
    attemptId,
    position,
    course: 'course',
    lesson: 'one',
    itemId: ['first', 'second', 'third'][position] ?? 'first',
    kind: 'verdict',
    about: 'R3',
    answer: { type: 'choice', option: 'no' },
    score: 1,
    right: true,
    misconceptions: [],
    contentVersion: 'v1',
    formKey: `answer ${attemptId} ${position}`,
    seconds: 20,
    at: 2000,
    ...over,
  };
};

export const newCertificate = (over: Partial<Certificate> = {}): Omit<Certificate, 'withdrawnAt'> => ({
  id: 'certificate',
  learnerId: 'ann',
  code: 'code 1',
  course: 'course',
  name: 'Ann',
  shown: { title: 'A course', lessons: [{ title: 'One', score: 0.9 }], capstone: null },
  contentVersion: 'v1',
  formKey: 'certify',
  issuedAt: 5000,
  ...over,
});

export const newAccount = (over: Partial<Account> = {}): Omit<Account, 'disabledAt'> => ({
  learnerId: 'ann',
  name: 'Ann Example',
  email: 'ann@example.org',
  passphraseHash: null,
  role: 'learner',
  createdAt: 0,
  ...over,
});

export const newAssignment = (over: Partial<SetAssignment> = {}): SetAssignment => ({
  id: 'assignment',
  cohortId: 'cohort',
  title: 'A quiz',
  kind: 'quiz',
  lessons: ['one'],
  items: ['first', 'second'],
  shuffled: false,
  attemptsAllowed: 1,
  counts: 'best',
  minutes: 10,
  held: true,
  seed: 1,
  contentVersion: 'v1',
  opensAt: 0,
  dueAt: 8000,
  formKey: 'set',
  createdAt: 0,
  ...over,
});

export const newRegrade = (over: Partial<NewRegrade> = {}): NewRegrade => ({
  id: 'regrade',
  assignmentId: 'assignment',
  basis: { type: 'definitions', version: 'v2' },
  changed: [{ item: 'first', stem: 'Is it?', says: 'It is.' }],
  note: '',
  applied: true,
  decidedBy: null,
  decidedAt: 4000,
  formKey: `decide ${over.id ?? 'regrade'}`,
  attempts: [{ attemptId: 'attempt', before: 1, after: 0.5 }],
  marks: [{ attemptId: 'attempt', position: 0, score: 0, right: false, misconceptions: ['M4'], voided: false }],
  ...over,
});

/** Makes the learners Ann and Ben, and an attempt of Ann's with the items first, second and third. */
export async function withAttempt(db: Database, mode: AttemptMode = 'practice'): Promise<void> {
  await createLearner(db, { id: 'ann', now: 0 });
  await createLearner(db, { id: 'ben', now: 0 });
  await startAttempt(db, newAttempt({ mode }), chosen('first', 'second', 'third'));
}
