/** Right and wrong answers, found through the engine. */
import type { CourseItem } from '#app/course/course.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder, forLearner, grade, keyOf, readAnswer } from '#app/quiz/quiz.ts';

const words = 'It counts under the narrow definition, because they do part of the work themselves.';

/** A few words, under each definition where an edge case asks for both. */
function explanationOf({ spec }: CourseItem): Answer {
  const lenses = spec.kind === 'explain' ? spec.lenses : undefined;
  return lenses ? { type: 'texts', texts: Object.fromEntries(lenses.map((id) => [id, words])) } : { type: 'text', text: words };
}

/** What follows from the facts; for an explanation, a few words. */
export function rightAnswer(item: CourseItem): Answer {
  return keyOf(item) ?? explanationOf(item);
}

/** Returns a wrong answer, one that a misconception explains where there is such a one; for an explanation, a few words. */
export function wrongAnswer(item: CourseItem): Answer {
  if (item.spec.kind === 'explain') return explanationOf(item);
  const held = item.theory.misconceptions.flatMap(({ id }) => answerUnder(item, id) ?? []);
  const candidates = [...held, ...anyAnswers(item)].filter((answer) => grade(item, answer).right === false);
  const explained = candidates.find((answer) => grade(item, answer).misconceptions.length > 0);
  const wrong = explained ?? candidates[0];
  if (!wrong) throw new Error(`Nothing is wrong for ${item.spec.id}`);
  return wrong;
}

/** Some answers that the form of the item can give. */
function anyAnswers(item: CourseItem): Answer[] {
  const { body, stories } = forLearner(item, 0);
  const forms = ((): Record<string, string>[] => {
    switch (body.type) {
      case 'choice':
        return body.options.map(({ id }) => ({ option: id }));
      case 'checklist':
        return [{ answered: '1' }, { answered: '1', met: '1' }];
      case 'sentence':
        return stories.flatMap(({ paragraphs }) => paragraphs.flat()).map((_, place) => ({ sentence: String(place) }));
      case 'table':
        return body.columns.map(({ id }) => Object.fromEntries(body.rows.map((row) => [`row-${row.id}`, id])));
      case 'grid':
        return body.lines[0]?.cells.map(({ id }) => Object.fromEntries(body.rows.map((row) => [`row-${row.id}`, id]))) ?? [];
      case 'order':
        return [1, -1].map((sign) =>
          Object.fromEntries(body.steps.map(({ id }, place, all) => [`step-${id}`, String(sign > 0 ? place + 1 : all.length - place)])),
        );
      case 'number':
        return [{ value: '1' }, { value: '2' }];
      case 'text':
        return [];
    }
  })();
  return forms.flatMap((fields) => {
    const read = readAnswer(item, 0, new URLSearchParams(fields));
    return 'answer' in read ? [read.answer] : [];
  });
}
