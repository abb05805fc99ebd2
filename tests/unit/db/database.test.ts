import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTick, setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atomically, type Database, write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import { assertNodeCanLoadSqlite } from '#db/node-version.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { freshDatabase } from './fresh.ts';

let folder: string;
let db: OpenDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'criterion-db-'));
  db = await freshDatabase(join(folder, 'made', 'on', 'demand.db'));
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

/** drizzle wraps what a query throws. */
const causedBy = (message: RegExp) => ({ cause: { message: expect.stringMatching(message) } });

const ids = async (from: Database) => (await from.orm.select().from(from.tables.learners)).map((row) => row.id).sort();

describe('opening', () => {
  test('makes the folder and keeps every commit through a power cut', () => {
    expect(existsSync(join(folder, 'made', 'on', 'demand.db'))).toBe(true);
    const pragma = (name: string) => db.client.pragma(name, { simple: true });
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('trusted_schema')]).toEqual(['wal', 2, 1, 0]);
  });

  test('refuses a Node that would crash on the driver, and says what to use', () => {
    expect(() => assertNodeCanLoadSqlite('9')).toThrow(/Node 22\.14 or newer/);
    expect(() => assertNodeCanLoadSqlite(undefined)).toThrow(/too old/);
    expect(() => assertNodeCanLoadSqlite('10')).not.toThrow();
  });
});

describe('a write', () => {
  test('that throws leaves nothing behind', async () => {
    const failing = write(db, async (tx) => {
      await createLearner(tx, { id: 'ann', now: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await ids(db)).toEqual([]);
  });

  test('inside a write is refused, through tx and through the connection', async () => {
    await expect(write(db, (tx) => write(tx, async () => 1))).rejects.toThrow(/write inside a write/);
    await expect(write(db, () => write(db, async () => 1))).rejects.toThrow(/use the tx/);
    await expect(write(db, () => createLearner(db, { id: 'ann', now: 1 }))).rejects.toMatchObject(causedBy(/use the tx/));
    expect(await write(db, (tx) => ids(tx))).toEqual([]);
  });

  test('joined by atomically is undone as one', async () => {
    const failing = write(db, async (tx) => {
      await atomically(tx, (inner) => createLearner(inner, { id: 'ann', now: 1 }));
      throw new Error('late');
    });
    await expect(failing).rejects.toThrow('late');
    await atomically(db, (tx) => createLearner(tx, { id: 'ben', now: 1 }));
    expect(await ids(db)).toEqual(['ben']);
  });

  test('that is over lets no forgotten query slip into the next one', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await write(db, async (tx) => {
      late = pause(5).then(() => createLearner(tx, { id: 'late', now: 1 }));
      late.catch(() => {});
    });
    await write(db, () => pause(20));
    await expect(late).rejects.toMatchObject(causedBy(/is over/));
    expect(await ids(db)).toEqual([]);
  });

  test('is not seen from outside before it is committed', async () => {
    let begun = () => {};
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const writing = write(db, async (tx) => {
      await createLearner(tx, { id: 'ann', now: 1 });
      begun();
      await pause(10);
      throw new Error('undone');
    });
    await underWay;
    const seen = ids(db);
    await expect(writing).rejects.toThrow('undone');
    expect(await seen).toEqual([]);
  });
});

test('fifty concurrent read-modify-writes with outside writers lose no update', async () => {
  const { learners } = db.tables;
  await createLearner(db, { id: 'counter', now: 0 });
  const increments = Array.from({ length: 50 }, (_, index) =>
    write(db, async (tx) => {
      const [before] = await tx.orm.select().from(learners).where(eq(learners.id, 'counter'));
      await nextTick();
      await tx.orm
        .update(learners)
        .set({ lastSeenAt: (before?.lastSeenAt ?? 0) + 1 })
        .where(eq(learners.id, 'counter'));
      await nextTick();
      if (index % 2 === 1) throw new Error('every second one is undone');
    }).catch(() => 'undone'),
  );
  const outside = Array.from({ length: 20 }, async (_, index) => {
    for (let ticks = 0; ticks < index * 5; ticks++) await nextTick();
    await createLearner(db, { id: `outside ${index}`, now: 0 });
  });
  await Promise.all([...increments, ...outside]);
  const [after] = await db.orm.select().from(learners).where(eq(learners.id, 'counter'));
  expect(after?.lastSeenAt).toBe(25);
  expect(await ids(db)).toHaveLength(21);
});

test('a statement sent around the moment that a write begins is not undone with it', async () => {
  for (let ticks = 0; ticks < 12; ticks++) {
    const before = createLearner(db, { id: `before ${ticks}`, now: 0 });
    for (let tick = 0; tick < ticks; tick++) await null;
    const undone = write(db, async () => {
      await nextTick();
      throw new Error('undone');
    }).catch(() => 'undone');
    const after = createLearner(db, { id: `after ${ticks}`, now: 0 });
    await Promise.all([before, undone, after]);
  }
  expect(await ids(db)).toHaveLength(24);
});

test('another process holding the file is waited for without blocking the event loop for long', async () => {
  const other = await openDatabase(join(folder, 'made', 'on', 'demand.db'));
  other.client.exec('BEGIN IMMEDIATE');
  setTimeout(() => other.client.exec('COMMIT'), 900);
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await Promise.all([createLearner(db, { id: 'ann', now: 1 }), write(db, (tx) => createLearner(tx, { id: 'ben', now: 1 }))]);
  clearInterval(beat);
  await other.close();
  expect(await ids(db)).toEqual(['ann', 'ben']);
  expect(longest).toBeLessThan(700);
});

test('closing waits for a write under way', async () => {
  const second = await openDatabase(join(folder, 'made', 'on', 'demand.db'));
  const writing = write(second, async (tx) => {
    await pause(10);
    await createLearner(tx, { id: 'ann', now: 1 });
  });
  await second.close();
  await writing;
  expect(await ids(db)).toEqual(['ann']);
});

test('more distinct statements than are kept still run', async () => {
  for (let index = 0; index < 600; index++) {
    const [row] = await db.orm.select({ n: sql.raw(String(index)).mapWith(Number) }).from(sql`(select 1)`);
    expect(row?.n).toBe(index);
  }
});
