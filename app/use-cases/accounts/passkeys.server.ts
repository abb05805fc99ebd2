/** Passkeys: the browser signs a challenge with a key that never leaves the device (W3C Web Authentication, Level 3). */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { accountOf } from '#db/accounts.ts';

import { addChallenge, addPasskey, notePasskeyUse, type Passkey, passkeyById, passkeysOf, takeChallenge } from '#db/passkeys.ts';
import { type FieldProblems, problemOf, problemsOf } from '../fields.ts';
import type { Problem, Visit } from '../scope.ts';
import { waitWords } from './brake.ts';
import { type Profile, profile } from './profile.ts';
import { addAccount, taken } from './sign-up.server.ts';

const challengeLives = 5 * 60 * 1000;
const siteName = 'Criterion';
const rpID = (visit: Visit) => new URL(visit.origin).hostname;

async function remember(visit: Visit, challenge: string): Promise<void> {
  const now = visit.now();
  await addChallenge(visit.db, challenge, { now, expiresAt: now + challengeLives });
}

/** Returns what the browser needs to sign somebody in. Any passkey of this site will do: it says whose it is. */
export async function signInOptions(visit: Visit) {
  const options = await generateAuthenticationOptions({ rpID: rpID(visit), userVerification: 'preferred' });
  await remember(visit, options.challenge);
  return options;
}

const refused = 'That passkey does not open an account here. Try another one, or your passphrase.';

/** Returns who signed in with a passkey, or what to say. */
export async function signInByPasskey(visit: Visit, response: AuthenticationResponseJSON): Promise<{ learnerId: string } | Problem> {
  const passkey = await passkeyById(visit.db, response.id);
  const wait = await visit.brake.wait(`passkey ${response.id}`, visit.address);
  if (wait > 0) return { problem: waitWords(wait) };
  const account = passkey && (await accountOf(visit.db, passkey.learnerId));
  if (passkey && account?.disabledAt === null) {
    const checked = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => takeChallenge(visit.db, challenge, visit.now()),
      expectedOrigin: visit.origin,
      expectedRPID: rpID(visit),
      requireUserVerification: false,
      credential: { id: passkey.id, publicKey: Buffer.from(passkey.publicKey, 'base64url'), counter: passkey.counter },
    }).catch(() => null);
    if (checked?.verified) {
      await notePasskeyUse(visit.db, passkey.id, checked.authenticationInfo.newCounter, visit.now());
      return { learnerId: passkey.learnerId };
    }
  }
  await visit.brake.failed(`passkey ${response.id}`, visit.address);
  return { problem: refused };
}

/** Returns what the browser needs to make a passkey for somebody who is called this. */
async function registrationOptions(visit: Visit, { name, email }: Profile, has: readonly Passkey[]) {
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: rpID(visit),
    userName: email,
    userDisplayName: name,
    excludeCredentials: has.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  await remember(visit, options.challenge);
  return options;
}

/** Returns what the browser needs to add a passkey to an account, null where there is none. */
export async function addingOptions(visit: Visit, learnerId: string) {
  const account = await accountOf(visit.db, learnerId);
  return account && registrationOptions(visit, account, await passkeysOf(visit.db, learnerId));
}

/** Returns what the browser needs to sign up with a passkey, or what to mend. */
export async function signUpOptions(visit: Visit, typed: unknown) {
  const parsed = profile.safeParse(typed);
  return parsed.success ? registrationOptions(visit, parsed.data, []) : problemsOf(parsed.error);
}

/** Where the key lives, in words for its owner. */
function labelOf(transports: readonly string[]): string {
  if (transports.includes('internal')) return 'This device';
  if (transports.includes('hybrid')) return 'Phone or tablet';
  return transports.includes('usb') || transports.includes('nfc') ? 'Security key' : 'Passkey';
}

async function verified(visit: Visit, response: RegistrationResponseJSON): Promise<Omit<Passkey, 'learnerId' | 'lastUsedAt'> | null> {
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(visit.db, challenge, visit.now()),
    expectedOrigin: visit.origin,
    expectedRPID: rpID(visit),
    requireUserVerification: false,
  }).catch(() => null);
  if (!checked?.verified) return null;
  const { credential } = checked.registrationInfo;
  const transports = credential.transports ?? [];
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports,
    label: labelOf(transports),
    createdAt: visit.now(),
  };
}

const notMade = 'The passkey did not come through. Try again.';

/** Adds a passkey that the browser has made. Returns what went wrong, or null. */
export async function addMadePasskey(visit: Visit, learnerId: string, response: RegistrationResponseJSON): Promise<Problem | null> {
  const passkey = await verified(visit, response);
  if (!passkey || !(await addPasskey(visit.db, { ...passkey, learnerId }))) return { problem: notMade };
  return null;
}

/** Makes an account that opens by a passkey alone. Returns whose it is, or what to mend. */
export async function signUpByPasskey(
  visit: Visit,
  learnerId: string | null,
  typed: unknown,
  response: RegistrationResponseJSON,
): Promise<{ readonly learnerId: string } | FieldProblems> {
  const parsed = profile.safeParse(typed);
  if (!parsed.success) return problemsOf(parsed.error);
  const wait = await visit.brake.spend(visit.address);
  if (wait > 0) return problemOf('', waitWords(wait));
  const passkey = await verified(visit, response);
  if (!passkey) return problemOf('', notMade);
  const made = await addAccount(visit, learnerId, { ...parsed.data, passphraseHash: null }, async (tx, id) => {
    await addPasskey(tx, { ...passkey, learnerId: id });
  });
  return made ? { learnerId: made } : problemOf('email', taken);
}
