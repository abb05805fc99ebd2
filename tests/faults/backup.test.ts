/** A backup is taken while learners answer, restored elsewhere, and compared with what it was taken from. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backupsIn } from '#db/backup/folder.ts';
import { openDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';
import { contentHash } from '../content-hash.ts';
import { answerAll, dataWithAnswers, keptIn, passingFolder, startServer } from './house.ts';

async function rowsOf(file: string, sql: string): Promise<Map<string, string>> {
  const db = await openDatabase(file);
  const rows = db.client.prepare<[], { id: string }>(sql).all();
  await db.close();
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
}

test('a backup taken while learners answer has every answer that was acknowledged before it, row for row, and restores', async () => {
  using folder = passingFolder();
  const [file, backups, elsewhere] = ['x.db', 'backups', 'elsewhere.db'].map((name) => path.join(folder.at, name)) as [
    string,
    string,
    string,
  ];
  const waiting = await dataWithAnswers(file, 6, 20);
  const before = new Set<string>();
  const settings = { DATABASE_PATH: file, BACKUP_FOLDER: backups };
  await using server = await startServer(file);
  const all = new Set<string>();
  const load = answerAll(server.origin, waiting, (key) => all.add(key));
  await expect.poll(() => all.size, { timeout: 60_000 }).toBeGreaterThan(30);
  for (const key of all) before.add(key);
  execFileSync(process.execPath, ['bin/backup.ts'], { env: { ...process.env, ...settings } });
  await load;
  await server.kill();
  const [taken] = await backupsIn(backups);
  execFileSync(process.execPath, ['bin/restore.ts', '--from', taken?.path ?? ''], {
    env: { ...process.env, ...settings, DATABASE_PATH: elsewhere },
  });

  const { keys, wrong } = await keptIn(elsewhere);
  expect([...before].filter((key) => !keys.includes(key))).toEqual([]);
  expect(wrong).toBe(0);
  const log = 'SELECT * FROM responses';
  const [now, then] = [await rowsOf(file, log), await rowsOf(elsewhere, log)];
  expect([...then].filter(([id, row]) => now.get(id) !== row)).toEqual([]);
  expect(then.size).toBeGreaterThanOrEqual(before.size);
});

test('after a load the derived tables, deleted and made anew from the log, are identical', async () => {
  using folder = passingFolder();
  const file = path.join(folder.at, 'x.db');
  const waiting = await dataWithAnswers(file, 6, 4);
  {
    await using server = await startServer(file);
    await answerAll(server.origin, waiting, () => {});
    await server.kill();
  }
  await (await openDatabase(file)).close();
  const before = await contentHash(file);
  const db = await openDatabase(file);
  for (const table of ['lesson_progress', 'item_progress', 'about_progress', 'review_cards']) db.client.exec(`DELETE FROM ${table}`);
  expect((await rebuild(db)).wrong).toBeGreaterThan(waiting.length);
  await db.close();
  expect(await contentHash(file)).toBe(before);
});
