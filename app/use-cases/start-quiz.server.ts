/** A learner begins a quiz. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { chooseCapstone, chooseItems } from '#app/learning/choose.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { startAttempt } from '#db/attempts.ts';
import { itemProgressOf } from '#db/progress.ts';
import { capstoneLength, type QuizMode, quizLength } from './quiz-length.ts';
import type { Keep, World } from './scope.ts';

/** The items of a lesson's quiz, as the choice of items sees them. */
export function bankOf(course: Course, lesson: string) {
  return course
    .bank(lesson)
    .map((item) => ({ id: item.spec.id, kind: item.spec.kind, about: item.spec.about, scenarios: scenarioIds(item) }));
}

/** Starts a quiz of items new to the learner where there are any. Returns the attempt's id; the same form key again gives the same one. */
export async function startQuiz(
  world: World,
  keep: Keep,
  course: Course,
  lesson: Lesson,
  { mode, formKey }: { mode: QuizMode; formKey: string },
): Promise<string | null> {
  return keep(formKey, async (db, learnerId) => {
    const seed = world.newSeed();
    const seen = new Set((await itemProgressOf(db, learnerId, course.id)).map((entry) => entry.itemId));
    const bank = bankOf(course, lesson.slug);
    const items =
      lesson.role === 'capstone'
        ? chooseCapstone(bank, { ...capstoneLength, seed, seen })
        : chooseItems(bank, { count: quizLength[mode], seed, seen });
    const attempt = {
      id: world.newId(),
      learnerId,
      course: course.id,
      lesson: lesson.slug,
      // Whatever the form says, a capstone keeps its answers to itself until the end.
      mode: lesson.role === 'capstone' ? ('mock' as const) : mode,
      seed,
      contentVersion: course.version,
      formKey,
      startedAt: world.now(),
    };
    const started = await startAttempt(
      db,
      attempt,
      items.map((item, index) => ({ itemId: item.id, seed: (seed + index) % 2_147_483_647 })),
    );
    return started?.id ?? null;
  });
}
