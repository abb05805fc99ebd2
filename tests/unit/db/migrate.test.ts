import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';

let folder: string;
let db: OpenDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'criterion-migrations-'));
  db = await openDatabase(':memory:');
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

function migrations(...sqls: string[]): string {
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const entries = sqls.map((_, idx) => ({ idx, version: '6', when: 1000 + idx, tag: `m${idx}`, breakpoints: true }));
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  for (const [index, sql] of sqls.entries()) writeFileSync(join(folder, `m${index}.sql`), sql);
  return folder;
}
const tables = () =>
  db.client
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\'")
    .all()
    .map((row) => row.name);

test('the shipped migrations apply once', async () => {
  expect(await migrate(db)).toBeGreaterThan(0);
  expect(await migrate(db)).toBe(0);
  expect(tables()).toContain('responses');
});

test('the shipped migrations make the tables and columns that the queries use', async () => {
  await migrate(db);
  const described = Object.values(db.tables).map((table) => [
    getTableName(table),
    Object.values(getTableColumns(table)).map((column) => column.name),
  ]);
  const made = tables().map((name) => [name, (db.client.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name)]);
  expect(new Map(made as [string, string[]][])).toEqual(new Map(described as [string, string[]][]));
});

test('only what is missing is applied', async () => {
  expect(await migrate(db, migrations('create table a(x);'))).toBe(1);
  expect(await migrate(db, migrations('create table a(x);', 'create table b(x);'))).toBe(1);
  expect(tables()).toEqual(['a', 'b']);
});

test('a file that has had a migration which this version does not know is left as it is', async () => {
  await migrate(db, migrations('create table a(x);', 'create table b(x);', 'create table c(x);'));
  await expect(migrate(db, migrations('create table a(x);'))).rejects.toThrow('(2 migrations that this one does not know)');
  expect(tables()).toEqual(['a', 'b', 'c']);
});

test('a migration that fails half-way leaves nothing of any of them', async () => {
  const broken = migrations('create table a(x);', 'create table b(x);--> statement-breakpoint\ncreate nonsense;');
  await expect(migrate(db, broken)).rejects.toThrow(/syntax error/);
  expect(tables()).toEqual([]);
  expect(db.client.pragma('foreign_keys', { simple: true })).toBe(1);
});

test('rebuilding a table keeps the rows that point to it', async () => {
  const first = 'create table parent(id integer primary key);create table child(of integer references parent(id) on delete cascade);';
  await migrate(db, migrations(first));
  db.client.exec('insert into parent values (1); insert into child values (1)');
  const rebuilt =
    'create table fresh(id integer primary key, note text);insert into fresh select id, null from parent;drop table parent;alter table fresh rename to parent;';
  await migrate(db, migrations(first, rebuilt));
  expect(db.client.prepare('select * from child').all()).toEqual([{ of: 1 }]);
});

test('a migration that would leave a row pointing to nothing is refused', async () => {
  const first = 'create table parent(id integer primary key);create table child(of integer references parent(id));';
  await migrate(db, migrations(first));
  db.client.exec('insert into parent values (1); insert into child values (1)');
  await expect(migrate(db, migrations(first, 'delete from parent;'))).rejects.toThrow(/point to nothing/);
  expect(db.client.prepare('select * from parent').all()).toEqual([{ id: 1 }]);
});
