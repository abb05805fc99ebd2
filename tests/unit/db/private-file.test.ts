import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '#db/backup/restore.ts';
import { takeBackup } from '#db/backup/take.ts';
import { lockDataFile } from '#db/file-lock.ts';
import { createLearner } from '#db/learners.ts';
import { openDatabase } from '#db/open.ts';
import { freshDatabase } from './fresh.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterion-private-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

test('a new data file, its companions, its lock, its backups and what is restored are for their owner alone', async () => {
  const file = join(folder, 'x.db');
  const db = await freshDatabase(file);
  const lock = await lockDataFile(file, new Date(0));
  await createLearner(db, { id: 'ann', now: 0 });
  const { path } = await takeBackup(file, join(folder, 'backups'), new Date(0));
  await restoreBackup(path, join(folder, 'restored.db'), { replace: false, now: new Date(0) });
  const files = [path, ...['x.db', 'x.db-wal', 'x.db-shm', 'x.db.lock', 'restored.db'].map((name) => join(folder, name))];
  expect(files.filter((one) => existsSync(one) && modeOf(one) === '600')).toEqual(files);
  lock.release();
  await db.close();
});

test('a data file that is there keeps the permissions that its owner gave it', async () => {
  const file = join(folder, 'x.db');
  await (await freshDatabase(file)).close();
  chmodSync(file, 0o640);
  await (await openDatabase(file)).close();
  expect([modeOf(file), readdirSync(folder)]).toEqual(['640', ['x.db']]);
});
