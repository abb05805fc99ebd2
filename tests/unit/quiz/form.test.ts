import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '#app/quiz/item.ts';
import { feedback, forLearner, describe as inWords, keyOf, readAnswer, toForm } from '#app/quiz/quiz.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import { itemOf, oneOfEach, specOf } from './build.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

function of(kind: ItemSpec['kind']) {
  const item = oneOfEach.find((candidate) => candidate.spec.kind === kind);
  if (item === undefined) throw new Error(`No item of kind ${kind}`);
  return item;
}

/** A form filled in at random, as a learner could: a value for each field that is shown. */
function filled(item: (typeof oneOfEach)[number], seed: number, random: fc.GeneratorValue): URLSearchParams {
  const { body, stories } = forLearner(item, seed);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[random(fc.nat, from.length - 1)];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  const form = new URLSearchParams();
  if (body.type === 'choice') form.set('option', pick(body.options).id);
  if (body.type === 'checklist') {
    form.set('answered', '1');
    for (const { id } of random(fc.subarray<{ id: string }>, [...body.rows])) form.append('met', id);
  }
  if (body.type === 'sentence') form.set('sentence', String(pick((stories[0]?.paragraphs ?? []).flat().map((_, index) => index))));
  if (body.type === 'table') for (const { id } of body.rows) form.set(`row-${id}`, pick(body.columns).id);
  if (body.type === 'grid') for (const { id } of body.rows) form.set(`row-${id}`, pick(body.lines.flatMap(({ cells }) => cells)).id);
  if (body.type === 'order') {
    const places = random(
      fc.shuffledSubarray<number>,
      body.steps.map((_, place) => place + 1),
      { minLength: body.steps.length },
    );
    for (const [index, { id }] of body.steps.entries()) form.set(`step-${id}`, String(places[index]));
  }
  if (body.type === 'number') form.set('value', String(random(fc.integer)));
  if (body.type === 'text') for (const { id } of body.fields) form.set(id, `a${random(fc.string, { maxLength: 1998 })}b`);
  return form;
}

function sorted(form: URLSearchParams): string {
  const copy = new URLSearchParams(form);
  copy.sort();
  return copy.toString();
}

test.each(oneOfEach)('a form read and written again is the same form, and so is the answer: $spec.kind', (item) => {
  fc.assert(
    fc.property(seeds, fc.gen(), (seed, random) => {
      const form = filled(item, seed, random);
      const read = readAnswer(item, seed, form);
      if (!('answer' in read)) throw new Error(read.problem);
      expect(sorted(toForm(item, seed, read.answer))).toBe(sorted(form));
      expect(readAnswer(item, seed, toForm(item, seed, read.answer))).toEqual(read);
    }),
  );
});

test.each(oneOfEach)('the same answer comes back under any seed: $spec.kind', (item) => {
  const written: Answer =
    item.spec.id === 'an-argument'
      ? { type: 'texts', texts: { narrow: 'They plan.', broad: 'They join in.' } }
      : { type: 'text', text: 'They plan; they do not build.' };
  const answer = keyOf(item) ?? written;
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(readAnswer(item, seed, toForm(item, seed, answer))).toEqual({ answer });
    }),
  );
});

test.each(oneOfEach)('no form makes reading throw: $spec.kind', (item) => {
  const names = ['option', 'met', 'answered', 'sentence', 'row-1', 'row-2', 'step-1', 'step-2', 'step-3', 'value', 'text', '__proto__'];
  const fields = fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof(fc.string(), fc.constantFrom('1', 'a', '-1', '99'))));
  fc.assert(
    fc.property(fields, seeds, (entries, seed) => {
      const read = readAnswer(item, seed, new URLSearchParams(entries));
      expect('answer' in read || read.problem.length > 10).toBe(true);
    }),
  );
});

test.each(oneOfEach)('an empty form gets a message that says what to do: $spec.kind', (item) => {
  expect(readAnswer(item, 1, new URLSearchParams())).toEqual({ problem: expect.stringMatching(/first|Tick|still open/) });
});

test('a form with files instead of texts is read as empty', () => {
  const form = new FormData();
  form.set('option', new Blob(['a']));
  expect(readAnswer(of('verdict'), 1, form)).toHaveProperty('problem');
});

test('form data is read like URL parameters', () => {
  const item = of('verdict');
  const form = new FormData();
  form.set('option', 'b');
  expect(readAnswer(item, 1, form)).toEqual(readAnswer(item, 1, new URLSearchParams('option=b')));
});

describe('what a learner may get wrong in filling in', () => {
  const problem = (kind: ItemSpec['kind'], form: string) => {
    const read = readAnswer(of(kind), 1, new URLSearchParams(form));
    return 'problem' in read ? read.problem : null;
  };

  test('an empty checklist counts once it is sent on purpose', () => {
    expect(problem('criteria', '')).toContain('Tick');
    expect(readAnswer(of('criteria'), 1, new URLSearchParams('answered=1'))).toEqual({ answer: { type: 'checklist', met: [] } });
  });

  test('an option that is not offered is refused', () => {
    expect(problem('verdict', 'option=z')).toContain('does not belong');
    expect(problem('verdict', 'option=key')).toContain('does not belong');
    expect(problem('criteria', 'met=R1')).toContain('does not belong');
  });

  test('a sentence beyond the story is refused', () => {
    expect(problem('evidence', 'sentence=999')).toContain('does not belong');
    expect(problem('evidence', 'sentence=-1')).toContain('does not belong');
  });

  test('a table says how many rows are open', () => {
    expect(problem('classify', 'row-1=a&row-2=b&row-3=a')).toBe('One row is still open. Give it an answer too.');
    expect(problem('classify', 'row-1=a')).toBe('3 rows are still open. Give each an answer.');
  });

  test('two steps in one place are pointed out', () => {
    expect(problem('order', 'step-1=1&step-2=1&step-3=2')).toContain('Two steps have place 1');
    expect(problem('order', 'step-1=1&step-2=2&step-3=4')).toContain('does not belong');
  });

  test('a text that is too long says by how much', () => {
    expect(problem('explain', `text=${'a'.repeat(2012)}`)).toContain('12 characters too long');
    expect(problem('explain', 'text=%20%20')).toContain('first');
  });

  test('a word in place of a number is explained', () => {
    expect(problem('numeric', 'value=many')).toContain('in figures');
  });
});

test('every answer can be told in words, also one that the item no longer offers', () => {
  for (const item of oneOfEach) {
    const key = keyOf(item);
    if (key !== null) expect(inWords(item, key).length).toBeGreaterThan(2);
    expect(inWords(item, { type: 'choice', option: 'gone' }).length).toBeGreaterThan(2);
  }
});

test('an answer told in words holds the texts that were shown', () => {
  const item = itemOf({ kind: 'order', about: 'T1', scenario: 'tax-self-assessment' });
  expect(inWords(item, { type: 'order', order: ['c1', 'g1', 'g2'] })).toMatch(/^1\. Taxpayer: .*; 2\. Tax office: .*; 3\. Tax office: /);
  expect(inWords(of('numeric'), { type: 'number', value: -1200 })).toMatch(/^−1,200 points/);
});

describe('an edge case argued under two definitions', () => {
  const argument = itemOf({
    kind: 'explain',
    about: 'R4',
    scenario: 'planning-workshops',
    lenses: ['narrow', 'broad'],
    prompt: 'Argue both.',
  });
  const read = (fields: Record<string, string>) => readAnswer(argument, 1, new URLSearchParams(fields));

  test('has a field for each, and an answer needs both', () => {
    expect(forLearner(argument, 1).body).toEqual({
      type: 'text',
      maxLength: 2000,
      fields: [
        { id: 'text-narrow', label: 'Under the narrow definition' },
        { id: 'text-broad', label: 'Under the broad definition' },
      ],
    });
    expect(read({ 'text-narrow': 'No.', 'text-broad': ' ' })).toEqual({
      problem: 'Write a sentence or two under the broad definition too.',
    });
    expect(read({ 'text-narrow': 'No.', 'text-broad': 'x'.repeat(2001) })).toEqual({
      problem: 'What you wrote under the broad definition is 1 characters too long. Please shorten it to 2000.',
    });
    expect(read({ 'text-narrow': ' No. ', 'text-broad': 'Yes.' })).toEqual({
      answer: { type: 'texts', texts: { narrow: 'No.', broad: 'Yes.' } },
    });
  });

  test('is compared with points under each, and told in words', () => {
    const answer: Answer = { type: 'texts', texts: { narrow: 'No.', broad: 'Yes.' } };
    expect(inWords(argument, answer)).toBe('Under the narrow definition: No.\n\nUnder the broad definition: Yes.');
    const { headline, points } = feedback(argument, answer);
    expect(headline).toMatch(/narrow definition.*broad definition/);
    expect(points.map(({ id }) => id)).toEqual([
      'narrow:verdict',
      'narrow:criterion',
      'narrow:fact',
      'broad:verdict',
      'broad:criterion',
      'broad:fact',
    ]);
  });

  test('is refused where nothing is at the edge, or a lens is unknown', () => {
    const spec = { kind: 'explain', about: 'R3', scenario: 'fireworks-spectators', prompt: 'Argue both.' } as const;
    expect(() => itemOf({ ...spec, scenario: 'planning-workshops', lenses: ['narrow', 'wide'] })).toThrow('no lens “wide”');
    expect(() => itemOf({ ...spec, lenses: ['narrow', 'broad'] })).toThrow('Only an edge case');
    expect(() => specOf({ ...spec, lens: 'narrow', lenses: ['narrow', 'broad'] })).toThrow('not both');
  });
});
