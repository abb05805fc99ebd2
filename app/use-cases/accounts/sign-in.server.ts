/** Somebody comes in by address and passphrase. */
import { readEmail } from '#app/access/email-address.ts';
import { accountByEmail } from '#db/accounts.ts';
import type { Problem, Visit } from '../scope.ts';
import { waitWords } from './brake.ts';
import { passphraseMatches } from './passphrase.server.ts';

/** The same for an unknown address, a wrong passphrase and a disabled account: it tells nobody whether an address exists. */
export const wrongCredentials = 'Address and passphrase do not go together. Check both and try again.';

/** Returns who signs in, or what to say. It takes the same time whether or not the address has an account. */
export async function signIn(
  visit: Visit,
  { email: typed, passphrase }: { readonly email: string; readonly passphrase: string },
): Promise<{ readonly learnerId: string } | Problem> {
  const email = readEmail(typed.slice(0, 300)) ?? 'none';
  const wait = await visit.brake.wait(email, visit.address);
  if (wait > 0) return { problem: waitWords(wait) };
  const account = await accountByEmail(visit.db, email);
  const open = account !== null && account.disabledAt === null;
  const right = await passphraseMatches(open ? account.passphraseHash : null, passphrase);
  if (!account || !right) {
    await visit.brake.failed(email, visit.address);
    return { problem: wrongCredentials };
  }
  await visit.brake.succeeded(email);
  return { learnerId: account.learnerId };
}
