import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkBackup } from '#db/backup/check.ts';
import { backupName, backupsIn, checksumOf, pruneBackups } from '#db/backup/folder.ts';
import { restoreBackup } from '#db/backup/restore.ts';
import { takeBackup } from '#db/backup/take.ts';
import { lockDataFile } from '#db/file-lock.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { contentHash } from '../../../content-hash.ts';
import { asFromNewerVersion, freshDatabase } from '../fresh.ts';

let folder: string;
let file: string;
let backups: string;
let db: OpenDatabase;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'criterion-backup-'));
  [file, backups] = [join(folder, 'data', 'x.db'), join(folder, 'backups')];
  db = await freshDatabase(file);
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const morning = new Date('2027-03-01T08:00:00Z');
const later = new Date('2027-03-02T08:00:00Z');
const learners = async (...ids: readonly string[]) => {
  for (const id of ids) await createLearner(db, { id, now: 1000 });
};

test('a backup of a file in use holds what was committed, under its time, with a checksum that others can read', async () => {
  await learners('ann', 'ben');
  const { path, counts } = await takeBackup(file, backups, morning);
  expect(basename(path)).toBe('criterion-20270301T080000Z.db.gz');
  expect(counts.learners).toBe(2);
  expect(readFileSync(checksumOf(path), 'utf8')).toMatch(/^[0-9a-f]{64} {2}criterion-20270301T080000Z\.db\.gz\n$/);
  expect(gunzipSync(readFileSync(path)).subarray(0, 15).toString()).toBe('SQLite format 3');
  expect(readdirSync(backups).sort()).toEqual([basename(path), basename(checksumOf(path))]);
});

test('what is written while the copy is made neither enters it nor stops it', async () => {
  await learners('ann');
  // Enough pages for several steps of the copy.
  db.client.exec('create table padding(x)');
  db.client
    .prepare(
      'insert into padding select randomblob(4000) from (with recursive n(i) as (select 1 union all select i + 1 from n where i < 9000) select i from n)',
    )
    .run();
  let writing = true;
  let written = 0;
  const writer = (async () => {
    while (writing) {
      await createLearner(db, { id: `late ${written++}`, now: 1000 });
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const { counts } = await takeBackup(file, backups, morning);
  writing = false;
  await writer;
  expect(written).toBeGreaterThan(1);
  expect(counts.padding).toBe(9000);
  expect(counts.learners).toBeLessThan(1 + written);
});

test('restored, every row of every table is the one that was backed up', async () => {
  await learners('ann', 'ben');
  const before = await contentHash(file);
  const { path } = await takeBackup(file, backups, morning);
  await learners('cem');
  await db.close();
  const { kept } = await restoreBackup(path, file, { replace: true, now: later });
  expect(await contentHash(file)).toBe(before);
  expect(kept).toBe(`${file}.before-20270302T080000Z`);
  db = await freshDatabase(kept ?? '');
  expect(db.client.prepare('select id from learners order by id').pluck().all()).toEqual(['ann', 'ben', 'cem']);
});

test('a file that is there is replaced only when that is said', async () => {
  const { path } = await takeBackup(file, backups, morning);
  await learners('ann');
  await expect(restoreBackup(path, file, { replace: false, now: later })).rejects.toThrow(/is there already; nothing was changed/);
  expect(db.client.prepare('select count(*) from learners').pluck().get()).toBe(1);
});

test('a file that a server uses is not replaced', async () => {
  const { path } = await takeBackup(file, backups, morning);
  const lock = await lockDataFile(file, morning);
  await expect(restoreBackup(path, file, { replace: true, now: later })).rejects.toThrow(/cannot be replaced: it is in use by process/);
  lock.release();
});

test('a backup can be restored where no file is', async () => {
  await learners('ann');
  const { path } = await takeBackup(file, backups, morning);
  const elsewhere = join(folder, 'new', 'y.db');
  expect(await restoreBackup(path, elsewhere, { replace: false, now: later })).toMatchObject({ kept: null, counts: { learners: 1 } });
  expect(await contentHash(elsewhere)).toBe(await contentHash(file));
});

test.each([
  ['bytes changed', (bytes: Buffer) => bytes.fill(0, 200, 220), /checksum differs/],
  ['an end cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 100), /checksum differs/],
])('a backup with %s is refused, and the file in use stays', async (_, damage, words) => {
  const { path } = await takeBackup(file, backups, morning);
  writeFileSync(path, damage(readFileSync(path)));
  await expect(checkBackup(path)).rejects.toThrow(words);
  await db.close();
  const before = await contentHash(file);
  await expect(restoreBackup(path, file, { replace: true, now: later })).rejects.toThrow(words);
  expect(await contentHash(file)).toBe(before);
  expect(readdirSync(join(folder, 'data')).filter((name) => name.includes('before'))).toEqual([]);
});

test('a backup without its checksum is not trusted', async () => {
  const { path } = await takeBackup(file, backups, morning);
  rmSync(checksumOf(path));
  await expect(checkBackup(path)).rejects.toThrow(/\.sha256 is missing/);
});

test('a backup that is not there is named', async () => {
  const path = join(backups, backupName(morning));
  await expect(checkBackup(path)).rejects.toThrow(`There is no file ${path}.`);
  await expect(restoreBackup(path, join(folder, 'new.db'), { replace: false, now: later })).rejects.toThrow(`There is no file ${path}.`);
});

test('an archive that was cut off before its checksum was taken is named', async () => {
  const { path } = await takeBackup(file, backups, morning);
  const half = readFileSync(path).subarray(0, 2000);
  writeFileSync(path, half);
  writeFileSync(checksumOf(path), `${createHash('sha256').update(half).digest('hex')}  ${basename(path)}\n`);
  await expect(checkBackup(path)).rejects.toThrow(/^criterion-20270301T080000Z\.db\.gz cannot be unpacked: unexpected end of file\.$/);
});

test('a backup from a newer version is whole, but not restored here, and the file in use stays', async () => {
  const before = await contentHash(file);
  await asFromNewerVersion(db);
  const { path } = await takeBackup(file, backups, morning);
  await db.close();
  const current = join(folder, 'current.db');
  await (await freshDatabase(current)).close();
  expect(await contentHash(current)).toBe(before);
  await expect(restoreBackup(path, current, { replace: true, now: later })).rejects.toThrow(
    'criterion-20270301T080000Z.db.gz cannot be restored here: it was brought up to date by a newer version of Criterion (1 migration that this one does not know). Run that version, or restore a backup from before.',
  );
  expect(await contentHash(current)).toBe(before);
  expect(readdirSync(folder).filter((name) => name.startsWith('current.db.before'))).toEqual([]);
  expect((await checkBackup(path)).learners).toBe(0);
});

test('the newest backups stay, and other files are left alone', async () => {
  mkdirSync(backups);
  const days = [1, 2, 3, 4].map((day) => new Date(Date.UTC(2027, 2, day)));
  for (const day of days) for (const name of [backupName(day), checksumOf(backupName(day))]) writeFileSync(join(backups, name), '');
  writeFileSync(join(backups, 'notes.txt'), '');
  expect(await pruneBackups(backups, 2)).toBe(2);
  expect((await backupsIn(backups)).map(({ at }) => new Date(at))).toEqual([days[3], days[2]]);
  expect(readdirSync(backups)).toHaveLength(5);
});

test('where there is no folder there are no backups', async () => {
  expect(await backupsIn(join(folder, 'none'))).toEqual([]);
});
