/** A learner has read a section of a lesson. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { secondsSpent } from '#app/learning/timing.ts';
import { lessonProgressOf } from '#db/progress.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import { shownAt } from './form-key.ts';
import type { Keep, World } from './scope.ts';

/** Keeps that a section was read, once. Returns the id of the section after it, null after the last or for an unknown section. */
export async function readSection(
  world: World,
  keep: Keep,
  course: Course,
  lesson: Lesson,
  { section, formKey }: { section: string; formKey: string },
): Promise<string | null> {
  const index = lesson.sections.findIndex((entry) => entry.id === section);
  if (index === -1) return null;
  await keep(formKey, async (db, learnerId) => {
    const progress = (await lessonProgressOf(db, learnerId, course.id)).find((entry) => entry.lesson === lesson.slug);
    const now = world.now();
    const seconds = secondsSpent(Math.max(shownAt(formKey), progress?.lastAt ?? 0), now);
    await recordSectionRead(db, { learnerId, course: course.id, lesson: lesson.slug, section, seconds, at: now });
  });
  return lesson.sections[index + 1]?.id ?? null;
}
