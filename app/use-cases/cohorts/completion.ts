/** Since when how many learners have passed the quizzes of a course. */
import { lessonThreshold } from '#app/learning/lesson-state.ts';
import { attemptScore, reaches } from '#app/learning/score.ts';
import { countByWeek, type WeekCount } from '#app/statistics/weeks.ts';
import type { FinishedQuiz } from '#db/cohort-log.ts';

export interface Completion {
  /** Null for all lessons together: a learner is counted in the week in which the last of them was passed. */
  readonly lesson: string | null;
  /** Learners by the week in which they first reached the mark of a lesson that is done. */
  readonly weeks: readonly WeekCount[];
}

/** Returns how many learners first passed the quiz of each of these lessons week by week, and all of them last. Quizzes are given oldest first. */
export function completionOf(lessons: readonly string[], quizzes: readonly FinishedQuiz[]): Completion[] {
  const firsts = new Map(lessons.map((lesson) => [lesson, new Map<string, number>()]));
  for (const quiz of quizzes) {
    const [first, score] = [firsts.get(quiz.lesson), attemptScore(quiz)];
    // As in `lessonState`: a quiz of nothing but explanations has no score, and finishing it is all that can be asked.
    if (first && !first.has(quiz.learnerId) && (score === null || reaches(score, lessonThreshold)))
      first.set(quiz.learnerId, quiz.finishedAt);
  }
  const each = [...firsts].map(([lesson, first]) => ({ lesson, weeks: countByWeek([...first.values()]) }));
  const [some = new Map<string, number>(), ...others] = firsts.values();
  const all = [...some].flatMap(([learnerId, at]) => {
    const times = others.flatMap((first) => first.get(learnerId) ?? []);
    return times.length === others.length ? [Math.max(at, ...times)] : [];
  });
  return [...each, { lesson: null, weeks: countByWeek(all) }];
}
