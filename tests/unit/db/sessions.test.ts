import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { createSession, deleteExpired, deleteSession, learnerByTokenHash } from '#db/sessions.ts';
import { freshDatabase } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await createLearner(db, { id: 'ann', now: 0 });
  await createSession(db, { tokenHash: 'short', learnerId: 'ann', createdAt: 0, expiresAt: 100 });
  await createSession(db, { tokenHash: 'long', learnerId: 'ann', createdAt: 0, expiresAt: 1000 });
});
afterEach(() => db.close());

test('a session finds its learner until it expires', async () => {
  expect(await learnerByTokenHash(db, 'short', 99)).toBe('ann');
  expect(await learnerByTokenHash(db, 'short', 100)).toBeNull();
  expect(await learnerByTokenHash(db, 'unknown', 50)).toBeNull();
});

test('ending one session leaves the others', async () => {
  await deleteSession(db, 'short');
  expect(await learnerByTokenHash(db, 'short', 50)).toBeNull();
  expect(await learnerByTokenHash(db, 'long', 50)).toBe('ann');
});

test('only expired sessions are cleared away', async () => {
  expect(await deleteExpired(db, 100)).toBe(1);
  expect(await deleteExpired(db, 100)).toBe(0);
  expect(await learnerByTokenHash(db, 'long', 100)).toBe('ann');
});

test('a token that exists stays with its learner', async () => {
  await createLearner(db, { id: 'ben', now: 0 });
  await createSession(db, { tokenHash: 'long', learnerId: 'ben', createdAt: 0, expiresAt: 5000 });
  expect(await learnerByTokenHash(db, 'long', 50)).toBe('ann');
});
