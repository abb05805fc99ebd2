/** A file of every earlier release, with a row in each of its tables, becomes one of today, with nothing lost. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';

type Row = Readonly<Record<string, unknown>>;
interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
}
interface Reference {
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

const shipped = 'db/migrations';
const journal: { readonly entries: readonly { readonly tag: string }[] } = JSON.parse(
  readFileSync(join(shipped, 'meta/_journal.json'), 'utf8'),
);

/** Made anew from the log after an update, so their rows may become others. */
const derived = new Set(['lesson_progress', 'item_progress', 'about_progress', 'review_cards', 'beliefs']);

/** What a column means that its type does not say; any other text is its own name, any other number the same thousand. */
const meaning: Readonly<Record<string, unknown>> = {
  'attempts.mode': 'practice',
  'attempts.deadline': null,
  'attempts.held': 0,
  'attempts.card': null,
  'attempts.assignment_id': null,
  'attempts.finished_at': null,
  'attempts.released_at': null,
  'attempt_items.position': 0,
  'attempt_items.retry_of': null,
  'attempt_items.item_id': 'first',
  'responses.position': 0,
  'responses.item_id': 'first',
  'responses.kind': 'verdict',
  'responses.about': 'R3',
  'responses.score': 1,
  'responses.right': 1,
  'responses.answer': '{"type":"choice","option":"no"}',
  'responses.misconceptions': '["side-by-side"]',
  'about_progress.recent': '[]',
  'regraded_marks.in_force': 0,
  'accounts.role': 'learner',
  'links.kind': 'reset',
  'section_reads.section': 'one',
};
/** A course and a lesson are the same wherever they are named. */
const shared: Readonly<Record<string, unknown>> = { course: 'course', lesson: 'one' };

async function fileOf(release: number): Promise<OpenDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'criterion-release-'));
  const db = await openDatabase(':memory:');
  onTestFinished(async () => {
    await db.close();
    rmSync(folder, { recursive: true });
  });
  cpSync(shipped, folder, { recursive: true });
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, release) }));
  await migrate(db, folder);
  return db;
}

const tablesOf = ({ client }: OpenDatabase) =>
  client
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' order by name",
    )
    .all()
    .map(({ name }) => name);
const rowsOf = ({ client }: OpenDatabase, table: string) => client.prepare<[], Row>(`select * from "${table}"`).all();

/** Puts one row into a table, and before it into those that it points to. */
function fill(db: OpenDatabase, table: string, made: Map<string, Row>): void {
  if (made.has(table)) return;
  const references = db.client.pragma(`foreign_key_list("${table}")`) as Reference[];
  for (const reference of references) if (reference.table !== table) fill(db, reference.table, made);
  const columns = db.client.pragma(`table_info("${table}")`) as Column[];
  const given = ({ name, type, notnull }: Column): unknown => {
    const reference = references.find(({ from }) => from === name);
    if (reference?.table === table && !notnull) return null;
    if (reference) return made.get(reference.table)?.[reference.to ?? 'id'];
    const key = `${table}.${name}`;
    if (key in meaning) return meaning[key];
    return shared[name] ?? (/int|real|num/i.test(type) ? 1000 : `${table} ${name}`);
  };
  const row = Object.fromEntries(columns.map((column) => [column.name, given(column)]));
  made.set(table, row);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  db.client.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?').join(', ')})`).run(Object.values(row));
}

const earlier = journal.entries.slice(0, -1).map(({ tag }, index) => [tag, index + 1] as const);

test.each(earlier)('a file of %s keeps every row, and what is derived follows from its log', async (_, release) => {
  const db = await fileOf(release);
  const before = new Map<string, Row>();
  for (const table of tablesOf(db)) fill(db, table, before);
  expect([...before.keys()].toSorted()).toEqual(tablesOf(db));

  expect(await migrate(db)).toBe(journal.entries.length - release);
  await rebuild(db);

  expect(db.client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.client.pragma('foreign_key_check')).toEqual([]);
  const after = new Set(tablesOf(db));
  for (const [table, row] of before) {
    expect(after, table).toContain(table);
    if (derived.has(table)) continue;
    const found = rowsOf(db, table);
    expect(found, table).toHaveLength(1);
    const kept = Object.keys(found[0] ?? {}).filter((name) => name in row);
    expect(Object.fromEntries(kept.map((name) => [name, found[0]?.[name]])), table).toEqual(
      Object.fromEntries(kept.map((name) => [name, row[name]])),
    );
  }
  const checked = await rebuild(db, { check: true });
  expect(checked).toMatchObject({ learners: 1, wrong: 0 });
  expect(checked.rows).toBeGreaterThan(0);
});
