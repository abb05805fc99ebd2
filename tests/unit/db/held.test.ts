/** Each table says what it holds of people; here it is held against the schema, the copy and deletion. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { rowsOf } from '#db/rows-of.ts';
import { type Held, held } from '#db/tables/held.ts';
import { freshDatabase } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(() => db.close());

const tablesThat = (...kinds: Held[]) =>
  Object.entries(db.tables).flatMap(([name, table]) => (kinds.includes(held[name as keyof typeof held]) ? [{ name, table }] : [])) as {
    name: string;
    table: SQLiteTable;
  }[];

/** References of a table: where to, and what becomes of a row when that goes. */
const referencesOf = (table: SQLiteTable) =>
  getTableConfig(table).foreignKeys.map((key) => ({ to: key.reference().foreignTable, onDelete: key.onDelete }));

/** True where a row goes when its learner goes, by one cascade or several. */
function goesWithLearner(table: SQLiteTable): boolean {
  if (getTableName(table) === 'learners') return true;
  return referencesOf(table).some(({ to, onDelete }) => onDelete === 'cascade' && goesWithLearner(to as SQLiteTable));
}

test('every table of the data file says what it holds', () => {
  const inFile = db.client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'")
    .pluck()
    .all() as string[];
  const said = Object.keys(held).map((name) => getTableName(db.tables[name as keyof typeof held]));
  expect(said.toSorted()).toEqual(inFile.toSorted());
});

test('what goes with a learner hangs on the learner by cascades alone, and what stays loses the name', () => {
  for (const { name, table } of tablesThat('goes')) expect(goesWithLearner(table), name).toBe(true);
  for (const { name, table } of tablesThat('stays without the name', 'nobody')) {
    expect(goesWithLearner(table), name).toBe(false);
    const people = referencesOf(table).filter(({ to }) => getTableName(to) === 'learners');
    expect(
      people.map(({ onDelete }) => onDelete).filter((act) => act !== 'set null'),
      name,
    ).toEqual([]);
  }
});

test('no table that is said to hold nobody has a column for one', () => {
  for (const { name, table } of tablesThat('nobody'))
    expect(
      Object.keys(getTableColumns(table)).filter((column) => /learnerId|subjectId|email|passphrase/.test(column)),
      name,
    ).toEqual([]);
});

test('what is held about somebody is in their copy, table by table', async () => {
  await createLearner(db, { id: 'ann', now: 0 });
  const copy = Object.keys(await rowsOf(db, 'ann')).map((name) => (name === 'learner' ? 'learners' : name));
  const kept = tablesThat('goes', 'goes by address', 'stays without the name').map(({ name }) => name);
  expect(copy.toSorted()).toEqual(kept.toSorted());
});
