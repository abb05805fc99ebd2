import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataFile } from '#db/file-lock.ts';

let folder: string;
let file: string;
let holder: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'criterion-lock-'));
  file = join(folder, 'x.db');
});
afterEach(() => {
  holder?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const since = new Date('2027-03-01T08:00:00Z');

const locking = () => {
  const module = new URL('../../../db/file-lock.ts', import.meta.url).href;
  const script = `await (await import('${module}')).lockDataFile('${file}', new Date('2027-03-01T08:00:00Z')); console.log('held')`;
  return ['--input-type=module', '-e', script];
};

/** A process that holds the file until it is killed. */
async function otherProcess(): Promise<ChildProcess> {
  const [kind = '', flag = '', script] = locking();
  holder = spawn(process.execPath, [kind, flag, `${script}; setInterval(() => {}, 1000)`], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (holder.stdout) await once(holder.stdout, 'data');
  return holder;
}

test('a second process is refused and told who has the file', async () => {
  const other = await otherProcess();
  await expect(lockDataFile(file, since)).rejects.toThrow(`in use by process ${other.pid}, since 2027-03-01T08:00:00.000Z`);
});

test('asking again for a lock that is held, in the same process too, does not give it up to others', async () => {
  const lock = await lockDataFile(file, since);
  await expect(lockDataFile(file, since)).rejects.toThrow('in use by process');
  const { stdout, stderr } = spawnSync(process.execPath, locking(), { encoding: 'utf8' });
  expect([stdout, stderr]).toEqual(['', expect.stringContaining('in use by process')]);
  lock.release();
});

test('a holder that was killed leaves no lock behind', async () => {
  const other = await otherProcess();
  other.kill('SIGKILL');
  await once(other, 'exit');
  const lock = await lockDataFile(file, since);
  lock.release();
});

test('a lock that was given back can be taken again', async () => {
  (await lockDataFile(file, since)).release();
  (await lockDataFile(file, since)).release();
});
