/** What learners have shown, for anybody with the code to check. A certificate never changes; it can be withdrawn. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { atomically, type Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Certificate = Readonly<Tables['certificates']['$inferSelect']>;

/** So many may stand at once: enough for a corrected name, too few to fill the file. */
export const mostCertificates = 5;

/**
 * Keeps a certificate, or returns the one that this form key made before. Null where the key was used by another learner; `full` where
 * the learner has as many as may stand.
 */
export async function issueCertificate(db: Database, certificate: Omit<Certificate, 'withdrawnAt'>): Promise<Certificate | 'full' | null> {
  return atomically(db, async (tx) => {
    const { orm, tables } = tx;
    const c = tables.certificates;
    const { learnerId, course, formKey } = certificate;
    const [before] = await orm.select().from(c).where(eq(c.formKey, formKey));
    if (before) return before.learnerId === learnerId ? before : null;
    const standing = await orm
      .select({ id: c.id })
      .from(c)
      .where(and(eq(c.learnerId, learnerId), eq(c.course, course), isNull(c.withdrawnAt)));
    if (standing.length >= mostCertificates) return 'full';
    const made = { ...certificate, withdrawnAt: null };
    await orm.insert(c).values(made);
    return made;
  });
}

/** Returns a learner's certificates of a course, newest first. */
export async function certificatesOf(
  { orm, tables: { certificates: c } }: Database,
  learnerId: string,
  course: string,
): Promise<Certificate[]> {
  return orm
    .select()
    .from(c)
    .where(and(eq(c.learnerId, learnerId), eq(c.course, course)))
    .orderBy(desc(c.issuedAt), desc(c.id));
}

/** Returns the certificate with this code, whoever asks, or null. */
export async function certificateByCode({ orm, tables: { certificates: c } }: Database, code: string): Promise<Certificate | null> {
  const [found] = await orm.select().from(c).where(eq(c.code, code));
  return found ?? null;
}

/** Withdraws a learner's certificate; the first time stands. Returns false where the learner has none with this code. */
export async function withdrawCertificate(db: Database, learnerId: string, code: string, now: number): Promise<boolean> {
  return atomically(db, async (tx) => {
    const c = tx.tables.certificates;
    const own = and(eq(c.code, code), eq(c.learnerId, learnerId));
    await tx.orm
      .update(c)
      .set({ withdrawnAt: now })
      .where(and(own, isNull(c.withdrawnAt)));
    return (await tx.orm.select({ id: c.id }).from(c).where(own)).length > 0;
  });
}
