/**
 * npm run content:check [-- [--strict] folder …]: every problem of the content at once, then the coverage meter.
 * Ends with 1 on an error; with --strict on a warning too.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { blueprintLines, blueprintOf } from '#app/course/blueprint/blueprint.ts';
import { compileCourse } from '#app/course/compile.ts';
import { createCourse } from '#app/course/course.ts';
import { courseFolders } from '#app/course/files.ts';
import { coverageMeter } from '#app/course/meter.ts';
import { type Problem, problemLine } from '#app/course/problem.ts';
import { stockMeter } from '#app/course/templates/meter.ts';
import { findTheory } from '#app/definitions/theories.ts';

function count(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The problems, a blank line between files. */
function grouped(problems: readonly Problem[]): readonly string[] {
  return problems.flatMap((problem, index) => {
    const first = index > 0 && problems[index - 1]?.file !== problem.file;
    return first ? ['', problemLine(problem)] : [problemLine(problem)];
  });
}

function check(dir: string): { lines: readonly string[]; problems: readonly Problem[] } {
  const { course, problems } = compileCourse(dir);
  const totals = `${plural(count(problems, 'error'), 'error')}, ${plural(count(problems, 'warning'), 'warning')}`;
  const lines = [...grouped(problems), ...(problems.length > 0 ? [''] : []), `${dir}: ${totals}`];
  const theory = course && findTheory(course.theory);
  if (!course || !theory) return { lines, problems };
  const items = Object.values(course.items).flat().length;
  const asked = createCourse(course);
  const size = `${plural(course.lessons.length, 'lesson')}, ${plural(course.scenarios.length, 'scenario')}, ${plural(items, 'item')}, version ${asked.version}`;
  const all = asked.lessons.flatMap(({ itemIds }) => itemIds.flatMap((id) => asked.item(id) ?? []));
  const blueprint = blueprintLines(blueprintOf(theory, course.scenarios, all));
  const stock = stockMeter(theory, course, asked.stock);
  const meters = [blueprint, coverageMeter(theory, course.scenarios), ...(stock.length > 0 ? [stock] : [])];
  return { lines: [...lines, size, ...meters.flatMap((meter) => ['', ...meter])], problems };
}

function main(): number {
  let parsed: { values: { strict: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({ allowPositionals: true, options: { strict: { type: 'boolean', default: false } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\nusage: content-check [--strict] [folder …]`);
    return 1;
  }
  const folders = parsed.positionals.length > 0 ? parsed.positionals.map((dir) => path.normalize(dir)) : courseFolders('content');
  const missing = folders.filter((dir) => !existsSync(dir));
  if (missing.length > 0 || folders.length === 0) {
    console.error(missing.length > 0 ? `no such folder: ${missing.join(', ')}` : 'content/ has no course');
    return 1;
  }
  const results = folders.map(check);
  console.log(results.map(({ lines }) => lines.join('\n')).join('\n\n'));
  const problems = results.flatMap((result) => result.problems);
  return count(problems, 'error') > 0 || (parsed.values.strict && problems.length > 0) ? 1 : 0;
}

process.exitCode = main();
