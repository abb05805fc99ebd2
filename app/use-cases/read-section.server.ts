/** A learner has read a section of a lesson. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import { secondsInLesson } from './lesson-time.server.ts';
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
    const now = world.now();
    const seconds = await secondsInLesson(db, learnerId, { course: course.id, lesson: lesson.slug, formKey, now });
    await recordSectionRead(db, { learnerId, course: course.id, lesson: lesson.slug, section, seconds, at: now });
  });
  return lesson.sections[index + 1]?.id ?? null;
}
