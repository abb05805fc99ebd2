import type { Course } from '#app/course/course.ts';
import { lessonPath, referencePath } from '#app/course/paths.ts';
import type { TeachNext } from '#app/use-cases/cohorts/teach-next.server.ts';

/** Beliefs named beside an answer. */
const named = 3;

/** Returns in words, with its links, what to teach a class next. */
export function teachNextWords(course: Course, cohortId: string, next: TeachNext) {
  const sheet = new URLSearchParams(next.cases.map(({ itemId, scenario }) => ['case', `${itemId}:${scenario}`]));
  return {
    name: next.name,
    says: next.says,
    breaks: next.breaks,
    href: `${referencePath(course.id)}/${next.id}`,
    learners: next.learners,
    held: next.held,
    expected: Math.max(1, Math.round(next.expected)),
    cost: next.cost,
    lesson: next.lesson && { title: next.lesson.title, href: lessonPath(course.id, next.lesson.slug) },
    sheet: `/teach/${cohortId}/discuss?${sheet}`,
    cases: next.cases.map(({ itemId, scenario, title, gain, answers }) => ({
      scenario,
      title,
      href: `/teach/${cohortId}/discuss?${new URLSearchParams({ case: `${itemId}:${scenario}` })}`,
      gain: gain.toFixed(2),
      answers: answers.map(({ words, right, share, from }) => ({
        words,
        right,
        share,
        from: from.length === 0 ? 'nobody on purpose' : from.slice(0, named).join('; '),
      })),
    })),
  };
}
