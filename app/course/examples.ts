/** A case that is taken apart for everybody cannot be asked about as well: its key stands there to be read. */
import type { ItemKindId } from '#app/quiz/item.ts';
import type { CourseParts } from './read-course.ts';
import { scenariosOf } from './references.ts';

/**
 * Blocks that tell what the facts of a case come to, each with the kinds of item whose keys it leaves untold: in no checklist stand the
 * order of the steps, the motives and the figures, but a picture shows one of them.
 */
const untoldBy: Readonly<Record<string, readonly ItemKindId[]>> = {
  worked: ['order', 'match', 'numeric'],
  faded: ['order', 'match', 'numeric'],
  grid: ['order', 'match', 'numeric'],
  steps: ['match', 'numeric'],
  values: ['order', 'match', 'numeric'],
  motives: ['order', 'numeric'],
  scales: ['order', 'match'],
};
const showcaseLeavesUntold: readonly ItemKindId[] = ['order', 'match', 'numeric'];

/** Reports each item whose case is an example somewhere in the course, at the place where the item names the case. */
export function checkExamples(parts: CourseParts): void {
  const examples = examplesOf(parts);
  for (const { spec, at, report } of parts.lessons.flatMap(({ items }) => items)) {
    for (const { id, path } of scenariosOf(spec)) {
      const example = examples.find((one) => one.id === id && !one.untold.includes(spec.kind));
      if (example)
        report.error(
          at(path),
          'example-gives-key',
          `${spec.id}: \`${id}\` is ${example.where}, where anybody can read the key`,
          'ask about another case, or show another one there',
        );
    }
  }
}

interface ExampleCase {
  readonly id: string;
  /** Where it is taken apart, in words. */
  readonly where: string;
  readonly untold: readonly ItemKindId[];
}

function examplesOf({ courseFile, lessons }: CourseParts): readonly ExampleCase[] {
  const { showcase } = courseFile.course;
  const shown = showcase === undefined ? [] : [{ id: showcase, where: 'the showcase of the course', untold: showcaseLeavesUntold }];
  const told = lessons.flatMap(({ slug, lesson }) =>
    lesson.uses.flatMap(({ kind, id, block, at }): ExampleCase[] => {
      const untold = untoldBy[block];
      if (kind !== 'scenario' || !untold) return [];
      return [{ id, where: `in the \`${block}\` block of lesson \`${slug}\` (line ${at.line})`, untold }];
    }),
  );
  return [...shown, ...told];
}
