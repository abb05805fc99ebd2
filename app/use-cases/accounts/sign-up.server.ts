/** A learner gets an account, in place: what was done without one stays under the same id. */
import { z } from 'zod';
import type { Role } from '#app/access/actor.ts';
import { accountByEmail, createAccount } from '#db/accounts.ts';
import { type Database, write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { type FieldProblems, problemOf, problemsOf } from '../fields.ts';
import type { Visit } from '../scope.ts';
import { waitWords } from './brake.ts';
import { hashPassphrase, longestPassphrase, passphraseMatches, passphraseProblem, tooLong } from './passphrase.server.ts';
import { type Profile, profile } from './profile.ts';

const fields = profile.extend({ passphrase: z.string().max(longestPassphrase, tooLong) });
export const taken = 'This address has an account already. Sign in instead, or ask for a new passphrase.';

/**
 * Makes an account of `learnerId`, or of a new learner where that is null or has one already. Returns whose it is, or what to mend. Sent
 * again with the right passphrase it returns the account that it made first.
 */
export async function signUp(
  visit: Visit,
  learnerId: string | null,
  typed: Readonly<Record<'name' | 'email' | 'passphrase', string>>,
): Promise<{ readonly learnerId: string } | FieldProblems> {
  const parsed = fields.safeParse(typed);
  if (!parsed.success) return problemsOf(parsed.error);
  const { name, email, passphrase } = parsed.data;
  const weak = passphraseProblem(passphrase, [name, email, ...email.split(/[@.]/)]);
  if (weak) return problemOf('passphrase', weak);
  const wait = await visit.brake.spend(visit.address);
  if (wait > 0) return problemOf('', waitWords(wait));
  // Hashing takes long, so it is done before the write and not within.
  const made = await addAccount(visit, learnerId, { name, email, passphraseHash: await hashPassphrase(passphrase) });
  if (made) return { learnerId: made };

  const before = await accountByEmail(visit.db, email);
  if (!before || (await visit.brake.wait(email, visit.address)) > 0) return problemOf('email', taken);
  if (await passphraseMatches(before.disabledAt === null ? before.passphraseHash : null, passphrase))
    return { learnerId: before.learnerId };
  await visit.brake.failed(email, visit.address);
  return problemOf('email', taken);
}

/** Adds the account in one write, with `also` in it. Returns whose it is, null where the address is taken. */
export async function addAccount(
  visit: Visit,
  learnerId: string | null,
  account: Profile & { readonly passphraseHash: string | null; readonly role?: Role },
  also: (tx: Database, learnerId: string) => Promise<void> = async () => {},
): Promise<string | null> {
  const now = visit.now();
  return write(visit.db, async (tx) => {
    if (await accountByEmail(tx, account.email)) return null;
    const whole = { role: 'learner' as const, ...account, createdAt: now };
    let id = learnerId;
    if (id === null || !(await createAccount(tx, { ...whole, learnerId: id }))) {
      id = visit.newId();
      await createLearner(tx, { id, now });
      await createAccount(tx, { ...whole, learnerId: id });
    }
    await also(tx, id);
    return id;
  });
}
