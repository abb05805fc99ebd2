import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockDataFile } from '#db/file-lock.ts';
import { asFromNewerVersion, freshDatabase } from '../db/fresh.ts';

/** Starts the server as far as it comes. */
function serve(environment: Record<string, string>) {
  const { PORT: _port, HOST: _host, DATABASE_PATH: _path, ORIGIN: _origin, ...others } = process.env;
  const { status, stderr } = spawnSync(process.execPath, ['bin/serve.ts'], {
    env: { ...others, NODE_NO_WARNINGS: '1', ...environment },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, lines: stderr.trimEnd().split('\n') };
}

test('with wrong settings the server names each and does not start', () => {
  expect(serve({ PORT: 'abc', ORIGIN: 'learn.example.org' })).toEqual({
    status: 1,
    lines: [
      'criterion  PORT must be a number, for instance PORT=3000 (PORT is "abc").',
      'criterion  ORIGIN must be a web address, for instance ORIGIN=https://learn.example.org (ORIGIN is "learn.example.org").',
    ],
  });
});

test('pages are made with the production build of React unless something else is asked for', () => {
  const tell = "process.on('exit', () => process.stderr.write('NODE_ENV=' + process.env.NODE_ENV))";
  const told = (NODE_ENV: string) =>
    serve({ NODE_ENV, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}`, DATABASE_PATH: os.tmpdir() }).lines.at(-1);
  expect([told(''), told('development')]).toEqual(['NODE_ENV=production', 'NODE_ENV=development']);
});

test('a data file that cannot be used is named, with the setting that names it', () => {
  expect(serve({ DATABASE_PATH: os.tmpdir() })).toEqual({
    status: 1,
    lines: [expect.stringContaining(`The data file ${os.tmpdir()} cannot be used: `), 'criterion  DATABASE_PATH names it.'],
  });
});

test('a data file that another server writes is left alone, and its holder is named', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-serve-'));
  const file = path.join(folder, 'x.db');
  const lock = await lockDataFile(file, new Date(0));
  expect(serve({ DATABASE_PATH: file })).toEqual({
    status: 1,
    lines: [
      expect.stringContaining(`${file} cannot be used: it is in use by process ${process.pid}`),
      'criterion  DATABASE_PATH names it.',
    ],
  });
  lock.release();
  rmSync(folder, { recursive: true });
});

test('a data file from a newer version is left alone, and the server says what to do', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-serve-'));
  const file = path.join(folder, 'x.db');
  const db = await freshDatabase(file);
  asFromNewerVersion(db);
  await db.close();
  const before = readFileSync(file);
  expect(serve({ DATABASE_PATH: file })).toEqual({
    status: 1,
    lines: [
      `criterion  The data file ${file} cannot be used: it was brought up to date by a newer version of Criterion (1 migration that this one does not know). Run that version, or restore a backup from before.`,
      'criterion  DATABASE_PATH names it.',
    ],
  });
  expect(readFileSync(file).equals(before)).toBe(true);
  rmSync(folder, { recursive: true });
});
