/** The process is killed while it brings an old file up to date. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { passingFolder, trials } from './house.ts';

const times = trials(60);
const migrations = 'db/migrations';

/** A file as the first release made it, with enough learners that bringing it up to date takes a while. */
async function oldFile(folder: string): Promise<string> {
  const only = path.join(folder, 'first');
  cpSync(migrations, only, { recursive: true });
  const journal = JSON.parse(readFileSync(path.join(only, 'meta/_journal.json'), 'utf8'));
  writeFileSync(path.join(only, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
  const file = path.join(folder, 'old.db');
  const db = await openDatabase(file);
  await migrate(db, only);
  db.client.exec(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO learners SELECT 'learner ' || i, i, i FROM n",
  );
  await db.close();
  return file;
}

const script = `
  const { openDatabase } = await import('${new URL('../../db/open.ts', import.meta.url).href}');
  const { migrate } = await import('${new URL('../../db/migrate.ts', import.meta.url).href}');
  const db = await openDatabase(process.env.FILE);
  console.log('begin');
  await migrate(db);
  console.log('done');
`;

/** Migrates in a process of its own, killed `after` milliseconds from its beginning; returns how long it took where it is let go on. */
async function migrateKilled(file: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, FILE: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const begun = performance.now();
  if (after < Number.POSITIVE_INFINITY) await pause(after).then(() => child.kill('SIGKILL'));
  await ended;
  return performance.now() - begun;
}

async function stateOf(file: string) {
  const db = await openDatabase(file);
  const applied = db.client.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get();
  const learners = db.client.prepare('SELECT count(*) FROM learners').pluck().get();
  const [{ integrity_check: integrity } = { integrity_check: '' }] = db.client.pragma('integrity_check') as { integrity_check: string }[];
  const left = await migrate(db);
  await db.close();
  return { applied, learners, integrity, left };
}

test(`killed ${times} times in the middle of migrations, a file is wholly old or wholly new, and the next start finishes`, {
  timeout: 600_000,
}, async () => {
  using folder = passingFolder();
  const old = await oldFile(folder.at);
  const all = readdirSync(migrations).filter((name) => name.endsWith('.sql')).length;
  const file = path.join(folder.at, 'x.db');
  copyFileSync(old, file);
  const whole = await migrateKilled(file, Number.POSITIVE_INFINITY);
  for (let time = 0; time < times; time++) {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    copyFileSync(old, file);
    await migrateKilled(file, Math.random() * whole);
    const { applied, learners, integrity, left } = await stateOf(file);
    expect([applied, left]).toEqual(applied === 1 ? [1, all - 1] : [all, 0]);
    expect([learners, integrity]).toEqual([20_000, 'ok']);
  }
});
