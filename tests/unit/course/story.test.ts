import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStory, plainText } from '#app/course/story.ts';

/** Each sentence as `words` or `<marked>{facts}`, to read at a glance. */
function shown(text: string): string[][] {
  return parseStory(text).paragraphs.map((sentences) =>
    sentences.map(({ segments }) =>
      segments.map(({ text: words, facts }) => (facts.length > 0 ? `<${words}>{${facts.join(' ')}}` : words)).join(''),
    ),
  );
}

describe('a story', () => {
  it('becomes paragraphs of sentences of segments, with line breaks made spaces', () => {
    expect(shown('The bins [stand\n  outside]{c1}. [A truck]{g1 g1.form} comes.\n\nIt leaves.')).toEqual([
      ['The bins <stand outside>{c1}.', '<A truck>{g1 g1.form} comes.'],
      ['It leaves.'],
    ]);
  });

  it.each([
    ['a title', 'Dr. Okoro came at 10.30. She left.', ['Dr. Okoro came at 10.30.', 'She left.']],
    ['a decimal', 'It cost 3.5 million. Nobody paid.', ['It cost 3.5 million.', 'Nobody paid.']],
    ['an example', 'Some (e.g. Berlin) wait. Others act.', ['Some (e.g. Berlin) wait.', 'Others act.']],
    ['an initial', 'J. Alford wrote it. We read it.', ['J. Alford wrote it.', 'We read it.']],
    ['a quotation that goes on', '“Why me?” she asked. Nobody knew.', ['“Why me?” she asked.', 'Nobody knew.']],
    ['a quotation that ends the sentence', 'He said, “Later.” Then he went.', ['He said, “Later.”', 'Then he went.']],
    ['dots inside', 'They wait... and wait. It rains.', ['They wait... and wait.', 'It rains.']],
    ['a page', 'See p. 3 of the form. Sign it.', ['See p. 3 of the form.', 'Sign it.']],
  ])('is not cut at the full stop of %s', (_what, text, sentences) => {
    expect(shown(text)).toEqual([sentences]);
  });

  it('keeps a mark that ends with its sentence, full stop included', () => {
    expect(shown('[They sort the glass. ]{c1} Then it rains.')).toEqual([['<They sort the glass.>{c1}', 'Then it rains.']]);
  });

  it('takes an escaped bracket for a bracket', () => {
    expect(shown('They wrote \\[sic\\] on it.')).toEqual([['They wrote [sic] on it.']]);
  });

  it.each([
    ['nested', 'They [sort [glass]{c1} well]{c2}.', 'story-mark', 11],
    ['never closed', 'They [sort glass. It rains.', 'story-mark', 5],
    ['closed in the next paragraph', 'They [sort\n\nglass]{c1}.', 'story-mark', 5],
    ['without facts', 'They [sort]{ } glass.', 'story-mark', 11],
    ['without braces', 'They [sort] glass.', 'story-mark', 5],
    ['without words', 'They [ ]{c1} sort.', 'story-mark', 5],
    ['only an end', 'They sort]{c1} glass.', 'story-mark', 9],
    ['only braces', 'They sort {c1} glass.', 'story-mark', 10],
    ['across a sentence end', 'They [sort. It rains]{c1} here.', 'mark-across-sentences', 5],
  ])('reports a mark %s at its place', (_what, text, rule, index) => {
    expect(parseStory(text).problems[0]).toMatchObject({ rule, index });
  });

  it('reports every bad mark, not only the first', () => {
    const { problems } = parseStory('They [sort] glass. It [rains]. [All]{} day.');
    expect(problems.map(({ index }) => index)).toEqual([5, 22, 36]);
  });

  it('names each fact with the place of its name', () => {
    expect(parseStory('They [sort]{c1 value.1}.').refs).toEqual([
      { ref: 'c1', index: 12 },
      { ref: 'value.1', index: 15 },
    ]);
  });

  const word = fc.constantFrom('bins', 'Dr.', '3.5', 'the', 'Truck', 'comes.', 'Why?', '“No.”', 'e.g.', 'she', 'it;', '(so)');
  const piece = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    fact: fc.option(fc.constantFrom('c1', 'g1.form', 'value.2')),
  });

  it('loses no word and no mark, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.map(({ words, fact }) => (fact === null ? words.join(' ') : `[${words.join(' ')}]{${fact}}`)).join('\n');
        const story = parseStory(text);
        expect(plainText(story.paragraphs)).toBe(pieces.flatMap(({ words }) => words).join(' '));
        const marked = story.paragraphs.flat().flatMap(({ segments }) => segments.filter(({ facts }) => facts.length > 0));
        const words = pieces.flatMap((one) => (one.fact === null ? [] : one.words));
        expect(marked.map((segment) => segment.text).join(' ')).toBe(words.join(' '));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws and always places its problems inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '\\', ' ', '\n', '.', 'a', 'B') }), (text) => {
        for (const { index } of parseStory(text).problems) {
          expect(index).toBeGreaterThanOrEqual(0);
          expect(index).toBeLessThan(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
