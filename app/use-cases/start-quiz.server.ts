/** A learner begins a quiz. */

import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { chooseCapstone, chooseItems } from '#app/learning/choose.ts';
import { type Choice, chooseSeveral, newSession } from '#app/learning/diagnosis/choose-next.ts';
import { evidenceOf } from '#app/learning/diagnosis/evidence.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { startAttempt } from '#db/attempts.ts';
import type { Database } from '#db/database.ts';
import { itemProgressOf } from '#db/progress.ts';
import { beliefsOf } from './beliefs.server.ts';
import { allHeld, heldNow } from './held-questions.ts';
import { capstoneLength, type QuizMode, quizLength } from './quiz-length.ts';
import type { Keep, Problem, World } from './scope.ts';

/** The items of a lesson's quiz, as the choice of items sees them. */
export function bankOf(course: Course, lesson: string) {
  return course.bank(lesson).map((item) => ({
    id: item.spec.id,
    kind: item.spec.kind,
    about: item.spec.about,
    scenarios: scenarioIds(item),
    evidence: evidenceOf(item),
  }));
}

type Entry = ReturnType<typeof bankOf>[number];

/** Below this many bits an answer would tell next to nothing, and the lesson comes first. */
const worthAsking = 0.1;

/**
 * Up to half of a practice quiz: new questions whose answers would tell most about what the learner believes. Of who has answered nothing yet
 * as much is believed as the prior says, so that a mistaken idea shows in the first quiz already.
 */
async function tellingItems(db: Database, learnerId: string, course: Course, bank: readonly Entry[], seen: ReadonlySet<string>) {
  const beliefs = await beliefsOf(db, learnerId, course);
  const telling = chooseSeveral(beliefs, bank, { ...newSession, items: seen }, Math.floor(quizLength.practice / 2));
  return telling.filter(({ gain }) => gain >= worthAsking);
}

/**
 * Starts a quiz of items new to the learner where there are any. Returns the attempt's id, or why there is none now; null where the form was
 * used for something else. The same form key again gives the same quiz.
 */
export async function startQuiz(
  world: World,
  keep: Keep,
  course: Course,
  lesson: Lesson,
  { mode, formKey }: { mode: QuizMode; formKey: string },
): Promise<{ readonly attemptId: string } | Problem | null> {
  return keep(formKey, async (db, learnerId) => {
    const seed = world.newSeed();
    const seen = new Set((await itemProgressOf(db, learnerId, course.id)).map((entry) => entry.itemId));
    const { mayAsk } = await heldNow(db, learnerId, course);
    const bank = bankOf(course, lesson.slug).filter(mayAsk);
    if (bank.length === 0) return { problem: allHeld };
    const isPractice = mode === 'practice' && lesson.role !== 'capstone';
    const telling: readonly Choice<Entry>[] = isPractice ? await tellingItems(db, learnerId, course, bank, seen) : [];
    const whys = new Map(telling.map(({ candidate, why }) => [candidate.id, why]));
    const items =
      lesson.role === 'capstone'
        ? chooseCapstone(bank, { ...capstoneLength, seed, seen })
        : chooseItems(bank, { count: quizLength[mode], seed, seen, given: telling.map(({ candidate }) => candidate) });
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
      items.map((item, index) => ({ itemId: item.id, seed: (seed + index) % 2_147_483_647, why: whys.get(item.id) ?? null })),
    );
    return started && { attemptId: started.id };
  });
}
