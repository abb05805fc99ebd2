import { describe, expect, it } from 'vitest';
import { citationPieces } from '#app/course/citations.ts';
import { shortCitation } from '#app/course/course-file.ts';
import { factRefs } from '#app/course/fact-refs.ts';
import { idHint, inReadingOrder, type Problem, problemLine } from '#app/course/problem.ts';
import { readingGrade, syllablesOf, wordsOf } from '#app/course/reading.ts';
import { slugOf } from '#app/course/slug.ts';

describe('a short citation', () => {
  it.each([
    ['ANZSOG (2017). What is co-production? Melbourne: ANZSOG.', 'ANZSOG 2017'],
    ['Alford, J. (2009). Engaging public sector clients. Palgrave.', 'Alford 2009'],
    ['Brandsen, T., & Honingh, M. (2016). Distinguishing different types.', 'Brandsen & Honingh 2016'],
    ['Nabatchi, T., Sancino, A. & Sicilia, M. (2017). Varieties.', 'Nabatchi et al. 2017'],
    ['Parks, R. B. et al. (1981). Consumers as coproducers.', 'Parks et al. 1981'],
    ['van Kleef, D. and van Eijk, C. (2016). In or out.', 'van Kleef & van Eijk 2016'],
    ['Brandsen, T., Steen, T. & Verschuere, B. (eds) (2018). Co-production.', 'Brandsen et al. 2018'],
    ['Canberra Times. The new world of service delivery.', 'Canberra Times'],
  ])('of “%s” is “%s”', (cite, short) => {
    expect(shortCitation(cite)).toBe(short);
  });
});

describe('citations in a text', () => {
  it('are cut out with their locators, several in one bracket', () => {
    expect(citationPieces('So [@a-2017, "Co-"; @b, "p. 3"].')).toEqual([
      { type: 'text', value: 'So ' },
      {
        type: 'citations',
        citations: [
          { source: 'a-2017', locator: 'Co-', index: 5 },
          { source: 'b', locator: 'p. 3', index: 21 },
        ],
      },
      { type: 'text', value: '.' },
    ]);
  });

  it('that cannot be read are told apart with their place', () => {
    expect(citationPieces('[@a; b]')).toEqual([{ type: 'malformed', index: 4 }]);
    expect(citationPieces('[@a p. 3]')).toEqual([{ type: 'malformed', index: 1 }]);
  });
});

describe('the reading grade', () => {
  it('follows the published formula', () => {
    // 6 words, 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
    expect(readingGrade(['The cat sat on the mat.'])).toBeCloseTo(-1.45, 2);
  });

  it('rises with longer words and sentences', () => {
    const plain = readingGrade(['They sort the waste. A truck comes.']) ?? 0;
    const heavy =
      readingGrade(['Municipal organisations necessitate participatory collaboration, notwithstanding contractual obligations.']) ?? 0;
    expect(heavy).toBeGreaterThan(plain + 10);
  });

  it('is null where there is nothing to read', () => {
    expect(readingGrade([])).toBeNull();
    expect(readingGrade(['…'])).toBeNull();
  });

  it.each([
    ['a', 1],
    ['sorted', 2],
    ['baked', 1],
    ['table', 2],
    ['services', 3],
    ['nation', 2],
    ['area', 3],
    ['information', 4],
    ['co-production', 4],
    ['2017', 1],
  ])('counts the syllables of %s as %i', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  it('takes a figure or a hyphenated word for one word', () => {
    expect(wordsOf('It’s 3.5 co-produced tonnes – really.')).toEqual(['It’s', '3.5', 'co-produced', 'tonnes', 'really']);
  });
});

describe('facts', () => {
  it('are named by id, by number in their list, or by their group, each with its fields', () => {
    const refs = factRefs({
      service: { purpose: 'x' },
      parties: [{ id: 'payer', role: 'client' }],
      value: [{ to: 'x' }],
      alternatives: [{ tool: 'x' }, { tool: 'y' }],
      focus: ['c1'],
      decision: null,
    });
    expect([...refs]).toEqual([
      'service',
      'service.purpose',
      'payer',
      'payer.role',
      'value.1',
      'value.1.to',
      'alternative.1',
      'alternative.1.tool',
      'alternative.2',
      'alternative.2.tool',
    ]);
  });
});

describe('a problem', () => {
  const problem: Problem = { severity: 'error', file: 'a.yaml', line: 3, column: 7, rule: 'schema', message: 'no', hint: 'yes' };

  it('is one line that an editor can follow', () => {
    expect(problemLine(problem)).toBe('a.yaml:3:7  error  schema  no → yes');
    expect(problemLine({ ...problem, hint: null })).toBe('a.yaml:3:7  error  schema  no');
  });

  it('stands in reading order', () => {
    const at = (file: string, line: number, column: number): Problem => ({ ...problem, file, line, column });
    const ordered = inReadingOrder([at('b', 1, 1), at('a', 10, 1), at('a', 9, 2), at('a', 9, 1)]);
    expect(ordered.map(({ file, line, column }) => `${file}${line}:${column}`)).toEqual(['a9:1', 'a9:2', 'a10:1', 'b1:1']);
  });

  it('suggests the id that was most likely meant, else lists some', () => {
    expect(idHint('recycling-sortign', ['recycling-sorting', 'fireworks'])).toBe('did you mean `recycling-sorting`?');
    expect(idHint('zzz', ['recycling-sorting', 'fireworks'])).toBe('known: `recycling-sorting`, `fireworks`');
  });
});

describe('the id of a heading', () => {
  it.each([
    ['Who does the work?', 'who-does-the-work'],
    ['  It’s “Co-” – déjà vu! ', 'its-co-deja-vu'],
    ['…', ''],
  ])('“%s” is “%s”', (heading, id) => {
    expect(slugOf(heading)).toBe(id);
  });
});
