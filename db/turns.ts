/**
 * One connection, many callers. Writes that wait at the same moment share a commit, for a commit costs about as much as what it keeps
 * (group commit: DeWitt et al. 1984, *Implementation techniques for main memory database systems*, section 5). Each is still undone by
 * itself, and none is told of its result before that is on the disk. Whoever reads waits from BEGIN to COMMIT: between seeing that the
 * connection is free and using it there must be no `await`, or what is read may be undone afterwards.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as arrivals, setTimeout as pause } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';

/** How long to try again, in milliseconds, while another process holds the file; each try itself waits for the driver's timeout. */
const patience = 10_000;
const betweenTries = 20;
/** Writes in a group at the most, and milliseconds after which no other joins it, so that nobody who reads waits for long. */
const groupSize = 32;
const groupTime = 20;

const isBusy = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** Runs `act`, again and again while the file is busy. Blocks the event loop only for the driver's own timeout. */
async function patiently<T>(act: () => Promise<T> | T): Promise<T> {
  const until = performance.now() + patience;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await pause(betweenTries);
    }
  }
}

/** A write whose caller waits. */
interface Write {
  /** Runs its body. Returns how its caller is told, and throws what the body throws. */
  readonly run: () => Promise<() => void>;
  readonly refuse: (error: unknown) => void;
}

/** Returns the ways to use the connection in turn. */
export function takingTurns(client: Sqlite.Database) {
  const callersWrite = new AsyncLocalStorage<Write>();
  const begin = client.prepare('BEGIN IMMEDIATE');
  const commit = client.prepare('COMMIT');
  const rollback = client.prepare('ROLLBACK');
  const waiting: Write[] = [];
  /** So many of those at the front run in a group of their own: one of them threw, and undid the others with itself. */
  let alone = 0;
  let current: Write | undefined;
  /** Pending from BEGIN to COMMIT. */
  let group: Promise<void> | undefined;
  let working: Promise<void> | undefined;

  const isInside = () => current !== undefined && callersWrite.getStore() === current;
  const refuseInside = () => {
    if (isInside()) throw new Error('Inside a write use the tx that it gives, not the connection around it.');
  };

  /** A transaction that cannot even be undone is noticed by the next BEGIN. */
  function undo(): void {
    try {
      if (client.inTransaction) rollback.run();
    } catch {}
  }

  /** Runs those who wait as one transaction, up to the limits of a group, and tells each what came of it. Throws nothing. */
  async function runGroup(): Promise<void> {
    let over = () => {};
    try {
      await patiently(() => {
        begin.run();
        group = new Promise((resolve) => {
          over = resolve;
        });
      });
    } catch (error) {
      // Somebody else holds the file, however long those here have waited.
      alone = 0;
      for (const { refuse } of waiting.splice(0)) refuse(error);
      return;
    }
    const until = performance.now() + groupTime;
    const most = alone > 0 ? 1 : groupSize;
    alone = Math.max(0, alone - 1);
    const begun: Write[] = [];
    const tell: (() => void)[] = [];
    try {
      while (begun.length < most && (begun.length === 0 || performance.now() < until)) {
        const next = waiting.shift();
        if (!next) break;
        begun.push(next);
        current = next;
        tell.push(await callersWrite.run(next, next.run));
      }
      current = undefined;
      commit.run();
    } catch (error) {
      // On a full or broken disk SQLite may have ended the transaction itself; then, or after a commit that failed, nothing is tried again.
      const byItself = current !== undefined && client.inTransaction;
      undo();
      if (byItself && begun.length > 1) {
        waiting.unshift(...begun);
        alone = begun.length;
      } else for (const { refuse } of begun) refuse(error);
      return;
    } finally {
      current = undefined;
      group = undefined;
      over();
    }
    for (const say of tell) say();
  }

  /** Group after group while anybody waits; what has arrived meanwhile is seen to in between. */
  async function work(): Promise<void> {
    do {
      await arrivals();
      await runGroup();
    } while (waiting.length > 0);
    working = undefined;
  }

  return {
    /** Throws where the caller is not inside the write that is under way: its `tx` outlived it. */
    assertInside(): void {
      if (!isInside()) throw new Error('This tx belongs to a write that is over.');
    },

    /** Runs one statement between writes. */
    async outside<T>(act: () => T): Promise<T> {
      refuseInside();
      return patiently(async () => {
        while (group) await group;
        return act();
      });
    },

    /** Runs `body` as a write, first come, first served. Where another of its group throws, it is undone with it and run again. */
    async take<T>(body: () => Promise<T>): Promise<T> {
      refuseInside();
      return new Promise((resolve, reject) => {
        const run = async () => {
          const result = await body();
          return () => resolve(result);
        };
        waiting.push({ run, refuse: reject });
        working ??= work();
      });
    },

    /** Resolves when no write is under way or waiting. */
    async idle(): Promise<void> {
      while (working) await working;
    },
  };
}
