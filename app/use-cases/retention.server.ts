/** What was kept long enough goes by itself. */
import { shortenLog } from '#db/audit-chain.ts';
import { write } from '#db/database.ts';
import { deleteLearner } from '#db/learners.ts';
import { deleteExpiredLinks } from '#db/links.ts';
import { deleteOldInvitations, idleLearners } from '#db/retention.ts';
import { deleteExpired } from '#db/sessions.ts';
import type { World } from './scope.ts';

/** In days; 0 keeps for ever. */
export interface Retention {
  /** Learners without an account, from when they were last here. */
  readonly idle: number;
  /** Invitations that nobody took up. */
  readonly invitations: number;
  /** Entries of the audit log. */
  readonly audit: number;
}

export interface Forgotten {
  readonly learners: number;
  readonly invitations: number;
  readonly sessions: number;
  readonly entries: number;
}

const day = 24 * 60 * 60 * 1000;
/** Few enough that an answer hardly waits behind them. The rest has its turn the next time. */
const learnersAtOnce = 25;

/** Deletes what has been kept long enough, in small writes. Returns how much that was. */
export async function forgetOld(world: Pick<World, 'db' | 'now' | 'newId'>, keep: Retention): Promise<Forgotten> {
  const { db } = world;
  const now = world.now();
  const before = (days: number) => (days === 0 ? Number.NEGATIVE_INFINITY : now - days * day);
  const idle = keep.idle === 0 ? [] : await idleLearners(db, before(keep.idle), learnersAtOnce);
  for (const learnerId of idle) await write(db, (tx) => deleteLearner(tx, learnerId));
  const invitations = keep.invitations === 0 ? 0 : await write(db, (tx) => deleteOldInvitations(tx, before(keep.invitations)));
  const sessions = await write(db, async (tx) => {
    await deleteExpiredLinks(tx, now);
    return deleteExpired(tx, now);
  });
  const entries = keep.audit === 0 ? 0 : await shortenLog(db, { before: before(keep.audit), id: world.newId(), at: now });
  return { learners: idle.length, invitations, sessions, entries };
}
