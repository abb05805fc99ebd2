/** Copies of the tiny good course with something changed, each in a folder of its own. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { compileCourse } from '#app/course/compile.ts';
import type { Problem } from '#app/course/problem.ts';

export const goodCourse = path.join('tests', 'fixtures', 'content', 'good');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** By file: text to write, null to take the file away, or what to replace in it. */
export type Changes = Readonly<Record<string, string | null | readonly [from: string, to: string]>>;

/** The folder of a copy of the good course with the changes made. Throws where a text to replace is not there. */
export function courseWith(changes: Changes): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'course-'));
  folders.push(folder);
  cpSync(goodCourse, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) applyChange(path.join(folder, name), change);
  return folder;
}

function applyChange(file: string, change: Changes[string]): void {
  if (change === null) {
    rmSync(file);
  } else if (typeof change === 'string') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, change);
  } else {
    const [from, to] = change;
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(
      file,
      text.replace(from, () => to),
    );
  }
}

/** The problems of the changed course, files named from its folder. */
export function problemsWith(changes: Changes, severity: Problem['severity']): readonly Problem[] {
  const folder = courseWith(changes);
  return compileCourse(folder)
    .problems.filter((problem) => problem.severity === severity)
    .map((problem) => ({ ...problem, file: path.posix.relative(folder, problem.file) }));
}

/** One line: `file:line:column rule`. */
export function place({ file, line, column, rule }: Problem): string {
  return `${file}:${line}:${column} ${rule}`;
}
