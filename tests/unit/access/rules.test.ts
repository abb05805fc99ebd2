import { describe, expect, test } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { auditActions, auditWords } from '#app/access/audit-action.ts';
import {
  canAdminister,
  canChangeAccount,
  canDeleteCohort,
  canMakeResetLink,
  canTeach,
  canViewCohort,
  canViewLearner,
} from '#app/access/rules.ts';

const actor = (role: Actor['role'], id: string = role): Actor => ({ id, role });
const actors = [null, actor('anonymous'), actor('learner'), actor('instructor'), actor('admin')];
const rolesThat = (may: (asking: Actor | null) => boolean) => actors.filter(may).map((one) => one?.role ?? 'nobody');

test('only administrators administer', () => {
  expect(rolesThat(canAdminister)).toEqual(['admin']);
});

test('an administrator changes every account but the own one', () => {
  expect(rolesThat((asking) => canChangeAccount(asking, { id: 'other', role: 'learner' }))).toEqual(['admin']);
  expect(canChangeAccount(actor('admin'), { id: 'other', role: 'admin' })).toBe(true);
  expect(canChangeAccount(actor('admin', 'me'), { id: 'me', role: 'admin' })).toBe(false);
});

describe('a link for a new passphrase', () => {
  const subject = (role: Actor['role']) => ({ id: 'subject', role });

  test('is made by administrators for everybody but themselves', () => {
    expect(canMakeResetLink(actor('admin'), subject('admin'), false)).toBe(true);
    expect(canMakeResetLink(actor('admin', 'subject'), subject('admin'), true)).toBe(false);
  });

  test('is made by instructors for learners whom they teach, and for nobody with more power', () => {
    expect(canMakeResetLink(actor('instructor'), subject('learner'), true)).toBe(true);
    expect(canMakeResetLink(actor('instructor'), subject('learner'), false)).toBe(false);
    for (const role of ['instructor', 'admin'] as const) expect(canMakeResetLink(actor('instructor'), subject(role), true)).toBe(false);
  });

  test('is made by nobody else', () => {
    expect(rolesThat((asking) => canMakeResetLink(asking, subject('learner'), true))).toEqual(['instructor', 'admin']);
  });
});

test('every action of the audit log has words of its own', () => {
  const words = auditActions.map(auditWords);
  expect(new Set(words).size).toBe(words.length);
});

describe('a cohort', () => {
  const standings = ['owner', 'co-instructor', 'member', null] as const;
  const may = (rule: typeof canViewCohort, role: Actor['role']) => standings.filter((standing) => rule(actor(role), standing));

  test('is viewed by those who teach it and by administrators; having been an instructor is not enough', () => {
    expect(may(canViewCohort, 'instructor')).toEqual(['owner', 'co-instructor']);
    expect(may(canViewCohort, 'admin')).toEqual([...standings]);
    for (const role of ['learner', 'anonymous'] as const) expect(may(canViewCohort, role)).toEqual([]);
  });

  test('is deleted by its owner and by administrators', () => {
    expect(may(canDeleteCohort, 'instructor')).toEqual(['owner']);
    expect(may(canDeleteCohort, 'admin')).toEqual([...standings]);
    expect(may(canDeleteCohort, 'learner')).toEqual([]);
  });

  test('shows only the records of those who are in it', () => {
    expect(canViewLearner(actor('instructor'), 'owner', true)).toBe(true);
    expect(canViewLearner(actor('instructor'), 'owner', false)).toBe(false);
    expect(canViewLearner(actor('instructor'), 'member', true)).toBe(false);
    expect(canViewLearner(actor('admin'), null, false)).toBe(false);
  });

  test('is made by instructors and administrators', () => {
    expect(rolesThat(canTeach)).toEqual(['instructor', 'admin']);
  });
});
