import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { keepContentVersion } from '#db/content-versions.ts';
import { freshDatabase } from '../db/fresh.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'diff-'));
const file = path.join(folder, 'data.db');
const course = loadCourse('content/co-production');
const [flipped = ''] = Object.keys(course.snapshot);

beforeAll(async () => {
  const db = await freshDatabase(file);
  const other = { answer: '{"type":"choice","option":"other"}', key: 'Another answer', says: ['Another reason.'], claims: {} };
  const snapshot = { ...course.snapshot, [flipped]: other };
  await keepContentVersion(db, { course: course.id, version: 'an-older-one', snapshot, firstSeenAt: Date.UTC(2026, 0, 5) });
  await db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], databasePath = file) {
  const env = { ...process.env, DATABASE_PATH: databasePath };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/definitions-diff.ts', ...args], { encoding: 'utf8', env });
  return { status, stdout, stderr };
}

describe('definitions:diff', () => {
  test('lists each key that changed, with both sides', () => {
    const { status, stdout } = run(['--from', 'an-older-one']);
    expect(status).toBe(0);
    expect(stdout).toContain(
      `co-production: from an-older-one to ${course.version}\n\n1 key changed\n\n${flipped}: no stored answers\n  key - Another`,
    );
    expect(stdout).toContain(`  key + ${course.snapshot[flipped]?.key}`);
    expect(stdout).toContain('0 explanations changed');
  });

  test('lists the versions that the file has served when it is not told one', () => {
    expect(run([])).toMatchObject({ status: 0, stdout: expect.stringContaining('an-older-one  first served 2026-01-05, 0 answers') });
  });

  test.each([
    ['an unknown version', ['--from', 'abc'], 'has never served version abc'],
    ['an unknown course', ['--course', 'nowhere'], 'There is no course nowhere in content/.'],
    ['an unknown option', ['--since', 'abc'], '--since'],
  ])('refuses %s in a sentence', (_, args, says) => {
    expect(run(args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(says) });
  });

  test('refuses where there is no data', () => {
    expect(run([], path.join(folder, 'none.db')).stderr).toContain('There is no data file at');
  });
});
