import type { Course } from '#app/course/course.ts';
import { cardFor } from '#app/learning/review/card.ts';
import { stockFor } from './review/stock.ts';

/** Returns the lesson with the most questions, on what a misconception concerns, that its holders get wrong; null where no lesson has one. */
export function lessonOn(
  course: Course,
  { id, concerns }: { readonly id: string; readonly concerns: string },
): { readonly slug: string; readonly title: string } | null {
  const asking = stockFor(course, cardFor({ kind: 'misconception', id }))
    .filter(({ id: question, template }) => template === null && course.item(question)?.spec.about === concerns)
    .map((question) => course.lessonOf(question.id));
  const questions = ({ slug }: { readonly slug: string }) => asking.filter((lesson) => lesson === slug).length;
  const [most] = course.lessons.toSorted((one, other) => questions(other) - questions(one));
  return most && questions(most) > 0 ? { slug: most.slug, title: most.title } : null;
}
