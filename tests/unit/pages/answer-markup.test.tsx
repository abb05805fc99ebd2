import { expect, test } from 'vitest';
import { answerMarkup } from '#app/pages/answer-markup.server.tsx';
import { keyOf, readAnswer } from '#app/quiz/quiz.ts';
import { answered } from '#app/use-cases/question.ts';
import type { StoredResponse } from '#db/responses.ts';
import { course } from '../use-cases/world.ts';

const item = course.bank(course.lessons[0]?.slug ?? '').find(({ spec }) => spec.kind === 'verdict');

function markupOf(id: string, answer: StoredResponse['answer']): string {
  if (!item) throw new Error('The first lesson has no verdict.');
  return Buffer.concat([...answerMarkup(answered(item, 1, { id, answer } as StoredResponse), '/reference')]).toString();
}

test('two who gave the same answer get the same explanation, each with a heading of its own to be led to', () => {
  const key = item && keyOf(item);
  if (!key) throw new Error('The question has no key.');
  const [first, second] = [markupOf('one', key), markupOf('two', { ...key })];
  expect(first).toContain('id="feedback-one"');
  expect(second).toContain('id="feedback-two"');
  expect(second).toBe(first.replaceAll('feedback-one', 'feedback-two'));
  expect(first).not.toContain('\u0001');
  expect(first).toContain('href="/reference/');
});

test('another answer gets another explanation', () => {
  const read = ['a', 'b'].map((option) => item && readAnswer(item, 1, new URLSearchParams({ option })));
  const shown = read.map((one) => (one && 'answer' in one ? markupOf('one', one.answer) : null));
  expect(shown).not.toContain(null);
  expect(shown[0]).not.toBe(shown[1]);
});
