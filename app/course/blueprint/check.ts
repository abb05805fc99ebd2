/** Warnings of the blueprint, each where an author can mend it. */
import type { Item } from '#app/quiz/item.ts';
import type { ReadItem } from '../item-file.ts';
import type { CourseParts, Part } from '../read-course.ts';
import { type Blueprint, blueprintOf, fewestItems, fewestStories, mostInOneThird, mostLengthRatio, tolerance } from './blueprint.ts';
import { keyLengthRatio } from './options.ts';

const top = { line: 1, column: 1 };
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** An item as the author wrote it, and as it is asked. */
export interface AskedItem {
  readonly read: Part<ReadItem>;
  readonly item: Item;
}

/** Reports objectives that no item asks for, right options that stand out, and stories whose words tell their verdict. */
export function checkBlueprint(parts: CourseParts, asked: readonly AskedItem[]): void {
  checkObjectives(parts);
  for (const { read, item } of asked) {
    const ratio = keyLengthRatio(item);
    if (ratio === null || ratio <= mostLengthRatio) continue;
    const longer = `${percent(ratio - 1)} longer than any other option`;
    read.report.warn(
      read.at(['id']),
      'key-stands-out',
      `${read.spec.id}: the right option is ${longer}`,
      'name other distractors, or another case',
    );
  }
  const scenarios = [...parts.scenarios.values()].map(({ scenario }) => scenario);
  reportBias(
    parts,
    blueprintOf(
      parts.theory,
      scenarios,
      asked.map(({ item }) => item),
    ),
  );
}

function checkObjectives({ lessons }: CourseParts): void {
  for (const { lesson, items } of lessons) {
    const asked = new Set(items.map(({ spec }) => spec.objective));
    lesson.front.objectives.forEach(({ id }, index) => {
      if (!asked.has(id))
        lesson.report.warn(
          lesson.yaml.at(['objectives', index, 'id']),
          'objective-without-item',
          `no item asks for the objective \`${id}\``,
          'write one, or take the objective out',
        );
    });
  }
}

function reportBias({ courseFile }: CourseParts, { length, position, wording }: Blueprint): void {
  const warn = (rule: string, message: string, hint: string) => courseFile.report.warn(top, rule, message, hint);
  if (length.items >= fewestItems) {
    for (const [share, what] of [
      [length.keyLongest, 'longest'],
      [length.keyShortest, 'shortest'],
    ] as const) {
      if (share > length.chance + tolerance)
        warn(
          'option-length-bias',
          `the right option is the ${what} in ${percent(share)} of ${length.items} items (chance ${percent(length.chance)})`,
          'name other distractors in some of them',
        );
    }
    const uneven = position.places.findIndex((ratio) => Math.abs(ratio - 1) > 2 * tolerance);
    if (uneven !== -1)
      warn(
        'position-bias',
        `the right option stands in place ${uneven + 1} ${position.places[uneven]?.toFixed(2)} times as often as chance would have it`,
        'report it: options should be shuffled',
      );
  }
  const third = position.sentenceThirds.findIndex((share) => share > mostInOneThird);
  if (position.sentenceItems >= fewestItems && third !== -1)
    warn(
      'position-bias',
      `the sentence to find stands in the ${['first', 'middle', 'last'][third]} third of its story in ${percent(position.sentenceThirds[third] ?? 0)} of ${position.sentenceItems} items`,
      'ask for another fact in some of them',
    );
  for (const { lens, stories, accuracy, chance, words, guessed } of wording) {
    if (stories < fewestStories || accuracy <= chance + tolerance) continue;
    const telling = words.slice(0, 12).map(({ word, falls }) => `“${word}” (${falls ? 'yes' : 'no'})`);
    warn(
      'verdict-in-wording',
      `${lens}: the words of a story alone tell its verdict in ${percent(accuracy)} of ${stories} stories (chance ${percent(chance)})`,
      `most telling: ${telling.join(', ')}; most easily guessed: ${guessed.slice(0, 5).join(', ')}`,
    );
  }
}
