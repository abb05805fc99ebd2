/** A case that is taken apart for everybody cannot be asked about as well: its key stands there to be read. */
import type { ItemKindId } from '#app/quiz/item.ts';
import type { CourseParts } from './read-course.ts';
import { scenariosOf } from './references.ts';

/** Their keys are in no checklist: the order of the steps, the motives, the figures. */
const kindsUntold: ReadonlySet<ItemKindId> = new Set(['order', 'match', 'numeric']);

/** Blocks that tell what the facts of a case come to: the checklist of an example, the cell of a grid. */
const blocksThatTell: ReadonlySet<string> = new Set(['worked', 'faded', 'grid']);

/** Reports each item whose case is an example somewhere in the course, at the place where the item names the case. */
export function checkExamples(parts: CourseParts): void {
  const examples = examplesOf(parts);
  for (const { spec, at, report } of parts.lessons.flatMap(({ items }) => items)) {
    if (kindsUntold.has(spec.kind)) continue;
    for (const { id, path } of scenariosOf(spec)) {
      const where = examples.get(id);
      if (where !== undefined)
        report.error(
          at(path),
          'example-gives-key',
          `${spec.id}: \`${id}\` is ${where}, where anybody can read the key`,
          'ask about another case, or show another one there',
        );
    }
  }
}

/** By id of the scenario: where it is first taken apart, in words. */
function examplesOf({ courseFile, lessons }: CourseParts): ReadonlyMap<string, string> {
  const examples = new Map<string, string>();
  const { showcase } = courseFile.course;
  if (showcase !== undefined) examples.set(showcase, 'the showcase of the course');
  for (const { slug, lesson } of lessons) {
    for (const { kind, id, block, at } of lesson.uses) {
      if (kind === 'scenario' && blocksThatTell.has(block) && !examples.has(id))
        examples.set(id, `in the \`${block}\` block of lesson \`${slug}\` (line ${at.line})`);
    }
  }
  return examples;
}
