import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { makeClass } from '../../../bin/demo/make-class.ts';
import { course } from '../use-cases/world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'criterion-calibrate-'));
const file = path.join(folder, 'course.db');
beforeAll(async () => {
  const db = await openDatabase(file);
  await migrate(db);
  await db.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const env = { ...process.env, DATABASE_PATH: file };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/calibrate.ts', ...args], { env, encoding: 'utf8' });
  return { status, stdout, problems: stderr.trimEnd().split('\n') };
}

test('a log with too few answers is refused in words, and the data file stays as it is', () => {
  const before = readFileSync(file);
  const { status, stdout, problems } = run();
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(problems[0]).toBe(
    'Too few answers: the data file has 0 answers by 0 learners to co-production that tell anything, and an estimate needs at least 1,000 answers by 20 learners.',
  );
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('the log of a class gives rates, and what its answers cost before and after, also of learners held out', async () => {
  const db = await openDatabase(file);
  const now = Date.UTC(2026, 5, 1, 12);
  await makeClass({ db, course, learners: 24, seed: 1, start: now - 56 * 24 * 60 * 60 * 1000, now });
  await db.close();
  const { status, stdout, problems } = run();
  expect({ status, problems }).toEqual({ status: 0, problems: [''] });
  const [, answers = '', learners = ''] = /^co-production: ([\d,]+) answers by (\d+) learners; /.exec(stdout) ?? [];
  expect(Number(answers.replace(',', ''))).toBeGreaterThan(1000);
  expect(Number(learners)).toBeGreaterThanOrEqual(20);
  const cost = (name: string) => new RegExp(`^${name} +([\\d.]+) +([\\d.]+)`, 'm').exec(stdout)?.slice(1).map(Number) ?? [];
  for (const name of ['estimated from', 'held out']) {
    const [before = 0, after = 0] = cost(name);
    expect(after, name).toBeGreaterThan(0);
    expect(after, name).toBeLessThan(before);
  }
  expect(stdout).toMatch(/^slip +0\.100 +0\.\d{3} {2}[\d,]+$/m);
  expect(stdout).toContain('Write into app/learning/diagnosis/rates.ts');
}, 120_000);

test.each([
  ['There is no course alchemy in content/.', ['--course', 'alchemy']],
  ['--seed must be a whole number, and is "x".', ['--seed', 'x']],
])('says what to mend: %s', (message, args) => {
  expect(run(...args)).toMatchObject({ status: 1, stdout: '', problems: expect.arrayContaining([message]) });
});
