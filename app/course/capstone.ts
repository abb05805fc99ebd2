/** The capstone asks about cases that nobody has met before: neither asked about nor shown in a lesson. */
import type { CourseParts } from './read-course.ts';
import { scenariosOf } from './references.ts';

/** Reports a capstone that is not the last of the course or asks for no edge case, and each of its items whose case a lesson uses. */
export function checkCapstone({ courseFile, lessons }: CourseParts): void {
  const seen = new Map<string, string>();
  const { showcase } = courseFile.course;
  if (showcase !== undefined) seen.set(showcase, 'the showcase of the course');
  for (const { slug, lesson, items } of lessons) {
    if (lesson.front.role === 'capstone') continue;
    for (const { kind, id } of lesson.uses) if (kind === 'scenario') seen.set(id, `shown in lesson \`${slug}\``);
    for (const { spec } of items) for (const { id } of scenariosOf(spec)) seen.set(id, `asked about in lesson \`${slug}\` (${spec.id})`);
  }
  for (const [index, { lesson, items }] of lessons.entries()) {
    if (lesson.front.role !== 'capstone') continue;
    if (index < lessons.length - 1)
      lesson.report.error(
        lesson.yaml.at(['role']),
        'capstone-order',
        'the capstone is not the last',
        'put it last in course.yaml, and have one only',
      );
    if (!items.some(({ spec }) => spec.kind === 'explain' && spec.lenses !== undefined))
      lesson.report.error(
        lesson.yaml.at(['role']),
        'capstone-without-edge-case',
        'no item of the capstone asks to argue an edge case, so nobody could pass it',
        'write an `explain` item with two `lenses`',
      );
    for (const { spec, at, report } of items) {
      for (const { id, path } of scenariosOf(spec)) {
        const where = seen.get(id);
        if (where !== undefined)
          report.error(
            at(path),
            'capstone-case-seen',
            `${spec.id}: \`${id}\` is ${where}`,
            'the capstone asks about cases that no lesson has used',
          );
      }
    }
  }
}
