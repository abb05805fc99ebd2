/** What query functions are given: a connection, or the write that they are part of. Both have the same type. */
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import type { EvidenceReader } from '#app/learning/diagnosis/rows.ts';
import type { Tables } from './tables.ts';

/** The part of drizzle that every dialect has. Transactions go through `write`, so that none begins deferred. */
export type Orm = Omit<SqliteRemoteDatabase, 'run' | 'all' | 'get' | 'values' | 'batch' | 'transaction'>;

/** What only a course can tell of an answer in the log. Set by whoever opens the file and knows the courses; shared with every write. */
export interface Readers {
  /** Null: beliefs are neither kept nor derived, and stay as they are. */
  evidence: EvidenceReader | null;
}

export interface Database {
  readonly orm: Orm;
  readonly tables: Tables;
  readonly readers: Readers;
  /** The connection's way of running a transaction; null inside one. Call `write` or `atomically` instead. */
  readonly transaction: (<T>(body: (tx: Database) => Promise<T>) => Promise<T>) | null;
}

/**
 * Runs `body` as one transaction: all of it is kept, or none. Inside, use only `tx`, and no other input or output: it may run twice, since
 * writes that come together share a commit, and one that throws undoes those before it. The result is returned after the commit has
 * reached the disk. Throws what `body` throws, and when called inside another write.
 */
export async function write<T>(db: Database, body: (tx: Database) => Promise<T>): Promise<T> {
  if (!db.transaction) throw new Error('A write inside a write: use the tx that you were given.');
  return db.transaction(body);
}

/** Runs `body` in the write that `db` is part of, or in one of its own. For queries of several steps that callers may combine. */
export async function atomically<T>(db: Database, body: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction ? db.transaction(body) : body(db);
}
