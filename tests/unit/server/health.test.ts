import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileProblem, healthOf, metricsOf } from '#app/server/health.ts';
import { newWatch } from '#app/server/watch.ts';
import { knownMigrations, migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';

let folder: string;
let file: string;
let db: OpenDatabase;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-health-'));
  file = path.join(folder, 'x.db');
  db = await openDatabase(file);
  await migrate(db);
});
afterEach(async () => {
  if (db.client.open) await db.close();
  rmSync(folder, { recursive: true });
});

const backup = () => ({ folder: path.join(folder, 'backups'), everyHours: 24, keep: 14 });
const now = () => Date.UTC(2027, 2, 2, 8);

test('health tells versions, sizes, the last backup, and what was slow or failed', async () => {
  mkdirSync(backup().folder);
  writeFileSync(path.join(backup().folder, 'criterion-20270301T080000Z.db.gz'), 'twelve bytes');
  const watch = newWatch(now);
  watch.answered({ id: 'a', method: 'GET', route: '/', status: 200, ms: 499 });
  watch.answered({ id: 'b', method: 'GET', route: '/teach', status: 200, ms: 500 });
  watch.failure({ id: 'c', method: 'POST', route: '/join', what: 'Error: no' });
  watch.acknowledged.add({});
  const health = await healthOf({ db, file, backup: backup(), watch });
  expect(health).toMatchObject({
    versions: { criterion: '0.1.0', node: process.versions.node, migrations: knownMigrations() },
    since: now(),
    backup: { last: { at: Date.UTC(2027, 2, 1, 8), bytes: 12 } },
    counts: { requests: 2, answers: 1, shed: 0, failures: 1 },
    slow: [{ id: 'b', route: '/teach', ms: 500, at: now() }],
    failures: [{ id: 'c', what: 'Error: no' }],
  });
  expect(health.file.data + health.file.log).toBeGreaterThan(4096);
  const metrics = await metricsOf({ db, file, backup: backup(), watch, now });
  expect(metrics).toContain('criterion_backup_age_seconds 86400\n');
  expect(metrics).toContain('criterion_requests_total{method="GET",route="/teach",status="200"} 1\n');
  expect(metrics).toContain('criterion_answers_acknowledged_total 1\n');
  for (const line of metrics.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) criterion_\w+ .+|criterion_\w+(\{.*\})? [\d.e+-]+)$/);
});

test('lists of what was slow or failed keep the latest twenty', () => {
  const watch = newWatch();
  for (let n = 0; n < 25; n++) watch.failure({ id: String(n), method: 'GET', route: '/', what: '' });
  expect(watch.failures().map(({ id }) => Number(id))).toEqual(Array.from({ length: 20 }, (_, n) => 24 - n));
});

test('a file that takes a write has no problem, and is as it was', async () => {
  const before = db.client.pragma('user_version', { simple: true });
  expect(await fileProblem(db)).toBeNull();
  expect(db.client.pragma('user_version', { simple: true })).toBe(before);
});

test('a file of an older version, one that takes no write and one that is closed are not ready', async () => {
  db.client.pragma('query_only = ON');
  expect(await fileProblem(db)).toBe('broken');
  db.client.pragma('query_only = OFF');
  db.client.exec('DELETE FROM __drizzle_migrations WHERE id = (SELECT max(id) FROM __drizzle_migrations)');
  expect(await fileProblem(db)).toBe('migrations');
  await db.close();
  expect(await fileProblem(db)).toBe('broken');
});
