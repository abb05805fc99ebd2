import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { actorByTokenHash, createSession, deleteExpired, deleteSession } from '#db/sessions.ts';
import { freshDatabase } from './fresh.ts';

const ann = { id: 'ann', role: 'anonymous' };
let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await createLearner(db, { id: 'ann', now: 0 });
  await createSession(db, { tokenHash: 'short', learnerId: 'ann', createdAt: 0, expiresAt: 100 });
  await createSession(db, { tokenHash: 'long', learnerId: 'ann', createdAt: 0, expiresAt: 1000 });
});
afterEach(() => db.close());

test('a session finds its learner until it expires', async () => {
  expect(await actorByTokenHash(db, 'short', 99)).toEqual(ann);
  expect(await actorByTokenHash(db, 'short', 100)).toBeNull();
  expect(await actorByTokenHash(db, 'unknown', 50)).toBeNull();
});

test('ending one session leaves the others', async () => {
  await deleteSession(db, 'short');
  expect(await actorByTokenHash(db, 'short', 50)).toBeNull();
  expect(await actorByTokenHash(db, 'long', 50)).toEqual(ann);
});

test('only expired sessions are cleared away', async () => {
  expect(await deleteExpired(db, 100)).toBe(1);
  expect(await deleteExpired(db, 100)).toBe(0);
  expect(await actorByTokenHash(db, 'long', 100)).toEqual(ann);
});

test('a token that exists stays with its learner', async () => {
  await createLearner(db, { id: 'ben', now: 0 });
  await createSession(db, { tokenHash: 'long', learnerId: 'ben', createdAt: 0, expiresAt: 5000 });
  expect(await actorByTokenHash(db, 'long', 50)).toEqual(ann);
});
