/** An administrator changes what another person's account may do. */
import type { Role } from '#app/access/actor.ts';
import type { AuditAction } from '#app/access/audit-action.ts';
import { setDisabled, setRole } from '#db/accounts.ts';
import { recordAudit } from '#db/audit.ts';
import { type Database, write } from '#db/database.ts';
import type { World } from '../scope.ts';

async function noted(
  world: World,
  entry: { actorId: string; subjectId: string; action: AuditAction; detail?: string },
  act: (tx: Database) => Promise<void>,
): Promise<void> {
  await write(world.db, async (tx) => {
    await act(tx);
    await recordAudit(tx, { detail: '', ...entry, id: world.newId(), at: world.now() });
  });
}

/** Gives an account another role, and notes who did. */
export function changeRole(world: World, actorId: string, subjectId: string, role: Role): Promise<void> {
  return noted(world, { actorId, subjectId, action: 'role-changed', detail: `to ${role}` }, (tx) => setRole(tx, subjectId, role));
}

/** Closes an account to its holder, or opens it again, and notes who did. */
export function disableAccount(world: World, actorId: string, subjectId: string, disabled: boolean): Promise<void> {
  const action = disabled ? 'account-disabled' : 'account-enabled';
  return noted(world, { actorId, subjectId, action }, (tx) => setDisabled(tx, subjectId, disabled ? world.now() : null));
}
