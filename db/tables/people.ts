/** Who learns and teaches here, how they come in, and who looked at whose record. */
import type { Role } from '#app/access/actor.ts';
import type { AuditAction } from '#app/access/audit-action.ts';
import type { Columns } from '../columns.sqlite.ts';
import { idsColumn } from '../json.ts';

/** What a link lets its holder do: choose a new passphrase, or become the first administrator. */
export type LinkKind = 'reset' | 'admin';

/** Returns the tables of people, and a column that points to a learner and goes when the learner goes. */
export function people(c: Columns) {
  const learners = c.table('learners', {
    id: c.id('id').primaryKey(),
    createdAt: c.instant('created_at').notNull(),
    lastSeenAt: c.instant('last_seen_at').notNull(),
  });
  const learnerId = () =>
    c
      .id('learner_id')
      .notNull()
      .references(() => learners.id, { onDelete: 'cascade' });
  const sessions = c.table(
    'sessions',
    {
      /** SHA-256 of the token: a stolen copy of the file opens no session. */
      tokenHash: c.text('token_hash').primaryKey(),
      learnerId: learnerId(),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
    },
    (t) => [c.index('sessions_by_learner').on(t.learnerId), c.index('sessions_by_expiry').on(t.expiresAt)],
  );
  /** A learner with a name and a way in. An anonymous learner gains this row and keeps the id. */
  const accounts = c.table(
    'accounts',
    {
      learnerId: learnerId().primaryKey(),
      name: c.text('name').notNull(),
      /** As `readEmail` reads it: in lower case, so that one address is one account. */
      email: c.text('email').notNull(),
      /** Argon2id, with its settings; null for who comes in by passkey only. */
      passphraseHash: c.text('passphrase_hash'),
      role: c.text('role').$type<Role>().notNull(),
      createdAt: c.instant('created_at').notNull(),
      disabledAt: c.instant('disabled_at'),
    },
    (t) => [c.uniqueIndex('accounts_by_email').on(t.email)],
  );
  const passkeys = c.table(
    'passkeys',
    {
      /** The credential's id as the browser gives it, base64url. */
      id: c.text('id').primaryKey(),
      learnerId: learnerId(),
      /** COSE key, base64url. */
      publicKey: c.text('public_key').notNull(),
      /** Signatures so far as the authenticator counts them: one that goes back is a copy. */
      counter: c.integer('counter').notNull(),
      transports: c.json('transports', idsColumn).notNull(),
      label: c.text('label').notNull(),
      createdAt: c.instant('created_at').notNull(),
      lastUsedAt: c.instant('last_used_at'),
    },
    (t) => [c.index('passkeys_by_learner').on(t.learnerId)],
  );
  /** What a browser was asked to sign, once. */
  const challenges = c.table(
    'challenges',
    { challenge: c.text('challenge').primaryKey(), expiresAt: c.instant('expires_at').notNull() },
    (t) => [c.index('challenges_by_expiry').on(t.expiresAt)],
  );
  const links = c.table(
    'links',
    {
      /** SHA-256 of the secret in the address. */
      tokenHash: c.text('token_hash').primaryKey(),
      kind: c.text('kind').$type<LinkKind>().notNull(),
      /** For whom; null where the link makes an account. */
      learnerId: c.id('learner_id').references(() => learners.id, { onDelete: 'cascade' }),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      usedAt: c.instant('used_at'),
    },
    (t) => [c.index('links_by_learner').on(t.learnerId)],
  );
  /** Who viewed or changed another person's record. Rows are only added; who is deleted leaves theirs without a name. */
  const audit = c.table(
    'audit',
    {
      id: c.id('id').primaryKey(),
      at: c.instant('at').notNull(),
      actorId: c.id('actor_id').references(() => learners.id, { onDelete: 'set null' }),
      action: c.text('action').$type<AuditAction>().notNull(),
      subjectId: c.id('subject_id').references(() => learners.id, { onDelete: 'set null' }),
      detail: c.text('detail').notNull(),
    },
    (t) => [c.index('audit_by_time').on(t.at), c.index('audit_by_subject').on(t.subjectId, t.at), c.index('audit_by_actor').on(t.actorId)],
  );
  /** The seal of each entry of the audit log (audit-chain.ts). Triggers of the migration keep both tables from being changed: rebuild neither. */
  const auditChain = c.table(
    'audit_chain',
    {
      seq: c.integer('seq').primaryKey(),
      entryId: c.id('entry_id').notNull(),
      /** Stand for actor and subject when their names are gone; null where there was none. */
      actorMark: c.text('actor_mark'),
      subjectMark: c.text('subject_mark'),
      seal: c.text('seal').notNull(),
    },
    (t) => [c.uniqueIndex('audit_chain_by_entry').on(t.entryId)],
  );
  /** How much review a learner wants in a day; who has chosen nothing has no row. */
  const reviewLimits = c.table(
    'review_limits',
    {
      learnerId: learnerId(),
      course: c.text('course').notNull(),
      newPerDay: c.integer('new_per_day').notNull(),
      perDay: c.integer('per_day').notNull(),
      chosenAt: c.instant('chosen_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.learnerId, t.course] })],
  );
  return { learners, reviewLimits, sessions, accounts, passkeys, challenges, links, audit, auditChain, learnerId };
}

export type Learners = ReturnType<typeof people>['learners'];
export type LearnerId = ReturnType<typeof people>['learnerId'];
