/**
 * npm run definitions:diff -- --from <version> [--course co-production]: every key and explanation that changed since that version, and
 * the stored answers that this touches. Without --from it lists the versions that the data file has seen.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadCourse } from '#app/course/load.ts';
import { definitionsDiff, type TouchedItem } from '#app/use-cases/definitions/content-versions.server.ts';
import { contentVersionsOf } from '#db/content-versions.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { settingsWithDataOrStop, stop } from './lib/settings.ts';

function wanted() {
  try {
    const { values } = parseArgs({ options: { from: { type: 'string' }, course: { type: 'string', default: 'co-production' } } });
    return values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), 'npm run definitions:diff -- --from <version> [--course <folder>]');
  }
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

function reach({ answers, otherMark }: TouchedItem): string {
  return answers === 0 ? 'no stored answers' : `${count(answers, 'stored answer')}, ${otherMark} with another mark today`;
}

/** The sentences that are only on one side, marked like lines of a patch. */
function sentences({ from, to }: TouchedItem): readonly string[] {
  return [
    ...(from.key === to.key ? [] : [`  key - ${from.key}`, `  key + ${to.key}`]),
    ...from.says.filter((line) => !to.says.includes(line)).map((line) => `  - ${line}`),
    ...to.says.filter((line) => !from.says.includes(line)).map((line) => `  + ${line}`),
  ];
}

const { from, course: folder } = wanted();
const dir = path.resolve(import.meta.dirname, '../content', folder);
if (!existsSync(dir)) stop(`There is no course ${folder} in content/.`);
const { databasePath } = settingsWithDataOrStop();

const course = loadCourse(dir);
const db = await openDatabase(databasePath);
await migrate(db);
const versions = await contentVersionsOf(db, course.id);
const diff = from === undefined ? undefined : await definitionsDiff(db, course, from);
await db.close();

const known = versions.map(
  ({ version, firstSeenAt, answers }) =>
    `  ${version}  first served ${new Date(firstSeenAt).toISOString().slice(0, 10)}, ${count(answers, 'answer')}${version === course.version ? '  (these files)' : ''}`,
);
if (diff === null) stop(`This data file has never served version ${from} of ${course.id}. It has served:`, ...known);
if (!diff) {
  console.log([`${course.id} is at version ${course.version}. This data file has served:`, ...known].join('\n'));
} else {
  const lines = [`${course.id}: from ${from} to ${course.version}`, '', `${count(diff.keys.length, 'key')} changed`];
  for (const change of diff.keys) lines.push('', `${change.item}: ${reach(change)}`, ...sentences(change));
  lines.push('', `${count(diff.explanations.length, 'explanation')} changed, the key did not`);
  for (const change of diff.explanations) lines.push('', `${change.item}: ${reach(change)}`, ...sentences(change));
  lines.push('', `${count(diff.added.length, 'item')} added${diff.added.length > 0 ? `: ${diff.added.join(', ')}` : ''}`);
  lines.push(`${count(diff.removed.length, 'item')} removed${diff.removed.length > 0 ? `: ${diff.removed.join(', ')}` : ''}`);
  console.log(lines.join('\n'));
}
