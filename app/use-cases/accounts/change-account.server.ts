/** The holder of an account changes what it says and how it is opened. */
import { accountOf, changePassphrase, changeProfile } from '#db/accounts.ts';
import { type FieldProblems, problemOf, problemsOf } from '../fields.ts';
import type { Visit } from '../scope.ts';
import { waitWords } from './brake.ts';
import { hashPassphrase, passphraseMatches, passphraseProblem } from './passphrase.server.ts';
import { type Profile, profile } from './profile.ts';

/**
 * Changes name and address. Returns null, or what to mend. A new address asks for the passphrase, since it is half of the way in. Addresses of
 * others that are met count as tries, so that nobody finds out in this way which have an account.
 */
export async function editProfile(
  visit: Visit,
  learnerId: string,
  typed: Readonly<Record<'name' | 'email' | 'passphrase', string>>,
): Promise<FieldProblems | null> {
  const parsed = profile.safeParse(typed);
  if (!parsed.success) return problemsOf(parsed.error);
  const account = await accountOf(visit.db, learnerId);
  if (!account) return problemOf('', 'There is no account any more.');
  if (parsed.data.email === account.email) return changed(visit, learnerId, parsed.data);
  const tries = `address of ${learnerId}`;
  const wait = await visit.brake.wait(tries, visit.address);
  if (wait > 0) return problemOf('email', waitWords(wait));
  if (account.passphraseHash !== null) {
    const wrong = await checkPassphrase(visit, account, typed.passphrase);
    if (wrong) return problemOf('passphrase', wrong);
  }
  const taken = await changed(visit, learnerId, parsed.data);
  if (taken) await visit.brake.failed(tries, visit.address);
  return taken;
}

async function changed(visit: Visit, learnerId: string, to: Profile): Promise<FieldProblems | null> {
  return (await changeProfile(visit.db, learnerId, to)) ? null : problemOf('email', 'This address belongs to another account.');
}

/** Sets a new passphrase and ends all sessions but the one named. Returns null, or what to mend. */
export async function renewPassphrase(
  visit: Visit,
  learnerId: string,
  { current, fresh, keepSession }: { readonly current: string; readonly fresh: string; readonly keepSession?: string | undefined },
): Promise<FieldProblems | null> {
  const account = await accountOf(visit.db, learnerId);
  if (!account) return problemOf('', 'There is no account any more.');
  if (account.passphraseHash !== null) {
    const wrong = await checkPassphrase(visit, account, current);
    if (wrong) return problemOf('current', wrong);
  }
  const weak = passphraseProblem(fresh, [account.name, account.email]);
  if (weak) return problemOf('fresh', weak);
  await changePassphrase(visit.db, learnerId, await hashPassphrase(fresh), keepSession);
  return null;
}

async function checkPassphrase(
  visit: Visit,
  account: { readonly email: string; readonly passphraseHash: string | null },
  typed: string,
): Promise<string | null> {
  const wait = await visit.brake.wait(account.email, visit.address);
  if (wait > 0) return waitWords(wait);
  if (await passphraseMatches(account.passphraseHash, typed)) return null;
  await visit.brake.failed(account.email, visit.address);
  return typed === '' ? 'Type your passphrase as it is now.' : 'That is not your passphrase as it is now.';
}
