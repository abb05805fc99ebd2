import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takingTurns } from '#db/turns.ts';

let client: Sqlite.Database;
/** What happened, in order. */
let seen: string[];
let commitFails: Error | null;
let turns: ReturnType<typeof takingTurns>;

beforeEach(() => {
  client = new Sqlite(':memory:');
  client.exec('CREATE TABLE kept (name TEXT PRIMARY KEY)');
  seen = [];
  commitFails = null;
  const prepare = client.prepare.bind(client);
  const commits = Object.create(client, {
    prepare: {
      value: (sql: string) => {
        const statement = prepare(sql);
        if (sql !== 'COMMIT') return statement;
        return {
          run: () => {
            if (commitFails) throw commitFails;
            statement.run();
            seen.push('committed');
          },
        };
      },
    },
    inTransaction: { get: () => client.inTransaction },
  }) as Sqlite.Database;
  turns = takingTurns(commits);
});
afterEach(() => client.close());

const names = () => client.prepare('SELECT name FROM kept ORDER BY name').pluck().all();
const insert = (name: string) => client.prepare('INSERT INTO kept VALUES (?)').run(name);
/** A write that inserts `name`, and then does `also`. */
const keep = (name: string, also: () => void = () => {}) =>
  turns
    .take(async () => {
      seen.push(`${name} begun`);
      insert(name);
      also();
    })
    .then(
      () => seen.push(`${name} told`),
      (error: Error) => seen.push(`${name} refused: ${error.message}`),
    );

describe('writes that wait at the same moment', () => {
  test('share one commit, in order, and are told of their result after it', async () => {
    await Promise.all(['a', 'b', 'c'].map((name) => keep(name)));
    expect(seen).toEqual(['a begun', 'b begun', 'c begun', 'committed', 'a told', 'b told', 'c told']);
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  test('are undone one by one: where one throws, the others are kept all the same', async () => {
    const changeMind = () => {
      throw new Error('changed my mind');
    };
    await Promise.all([keep('a'), keep('b', changeMind), keep('c')]);
    expect(names()).toEqual(['a', 'c']);
    const tried = ['a begun', 'b begun'];
    const oneByOne = ['a begun', 'committed', 'a told', 'b begun', 'b refused: changed my mind', 'c begun', 'committed', 'c told'];
    expect(seen).toEqual([...tried, ...oneByOne]);
  });

  test('are all refused where the commit fails, and none is tried again', async () => {
    commitFails = new Error('the disk said no');
    await Promise.all(['a', 'b'].map((name) => keep(name)));
    expect(seen).toEqual(['a begun', 'b begun', 'a refused: the disk said no', 'b refused: the disk said no']);
    commitFails = null;
    await keep('c');
    expect(names()).toEqual(['c']);
  });

  test('are all refused where the transaction was ended under them, as a full disk does', async () => {
    const end = () => {
      client.exec('ROLLBACK');
      throw new Error('the disk is full');
    };
    await Promise.all([keep('a'), keep('b', end)]);
    expect(seen).toEqual(['a begun', 'b begun', 'a refused: the disk is full', 'b refused: the disk is full']);
    await keep('c');
    expect(names()).toEqual(['c']);
  });

  test('do not keep those waiting who read: a long row of them is kept in several commits', async () => {
    const all = Array.from({ length: 100 }, (_, n) => keep(String(n).padStart(3, '0')));
    await turns.take(async () => {}).then(() => seen.push('the last told'));
    await Promise.all(all);
    expect(names()).toHaveLength(100);
    expect(seen.filter((what) => what === 'committed').length).toBeGreaterThanOrEqual(4);
  });
});

test('who reads sees what is committed, and nothing of a group under way', async () => {
  let read: Promise<unknown> = Promise.resolve();
  const asked = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => {
    read = turns.outside(names);
  });
  const slow = (name: string) =>
    turns.take(async () => {
      insert(name);
      await new Promise((resolve) => setTimeout(resolve, 15));
    });
  // The second of them begins within the time of a group, the third does not.
  await Promise.all([slow('a'), slow('b'), slow('c'), asked]);
  expect(await read).toEqual(['a', 'b']);
});

test('a query of a write that is over finds no way into the next one of its group', async () => {
  let late: Promise<void> = Promise.resolve();
  const over = turns.take(async () => {
    late = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => turns.assertInside());
    late.catch(() => {});
  });
  await Promise.all([over, turns.take(() => new Promise<void>((resolve) => setTimeout(resolve, 15)))]);
  await expect(late).rejects.toThrow(/is over/);
});
