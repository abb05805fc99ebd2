/**
 * Each entry of the audit log is sealed together with the seal of the one before, so that an entry that is changed, taken out or put in
 * shows. Who can write the file could seal all of it anew: whoever wants to rule that out notes the last seal elsewhere from time to time.
 */
import { createHash } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, isNull, lte, notExists, sql } from 'drizzle-orm';
import { atomically, type Database } from './database.ts';
import type { Tables } from './tables.ts';

export type AuditEntry = Readonly<Tables['audit']['$inferSelect']>;

/** What the first entry is sealed with. */
const beginning = '';
/** Said by the entry that announces that older ones go; the triggers of the migration read the number, and let only those go. */
const announced = (seq: number, seal: string) => `up to entry ${seq}, sealed ${seal}`;
function announcedIn(detail: string): { seq: number; seal: string } {
  const [, seq, seal] = /^up to entry (\d+), sealed (\S+)$/.exec(detail) ?? [];
  return { seq: Number(seq ?? 0), seal: seal ?? '' };
}

const digest = (...parts: readonly (string | number | null)[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
/** Stands for a person in the seal and stays when the name goes. Of two entries nobody can tell by it whether they are about the same one. */
const markOf = (entryId: string, personId: string | null) => (personId === null ? null : digest(entryId, personId));

interface Marks {
  readonly actorMark: string | null;
  readonly subjectMark: string | null;
}

const sealOf = (before: string, seq: number, { id, at, action, detail }: AuditEntry, { actorMark, subjectMark }: Marks) =>
  digest(before, seq, id, at, action, detail, actorMark, subjectMark);

/** Seals an entry, inside the write that records it. */
export async function seal({ orm, tables: { auditChain: c } }: Database, entry: AuditEntry): Promise<void> {
  const [last] = await orm.select({ seq: c.seq, seal: c.seal }).from(c).orderBy(desc(c.seq)).limit(1);
  const seq = (last?.seq ?? 0) + 1;
  const marks = { actorMark: markOf(entry.id, entry.actorId), subjectMark: markOf(entry.id, entry.subjectId) };
  await orm.insert(c).values({ seq, entryId: entry.id, ...marks, seal: sealOf(last?.seal ?? beginning, seq, entry, marks) });
}

/** Seals the entries that are older than sealing. Returns how many; none once that is done. */
export async function sealOlder(db: Database): Promise<number> {
  return atomically(db, async (tx) => {
    const { audit: a, auditChain: c } = tx.tables;
    const sealed = tx.orm.select({ one: sql`1` }).from(c).where(eq(c.entryId, a.id));
    const older = await tx.orm.select().from(a).where(notExists(sealed)).orderBy(asc(a.id));
    for (const entry of older) await seal(tx, entry);
    return older.length;
  });
}

export interface ChainChecked {
  readonly entries: number;
  /** The seal of the newest entry; '' where there is none. */
  readonly last: string;
  /** What does not hold, in a sentence each; none where all is well. */
  readonly problems: readonly string[];
  /** True where the seal that was asked for is that of an entry. */
  readonly known: boolean;
}

const atOnce = 1000;
const mostProblems = 10;

/** Reads the whole log and returns whether it is as it was sealed; and whether `noted`, a seal that was noted earlier, is in it. */
export async function checkChain(db: Database, noted: string | null = null): Promise<ChainChecked> {
  const { orm, tables } = db;
  const { audit: a, auditChain: c } = tables;
  const problems: string[] = [];
  const shortened = await orm.select({ detail: a.detail }).from(a).where(eq(a.action, 'log-shortened'));
  const start = shortened.map(({ detail }) => announcedIn(detail)).reduce((a, b) => (b.seq > a.seq ? b : a), { seq: 0, seal: beginning });
  let [seq, last, entries, known] = [start.seq, start.seal, 0, noted === null];
  for (let first = true; ; first = false) {
    const rows = await orm
      .select({ chain: c, entry: a })
      .from(c)
      .leftJoin(a, eq(a.id, c.entryId))
      .where(gt(c.seq, first ? -1 : seq))
      .orderBy(asc(c.seq))
      .limit(atOnce);
    for (const { chain, entry } of rows) {
      if (chain.seq !== seq + 1) problems.push(`Entries ${seq + 1} to ${chain.seq - 1} are missing.`);
      if (!entry) problems.push(`Entry ${chain.seq} is missing.`);
      else if (!marksHold(entry, chain)) problems.push(`Entry ${chain.seq} names somebody else than when it was written.`);
      else if (sealOf(last, chain.seq, entry, chain) !== chain.seal)
        problems.push(`Entry ${chain.seq} is not as it was written, or what stood before it is not.`);
      known ||= chain.seal === noted;
      [seq, last, entries] = [chain.seq, chain.seal, entries + 1];
    }
    if (rows.length < atOnce || problems.length >= mostProblems) break;
  }
  const [unsealed] = await orm.select({ id: a.id }).from(a).leftJoin(c, eq(c.entryId, a.id)).where(isNull(c.seq)).limit(1);
  if (unsealed) problems.push('There are entries without a seal.');
  return { entries, last, problems: problems.slice(0, mostProblems), known };
}

/** Who is deleted leaves no name; where there is one, it is the one that was sealed. */
function marksHold({ id, actorId, subjectId }: AuditEntry, { actorMark, subjectMark }: Marks): boolean {
  return [
    [actorId, actorMark],
    [subjectId, subjectMark],
  ].every(([person, mark]) => person === null || markOf(id, person ?? null) === mark);
}

const day = 24 * 60 * 60 * 1000;

/** Takes out entries older than `before`, once a day at most, which an entry of its own announces. Returns how many went. */
export async function shortenLog(db: Database, { before, id, at }: { before: number; id: string; at: number }): Promise<number> {
  return atomically(db, async (tx) => {
    const { audit: a, auditChain: c } = tx.tables;
    const [lately] = await tx.orm
      .select({ id: a.id })
      .from(a)
      .where(and(eq(a.action, 'log-shortened'), gt(a.at, at - day)))
      .limit(1);
    if (lately) return 0;
    // The last entry stays, so that the next is sealed with what was.
    const [newest] = await tx.orm.select({ seq: c.seq }).from(c).orderBy(desc(c.seq)).limit(1);
    const [stays] = await tx.orm
      .select({ seq: sql<number>`min(${c.seq})` })
      .from(c)
      .innerJoin(a, eq(a.id, c.entryId))
      .where(gt(a.at, before));
    const upTo = Math.min(stays?.seq ?? Number.POSITIVE_INFINITY, newest?.seq ?? 0) - 1;
    const [end] = await tx.orm.select({ seal: c.seal }).from(c).where(eq(c.seq, upTo));
    if (!end) return 0;
    const going = tx.orm.select({ id: c.entryId }).from(c).where(lte(c.seq, upTo));
    const entry = { id, at, actorId: null, subjectId: null, action: 'log-shortened', detail: announced(upTo, end.seal) } as const;
    await tx.orm.insert(a).values(entry);
    await seal(tx, entry);
    await tx.orm.delete(a).where(inArray(a.id, going));
    return (await tx.orm.delete(c).where(lte(c.seq, upTo)).returning({ seq: c.seq })).length;
  });
}
