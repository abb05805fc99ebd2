/**
 * One connection, many callers: a write holds the connection from BEGIN to COMMIT, everyone else waits for it. Between seeing that the
 * connection is free and using it there must be no `await`, or two callers would pass together and lose an update.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';

interface Turn {
  readonly over: Promise<void>;
}

/** How long to try again, in milliseconds, while another process holds the file; each try itself waits for the driver's timeout. */
const patience = 10_000;
const betweenTries = 20;

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

/** Returns the ways to use the connection in turn. */
export function takingTurns(client: Sqlite.Database) {
  const callersTurn = new AsyncLocalStorage<Turn>();
  const begin = client.prepare('BEGIN IMMEDIATE');
  const commit = client.prepare('COMMIT');
  const rollback = client.prepare('ROLLBACK');
  let current: Turn | undefined;
  let last: Promise<void> = Promise.resolve();

  const isInside = () => current !== undefined && callersTurn.getStore() === current;
  const refuseInside = () => {
    if (isInside()) throw new Error('Inside a write use the tx that it gives, not the connection around it.');
  };

  return {
    /** Throws where the caller is not inside the write that is under way: its `tx` outlived it. */
    assertInside(): void {
      if (!isInside()) throw new Error('This tx belongs to a write that is over.');
    },

    /** Runs one statement between writes. */
    async outside<T>(act: () => T): Promise<T> {
      refuseInside();
      return patiently(async () => {
        while (current) await current.over;
        return act();
      });
    },

    /** Runs `body` as a write, first come, first served. */
    async take<T>(body: () => Promise<T>): Promise<T> {
      refuseInside();
      const before = last;
      let finish = () => {};
      const turn: Turn = {
        over: new Promise((resolve) => {
          finish = resolve;
        }),
      };
      last = turn.over;
      await before;
      try {
        await patiently(() => {
          begin.run();
          current = turn;
        });
        const result = await callersTurn.run(turn, body);
        commit.run();
        return result;
      } catch (error) {
        if (client.inTransaction) rollback.run();
        throw error;
      } finally {
        current = undefined;
        finish();
      }
    },

    /** Resolves when no write is under way or waiting. */
    async idle(): Promise<void> {
      for (let seen = last; ; seen = last) {
        await seen;
        if (seen === last) return;
      }
    },
  };
}
