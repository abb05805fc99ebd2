import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CriteriaChecklist } from '#app/ui/criteria-checklist.tsx';
import { samples } from '#app/ui/design-samples.ts';
import { percent } from '#app/ui/words.ts';

const label = 'Spectators watch the display';

function checklist(blank: readonly string[] = []): string {
  return renderToStaticMarkup(<CriteriaChecklist label={label} verdict="no" rows={samples.rows} lens="narrow definition" blank={blank} />);
}

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('each outcome and the verdict are told in words', () => {
  const text = textOf(checklist());
  for (const words of ['Met in part', 'Not met', 'Verdict under the narrow definition No']) expect(text).toContain(words);
});

test('only the deciding row is marked, and only its words of the story', () => {
  const html = checklist();
  expect(html.match(/This decides it/g)).toHaveLength(1);
  expect([...html.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => match[1])).toEqual(['find a place on the wall and look up']);
});

test('a row on the same words as the row above does not repeat them, unless it decides', () => {
  const [first, second, third] = samples.rows.map((row) => ({ ...row, quote: 'the same quoted words' }));
  if (!first || !second || !third) throw new Error('the samples have three rows');
  const html = renderToStaticMarkup(<CriteriaChecklist label={label} verdict="no" rows={[first, second, third]} />);
  expect(html.match(/the same quoted words/g)).toHaveLength(2);
  expect(html).toContain('<mark>the same quoted words</mark>');
});

test('a faded checklist folds the blank rows and the verdict and does not say which row decides', () => {
  const html = checklist(['R3']);
  expect(html.match(/<details/g)).toHaveLength(2);
  expect(html).not.toContain('This decides it');
  expect(html).not.toContain('ledger-decides');
});

test('a share is never rounded to a full or an empty one', () => {
  expect([percent(0), percent(0.001), percent(0.5), percent(0.999), percent(1)]).toEqual(['0%', '1%', '50%', '99%', '100%']);
});
