/** Links with a secret in them: a new passphrase for who has lost theirs, and the first administrator. */
import { createHash, randomBytes } from 'node:crypto';
import { readEmail } from '#app/access/email-address.ts';
import { accountByEmail, accountOf, changePassphrase, hasAdmin, setRole } from '#db/accounts.ts';
import { recordAudit } from '#db/audit.ts';
import { type Database, write } from '#db/database.ts';
import { createLink, deleteExpiredLinks, type Link, openLink, spendLink } from '#db/links.ts';
import { passkeysOf } from '#db/passkeys.ts';
import { type FieldProblems, problemOf } from '../fields.ts';
import type { Problem, Visit } from '../scope.ts';
import { waitWords } from './brake.ts';
import { hashPassphrase, passphraseProblem } from './passphrase.server.ts';

const hour = 60 * 60 * 1000;
/** Long enough to hand it over in the next class. */
export const resetLinkHours = 48;
const mailedLinkHours = 1;
const adminLinkHours = 24;

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

async function makeLink(
  visit: Pick<Visit, 'now'>,
  tx: Database,
  { kind, learnerId, hours }: { kind: Link['kind']; learnerId: string | null; hours: number },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const now = visit.now();
  await deleteExpiredLinks(tx, now);
  await createLink(tx, { tokenHash: hashOf(token), kind, learnerId, createdAt: now, expiresAt: now + hours * hour });
  return `/link/${token}`;
}

/** Returns the path of a link that lets `subjectId` choose a new passphrase, once. It is noted who made it. */
export async function makeResetLink(visit: Visit, actorId: string, subjectId: string): Promise<string> {
  return write(visit.db, async (tx) => {
    const path = await makeLink(visit, tx, { kind: 'reset', learnerId: subjectId, hours: resetLinkHours });
    await recordAudit(tx, { id: visit.newId(), at: visit.now(), actorId, action: 'reset-link-made', subjectId, detail: '' });
    return path;
  });
}

/** The same for a command of whoever runs the site, who needs no note of what they do. */
export function makeHandedLink(visit: Pick<Visit, 'db' | 'now'>, subjectId: string): Promise<string> {
  return write(visit.db, (tx) => makeLink(visit, tx, { kind: 'reset', learnerId: subjectId, hours: resetLinkHours }));
}

/** Returns the path of a link to become administrator, null where somebody is one already. Each call ends the link before. */
export async function makeAdminLink(visit: Pick<Visit, 'db' | 'now'>): Promise<string | null> {
  return write(visit.db, async (tx) =>
    (await hasAdmin(tx)) ? null : makeLink(visit, tx, { kind: 'admin', learnerId: null, hours: adminLinkHours }),
  );
}

/** Returns what a link in an address is for, null where it is unknown, used or out of date. */
export async function findLink(visit: Visit, token: string): Promise<{ readonly kind: Link['kind']; readonly name: string | null } | null> {
  const link = await openLink(visit.db, hashOf(token.slice(0, 100)), visit.now());
  if (!link) return null;
  return { kind: link.kind, name: link.learnerId ? ((await accountOf(visit.db, link.learnerId))?.name ?? null) : null };
}

/** Sets the passphrase of the account that a link is for, and ends its sessions. Returns whose it is and whether passkeys open it too, or what to mend. */
export async function resetByLink(
  visit: Visit,
  token: string,
  fresh: string,
): Promise<{ readonly learnerId: string; readonly hasPasskeys: boolean } | FieldProblems | null> {
  const link = await openLink(visit.db, hashOf(token.slice(0, 100)), visit.now());
  const account = link?.kind === 'reset' && link.learnerId ? await accountOf(visit.db, link.learnerId) : null;
  if (!account || account.disabledAt !== null) return null;
  const weak = passphraseProblem(fresh, [account.name, account.email]);
  if (weak) return problemOf('fresh', weak);
  const passphraseHash = await hashPassphrase(fresh);
  const { learnerId } = account;
  return write(visit.db, async (tx) => {
    if (!(await spendLink(tx, hashOf(token), visit.now()))) return null;
    await changePassphrase(tx, learnerId, passphraseHash);
    const [id, at] = [visit.newId(), visit.now()];
    await recordAudit(tx, { id, at, actorId: learnerId, action: 'reset-link-used', subjectId: learnerId, detail: '' });
    return { learnerId, hasPasskeys: (await passkeysOf(tx, learnerId)).length > 0 };
  });
}

/** Makes the holder of an account administrator by a link. Returns false where the link no longer works. */
export async function claimAdmin(visit: Visit, token: string, learnerId: string): Promise<boolean> {
  return write(visit.db, async (tx) => {
    const link = await openLink(tx, hashOf(token.slice(0, 100)), visit.now());
    if (link?.kind !== 'admin' || (await hasAdmin(tx)) || !(await spendLink(tx, link.tokenHash, visit.now()))) return false;
    await setRole(tx, learnerId, 'admin');
    const [id, at] = [visit.newId(), visit.now()];
    await recordAudit(tx, { id, at, actorId: learnerId, action: 'admin-claimed', subjectId: learnerId, detail: '' });
    return true;
  });
}

/**
 * Sends a link for a new passphrase to an address, if it has an account. The answer is the same either way, and so is the time it takes:
 * whether there is an account, and the mail itself, are seen to after the answer. One mailbox gets a few in an hour, whoever asks.
 */
export async function mailResetLink(visit: Visit, typed: string): Promise<Problem | null> {
  const email = readEmail(typed.slice(0, 300));
  if (!email) return { problem: 'That is no email address. It looks like name@example.org.' };
  const wait = await visit.brake.spend(visit.address);
  if (wait > 0) return { problem: waitWords(wait) };
  visit.later(async () => {
    const account = await accountByEmail(visit.db, email);
    if (!account || account.disabledAt !== null || !visit.mail) return;
    // Past the limit the link that was sent last goes on working: a new one would end it.
    if (!(await visit.brake.letter(email))) return;
    const path = await write(visit.db, (tx) =>
      makeLink(visit, tx, { kind: 'reset', learnerId: account.learnerId, hours: mailedLinkHours }),
    );
    await visit.mail({
      to: { name: account.name, address: email },
      subject: 'A new passphrase for Criterion',
      text: `Hello ${account.name},\n\nopen this link within an hour to choose a new passphrase:\n\n${visit.origin}${path}\n\nIf you did not ask for it, do nothing: your passphrase stays as it is.\n`,
    });
  });
  return null;
}
