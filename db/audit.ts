/** The audit log: who viewed or changed another person's record. Rows are only added. */
import { aliasedTable, and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { AuditAction } from '#app/access/audit-action.ts';
import { type AuditEntry, seal } from './audit-chain.ts';
import { atomically, type Database } from './database.ts';

export type { AuditEntry };

/** Adds an entry, sealed with the one before. */
export async function recordAudit(db: Database, entry: AuditEntry): Promise<void> {
  await atomically(db, async (tx) => {
    await tx.orm.insert(tx.tables.audit).values(entry);
    await seal(tx, entry);
  });
}

const hour = 60 * 60 * 1000;

/** Returns true where the same look was recorded within the hour before. */
export async function lookedLately({ orm, tables: { audit } }: Database, entry: AuditEntry): Promise<boolean> {
  const [before] = await orm
    .select({ id: audit.id })
    .from(audit)
    .where(
      and(
        entry.actorId === null ? isNull(audit.actorId) : eq(audit.actorId, entry.actorId),
        entry.subjectId === null ? isNull(audit.subjectId) : eq(audit.subjectId, entry.subjectId),
        eq(audit.action, entry.action),
        eq(audit.detail, entry.detail),
        gt(audit.at, entry.at - hour),
      ),
    )
    .limit(1);
  return before !== undefined;
}

/** Records that somebody looked, once an hour: whoever reads on looks at the same. */
export async function recordLook(tx: Database, entry: AuditEntry): Promise<void> {
  if (!(await lookedLately(tx, entry))) await recordAudit(tx, entry);
}

export interface NamedAuditEntry {
  readonly id: string;
  readonly at: number;
  readonly action: AuditAction;
  /** Null for the site itself, and for people who have left. */
  readonly actor: string | null;
  readonly subject: string | null;
  readonly detail: string;
}

/** Returns a page of entries, newest first, all or those about one person. `before` is the id that the page before ended with. */
export async function listAudit(
  { orm, tables: { audit, accounts } }: Database,
  { subjectId = null, before = null, limit }: { subjectId?: string | null; before?: string | null; limit: number },
): Promise<NamedAuditEntry[]> {
  const actors = aliasedTable(accounts, 'actors');
  const subjects = aliasedTable(accounts, 'subjects');
  return orm
    .select({ id: audit.id, at: audit.at, action: audit.action, actor: actors.name, subject: subjects.name, detail: audit.detail })
    .from(audit)
    .leftJoin(actors, eq(actors.learnerId, audit.actorId))
    .leftJoin(subjects, eq(subjects.learnerId, audit.subjectId))
    .where(and(...(subjectId === null ? [] : [eq(audit.subjectId, subjectId)]), ...(before === null ? [] : [lt(audit.id, before)])))
    .orderBy(desc(audit.id))
    .limit(limit);
}
