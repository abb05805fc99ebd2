import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { courseWith, goodCourse } from './course-folder.ts';

function check(...parameters: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/content-check.ts', ...parameters], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the content check', () => {
  it('passes a course with warnings and ends with the coverage meter', () => {
    const { status, stdout } = check(goodCourse);
    expect(status).toBe(0);
    expect(stdout).toMatch(/items\/01-first-steps\.yaml:1:1 {2}warning {2}few-items {2}the quiz .* → at least 10\n/);
    expect(stdout).toMatch(/good: 0 errors, \d+ warnings\n2 lessons, 5 scenarios, 4 items, version [0-9a-f]{12}\n/);
    expect(stdout).toMatch(/R4 .* 1 {2}meeting\n/);
    expect(stdout).toMatch(/R1 .* 0 {2}none; closest: digging, if the water board put nothing into it\n/);
    expect(stdout).toMatch(/voice-counts +1 {2}meeting\n/);
    expect(stdout).toMatch(/self-help-counts +0 {2}none/);
  });

  it('is failed by a warning when it is strict', () => {
    expect(check('--strict', goodCourse).status).toBe(1);
  });

  it('is failed by an error, and still names every problem of every folder', () => {
    const { status, stdout } = check(goodCourse, 'tests/fixtures/content/broken');
    expect(status).toBe(1);
    expect(stdout).toContain('good: 0 errors');
    expect(stdout).toMatch(/broken\/lessons\/01-only\.md:12:13 {2}error {2}raw-html/);
    expect(stdout).toMatch(/broken: 7 errors, \d+ warnings?\n$/);
  });

  it('leaves a blank line between files and none within one', () => {
    const { stdout } = check(courseWith({ 'lessons/01-first-steps.md': ['A good deal.', 'A <b>good</b> deal.'] }));
    const files = stdout
      .split('\n\n')
      .map((group) => new Set(group.split('\n').flatMap((line) => /^(\S+):\d+:\d+ /.exec(line)?.[1] ?? [])));
    expect(Math.max(...files.map((names) => names.size))).toBe(1);
  });

  it('says so when there is no such folder or no such option', () => {
    expect(check('nowhere')).toMatchObject({ status: 1, stdout: '', stderr: 'no such folder: nowhere\n' });
    expect(check('--loud')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('usage: content-check') });
  });
});
