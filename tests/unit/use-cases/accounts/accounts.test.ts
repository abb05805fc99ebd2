/** Signing up and in, and links for new passphrases. Hashing is slow on purpose, so these tests are few. */
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { editProfile, renewPassphrase } from '#app/use-cases/accounts/change-account.server.ts';
import { claimAdmin, findLink, mailResetLink, makeAdminLink, makeResetLink, resetByLink } from '#app/use-cases/accounts/links.server.ts';
import { changeRole, disableAccount } from '#app/use-cases/accounts/manage-account.server.ts';
import { passphraseMatches, passphraseProblem } from '#app/use-cases/accounts/passphrase.server.ts';
import { signIn, wrongCredentials } from '#app/use-cases/accounts/sign-in.server.ts';
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts';
import type { Visit } from '#app/use-cases/scope.ts';
import { accountOf } from '#db/accounts.ts';
import { listAudit } from '#db/audit.ts';
import { createLearner } from '#db/learners.ts';
import { countSessions, createSession } from '#db/sessions.ts';
import { visitTo } from '../../visit.ts';
import { mailSink } from '../mail-sink.ts';
import { newWorld, type TestWorld } from '../world.ts';

const passphrase = 'plum harbour wagon tulip';
const other = 'river candle orbit mitten';
const ann = { name: 'Ann Example', email: 'Ann@Example.org', passphrase };

const verified = vi.hoisted(() => vi.fn());
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  verified.mockImplementation(real.verify);
  return { ...real, verify: verified };
});

let world: TestWorld & Visit;
let later: Promise<void>[];
beforeEach(async () => {
  later = [];
  world = visitTo(await newWorld(), { later: (act) => void later.push(act()) });
});
afterEach(() => world.db.close());

/** Ann signs up and gets the id of the learner that she was. */
async function withAnn() {
  const made = await signUp(world, 'ann', ann);
  expect(made).toEqual({ learnerId: 'ann' });
}

const tokenOf = (path: string | null) => path?.replace('/link/', '') ?? '';

describe('signing up', () => {
  test('gives an anonymous learner an account in place', async () => {
    await withAnn();
    expect(await accountOf(world.db, 'ann')).toMatchObject({ name: 'Ann Example', email: 'ann@example.org', role: 'learner' });
  });

  test('makes a learner for a visitor who has kept nothing', async () => {
    const made = await signUp(world, null, ann);
    expect('learnerId' in made && (await accountOf(world.db, made.learnerId))?.email).toBe('ann@example.org');
  });

  test('sent twice gives the account of the first time, and to nobody else', async () => {
    await withAnn();
    expect(await signUp(world, null, ann)).toEqual({ learnerId: 'ann' });
    expect(await signUp(world, 'ben', { ...ann, passphrase: other })).toEqual({
      problems: { email: expect.stringContaining('has an account already') },
    });
    expect(await accountOf(world.db, 'ben')).toBeNull();
  });

  test('names every field that needs mending, and makes nothing', async () => {
    expect(await signUp(world, 'ann', { name: ' ', email: 'ann', passphrase })).toEqual({
      problems: { name: expect.stringContaining('Write the name'), email: expect.stringContaining('name@example.org') },
    });
    expect(await signUp(world, 'ann', { ...ann, passphrase: 'password1' })).toEqual({
      problems: { passphrase: expect.stringContaining('four or five words') },
    });
    expect(await accountOf(world.db, 'ann')).toBeNull();
  });
});

describe('a passphrase', () => {
  test.each(['', 'password', 'Passw0rd!', 'qwertyuiop', 'ann.example', 'aaaaaaaaaaaaaaaa', 'criterion'])(
    'that is quickly guessed is refused: %s',
    (weak) => {
      expect(passphraseProblem(weak, ['Ann Example', 'ann', 'example'])).toEqual(expect.any(String));
    },
  );

  test.each([passphrase, 'zutbavkilrem', 'Три синих слона у моря', 'correct horse battery staple please'])(
    'needs no kinds of signs: %s',
    (good) => {
      expect(passphraseProblem(good, ['Ann Example'])).toBeNull();
    },
  );

  test('has a greatest length, so that nobody makes the server hash a book', () => {
    expect(passphraseProblem(`${passphrase} `.repeat(10), [])).toContain('longer than 200');
  });

  test('is kept as an Argon2id hash with the settings that OWASP asks for', async () => {
    await withAnn();
    const hash = (await accountOf(world.db, 'ann'))?.passphraseHash ?? '';
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(world.db.client.serialize().includes(passphrase)).toBe(false);
    expect(await passphraseMatches(null, passphrase)).toBe(false);
  });
});

describe('signing in', () => {
  test('works with the address in any case', async () => {
    await withAnn();
    expect(await signIn(world, { email: ' ANN@example.org ', passphrase })).toEqual({ learnerId: 'ann' });
  });

  test('says the same about a wrong passphrase, an unknown address and a disabled account, after the same work', async () => {
    await withAnn();
    const answers = [];
    const worked = [];
    for (const [email, typed, disabled] of [
      [ann.email, other, false],
      ['nobody@example.org', other, false],
      ['no address', other, false],
      [ann.email, passphrase, true],
    ] as const) {
      if (disabled) await disableAccount(world, 'ben', 'ann', true);
      verified.mockClear();
      answers.push(await signIn(world, { email, passphrase: typed }));
      worked.push(verified.mock.calls.map(([hash]) => String(hash).split('$').slice(0, 4).join('$')));
    }
    for (const answer of answers) expect(answer).toEqual({ problem: wrongCredentials });
    // One hash each, of the same cost: that is what the time goes into.
    expect(new Set(worked.map((hashes) => hashes.join()))).toEqual(new Set(['$argon2id$v=19$m=19456,t=2,p=1']));
  });

  test('is held up after ten wrong passphrases, with the right one too', async () => {
    await withAnn();
    for (let n = 0; n < 10; n++) await world.brake.failed('ann@example.org', 'elsewhere');
    expect(await signIn(world, { email: ann.email, passphrase })).toEqual({ problem: expect.stringContaining('too many tries') });
  });
});

describe('changing an account', () => {
  test('a new address asks for the passphrase', async () => {
    await withAnn();
    const profile = { name: 'Ann E.', email: 'new@example.org' };
    expect(await editProfile(world, 'ann', { ...profile, passphrase: other })).toEqual({ problems: { passphrase: expect.any(String) } });
    expect((await accountOf(world.db, 'ann'))?.email).toBe('ann@example.org');
    expect(await editProfile(world, 'ann', { ...profile, passphrase })).toBeNull();
    expect(await accountOf(world.db, 'ann')).toMatchObject(profile);
  });

  test('an address of another account is refused', async () => {
    await withAnn();
    await signUp(world, 'ben', { name: 'Ben', email: 'ben@example.org', passphrase: other });
    const wanted = { name: 'Ben', email: 'ann@example.org', passphrase: other };
    expect(await editProfile(world, 'ben', wanted)).toEqual({ problems: { email: expect.stringContaining('another account') } });
  });

  test('addresses of others are not found out by trying one after the other', async () => {
    await withAnn();
    const her = { name: ann.name, passphrase };
    await signUp(world, null, { ...ann, email: 'ben@example.org', passphrase: other });
    const tried = async (email: string) => editProfile(world, 'ann', { ...her, email });
    for (let n = 0; n < 10; n++) expect((await tried('ben@example.org'))?.problems.email).toContain('belongs to another');
    expect((await tried('cara@example.org'))?.problems.email).toContain('too many tries');
    expect((await accountOf(world.db, 'ann'))?.email).toBe('ann@example.org');
    expect(await editProfile(world, 'ann', { ...her, name: 'Ann Other', email: ann.email })).toBeNull();
  });

  test('a new passphrase ends all sessions but the one that set it', async () => {
    await withAnn();
    for (const tokenHash of ['here', 'there'])
      await createSession(world.db, { tokenHash, learnerId: 'ann', createdAt: 0, expiresAt: 9e15 });
    expect(await renewPassphrase(world, 'ann', { current: other, fresh: other })).toEqual({ problems: { current: expect.any(String) } });
    expect(await renewPassphrase(world, 'ann', { current: passphrase, fresh: other, keepSession: 'here' })).toBeNull();
    expect(await countSessions(world.db, 'ann', world.now())).toBe(1);
    expect(await signIn(world, { email: ann.email, passphrase: other })).toEqual({ learnerId: 'ann' });
  });
});

describe('a link for a new passphrase', () => {
  test('sets it once, ends every session, and is noted', async () => {
    await withAnn();
    await createSession(world.db, { tokenHash: 'there', learnerId: 'ann', createdAt: 0, expiresAt: 9e15 });
    const token = tokenOf(await makeResetLink(world, 'ben', 'ann'));
    expect(await findLink(world, token)).toEqual({ kind: 'reset', name: 'Ann Example' });
    expect(await resetByLink(world, token, 'short')).toEqual({ problems: { fresh: expect.any(String) } });
    expect(await resetByLink(world, token, other)).toEqual({ learnerId: 'ann', hasPasskeys: false });
    expect(await resetByLink(world, token, passphrase)).toBeNull();
    expect(await countSessions(world.db, 'ann', world.now())).toBe(0);
    expect(await signIn(world, { email: ann.email, passphrase: other })).toEqual({ learnerId: 'ann' });
    const actions = (await listAudit(world.db, { subjectId: 'ann', limit: 10 })).map(({ action }) => action);
    expect(actions).toEqual(['reset-link-used', 'reset-link-made']);
  });

  test('works for two days, and only until the next one is made', async () => {
    await withAnn();
    const first = tokenOf(await makeResetLink(world, 'ben', 'ann'));
    const second = tokenOf(await makeResetLink(world, 'ben', 'ann'));
    expect(await findLink(world, first)).toBeNull();
    world.pass(48 * 3600 - 1);
    expect(await findLink(world, second)).not.toBeNull();
    world.pass(1);
    expect(await findLink(world, second)).toBeNull();
    expect(await resetByLink(world, second, other)).toBeNull();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['another role, which the link would open too', () => changeRole(world, 'root', 'ann', 'instructor')],
    ['another passphrase', () => renewPassphrase(world, 'ann', { current: passphrase, fresh: other })],
    ['another address', () => editProfile(world, 'ann', { name: ann.name, email: 'ann.new@example.org', passphrase })],
    [
      'being disabled, though enabled again',
      async () => {
        await disableAccount(world, 'root', 'ann', true);
        await disableAccount(world, 'root', 'ann', false);
      },
    ],
  ])('ends with %s', async (_, change) => {
    await withAnn();
    await createLearner(world.db, { id: 'root', now: 0 });
    const token = tokenOf(await makeResetLink(world, 'root', 'ann'));
    expect(await findLink(world, token)).not.toBeNull();
    await change();
    expect(await findLink(world, token)).toBeNull();
    expect(await resetByLink(world, token, 'other words nobody guesses tulip')).toBeNull();
  });

  test('goes on working where a name was changed alone', async () => {
    await withAnn();
    await createLearner(world.db, { id: 'root', now: 0 });
    const token = tokenOf(await makeResetLink(world, 'root', 'ann'));
    await editProfile(world, 'ann', { name: 'Ann Other', email: ann.email, passphrase: '' });
    expect(await findLink(world, token)).not.toBeNull();
  });

  test('is not in the data file', async () => {
    await withAnn();
    const token = tokenOf(await makeResetLink(world, 'ben', 'ann'));
    expect(world.db.client.serialize().includes(token)).toBe(false);
  });
});

describe('mail', () => {
  test('brings a link that works for an hour to an address with an account, and nothing to others; the answers are alike', async () => {
    const { letters, mail, close } = await mailSink();
    const withMail = { ...world, mail };
    await withAnn();
    const answers = [await mailResetLink(withMail, 'nobody@example.org'), await mailResetLink(withMail, 'ann@example.org')];
    await Promise.all(later);
    await close();
    expect(answers).toEqual([null, null]);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toEqual(['ann@example.org']);
    const token = /http:\/\/localhost:3000\/link\/([\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
    expect(await findLink(world, token)).toEqual({ kind: 'reset', name: 'Ann Example' });
    world.pass(3600);
    expect(await findLink(world, token)).toBeNull();
  });

  test('reaches a mailbox five times in an hour, whoever asks from wherever, and the last one goes on working', async () => {
    const { letters, mail, close } = await mailSink();
    await withAnn();
    for (let n = 0; n < 7; n++) {
      expect(await mailResetLink({ ...world, mail, address: `192.0.2.${n}` }, 'ann@example.org')).toBeNull();
      await Promise.all(later);
    }
    await close();
    expect(letters).toHaveLength(5);
    const token = /\/link\/([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '';
    expect(await findLink(world, token)).toMatchObject({ kind: 'reset' });
  });
});

test('a letter that is not taken is told to the log without the address', async () => {
  const { mail, close } = await mailSink(() => true);
  world = { ...world, mail };
  await withAnn();
  await mailResetLink(world, 'ann@example.org');
  const [failed] = await Promise.allSettled(later);
  await close();
  expect(failed).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringMatching(/did not take a letter \(EENVELOPE .*55\d\)/) },
  });
  expect(inspect(failed, { depth: 9 })).not.toMatch(/ann@example|Ann Example/);
});

describe('the first administrator', () => {
  test('comes in by a link that works once, a day, and only while there is none', async () => {
    await withAnn();
    const old = tokenOf(await makeAdminLink(world));
    const token = tokenOf(await makeAdminLink(world));
    expect(await claimAdmin(world, old, 'ann')).toBe(false);
    expect(await claimAdmin(world, token, 'ann')).toBe(true);
    expect((await accountOf(world.db, 'ann'))?.role).toBe('admin');
    expect(await makeAdminLink(world)).toBeNull();
    expect(await claimAdmin(world, token, 'ann')).toBe(false);
    expect((await listAudit(world.db, { limit: 5 })).map(({ action, actor }) => [action, actor])).toEqual([
      ['admin-claimed', 'Ann Example'],
    ]);
  });

  test('is not made by a link for a passphrase', async () => {
    await withAnn();
    expect(await claimAdmin(world, tokenOf(await makeResetLink(world, 'ben', 'ann')), 'ann')).toBe(false);
  });
});
