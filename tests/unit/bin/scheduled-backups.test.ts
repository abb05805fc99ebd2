import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupsIn } from '#db/backup/folder.ts';
import { backupClock } from '../../../bin/lib/scheduled-backups.ts';
import { freshDatabase } from '../db/fresh.ts';

const hour = 60 * 60 * 1000;
let folder: string;
let databasePath: string;
let said: [string | null, string][];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'criterion-clock-'));
  databasePath = join(folder, 'x.db');
  said = [];
  await (await freshDatabase(databasePath)).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const clock = (over: object = {}) =>
  backupClock({ databasePath, backup: { folder: join(folder, 'backups'), everyHours: 24, keep: 2, ...over } }, (problem, text) => {
    said.push([problem, text]);
  });
const taken = async () => (await backupsIn(join(folder, 'backups'))).length;

test('a new data file is backed up after a day, and then not again before the next', async () => {
  const { strike } = clock();
  await strike(Date.now() + hour);
  expect(await taken()).toBe(0);
  await Promise.all([strike(Date.now() + 25 * hour), strike(Date.now() + 25 * hour)]);
  expect(await taken()).toBe(1);
  expect(said).toEqual([[null, expect.stringMatching(/^Backup taken: .*\.db\.gz \(\d/)]]);
  await strike(Date.now() + hour);
  expect(await taken()).toBe(1);
});

test('with 0 hours the server takes none', async () => {
  await clock({ everyHours: 0 }).strike(Date.now() + 1000 * hour);
  expect(await taken()).toBe(0);
});

test('a failure is told, and tried again an hour later', async () => {
  const { strike } = clock({ folder: databasePath });
  const day = Date.now() + 25 * hour;
  await strike(day);
  await strike(day + hour / 2);
  expect(said).toEqual([[expect.stringContaining('x.db'), expect.stringMatching(/^The backup that was due failed: /)]]);
  await strike(day + hour);
  expect(said).toHaveLength(2);
});
