import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { samples } from '#app/ui/design-samples.ts';
import type { FieldValues } from '#app/ui/item/values.ts';
import { fieldValues } from '#app/ui/item/values.ts';
import { ItemForm } from '#app/ui/item-form.tsx';

type Kind = keyof typeof samples.items;

function form(kind: Kind, values: FieldValues = {}, error: string | null = null): string {
  return renderToStaticMarkup(<ItemForm item={samples.items[kind]} action="/here" values={values} error={error} />);
}

function fieldNames(html: string): string[] {
  return [...new Set([...html.matchAll(/ name="([^"]+)"/g)].map((match) => match[1] ?? ''))];
}

test.each<[Kind, string[]]>([
  ['choice', ['option']],
  ['checklist', ['answered', 'met']],
  ['sentence', ['sentence']],
  ['table', ['row-x', 'row-y', 'row-z']],
  ['grid', ['row-1', 'row-2']],
  ['order', ['step-s', 'step-t', 'step-u']],
  ['number', ['value']],
  ['text', ['text']],
])('a %s item asks with the field names that grading reads', (kind, names) => {
  expect(fieldNames(form(kind))).toEqual(names);
});

test.each<[Kind, FieldValues, RegExp]>([
  ['choice', { option: 'b' }, /value="b" checked=""|checked="" value="b"/],
  ['checklist', { met: ['r1'] }, /value="r1" checked=""|checked="" value="r1"/],
  ['sentence', { sentence: '2' }, /value="2" checked=""|checked="" value="2"/],
  ['table', { 'row-y': 'q' }, /name="row-y"[^>]*(value="q" checked=""|checked="" value="q")/],
  ['grid', { 'row-2': 'e' }, /name="row-2".*?<option value="e" selected="">/],
  ['order', { 'step-t': '3' }, /name="step-t".*?<option value="3" selected="">/],
  ['number', { value: 'ten' }, /name="value"[^>]*value="ten"/],
  ['text', { text: 'They only watch.' }, /<textarea[^>]*>They only watch\.<\/textarea>/],
])('a %s item shows earlier input again', (kind, values, shown) => {
  expect(form(kind, values)).toMatch(shown);
  expect(form(kind)).not.toMatch(shown);
});

test('sentences count from 0 over all paragraphs of the story', () => {
  const values = [...form('sentence').matchAll(/name="sentence" value="(\d+)"/g)].map((match) => match[1]);
  expect(values).toEqual(['0', '1', '2', '3']);
});

test('an error is an alert that describes the question', () => {
  const html = form('number', { value: 'ten' }, 'Enter a number.');
  expect(html).toMatch(/id="item-error" role="alert"/);
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="item-hint item-error"/);
  expect(html).toMatch(/<input[^>]*aria-invalid="true"/);
  expect(form('number')).not.toContain('role="alert"');
});

test('nothing is styled inline, which the content security policy would block', () => {
  for (const kind of Object.keys(samples.items) as Kind[]) expect(form(kind)).not.toMatch(/ style=/);
});

test('a submitted form gives back its values, repeated fields as lists', () => {
  expect(fieldValues(new URLSearchParams('met=a&met=b&answered=1'))).toEqual({ met: ['a', 'b'], answered: ['1'] });
  expect(Object.entries(fieldValues(new URLSearchParams('constructor=a&__proto__=b')))).toEqual([
    ['constructor', ['a']],
    ['__proto__', ['b']],
  ]);
});
