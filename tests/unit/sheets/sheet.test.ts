import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, sheetName } from '#app/sheets/sheet.ts';

describe('the name of a sheet', () => {
  it.each([
    ['Answers', 'Answers'],
    ['Who/what? [2026]: a*b\\c', 'Who what 2026 a b c'],
    ['', 'Sheet'],
    [' ??? ', 'Sheet'],
    ["'quoted'", 'quoted'],
    ['History', 'History (2)'],
    ['x'.repeat(31), 'x'.repeat(31)],
    ['x'.repeat(32), 'x'.repeat(31)],
    ['Teilnehmer/innen ✓', 'Teilnehmer innen ✓'],
  ])('%j becomes %j', (wanted, name) => expect(sheetName(wanted)).toBe(name));

  it('gets a number where it is taken, whatever the case, and still fits', () => {
    expect(sheetName('answers', ['Answers'])).toBe('answers (2)');
    expect(sheetName('Answers', ['ANSWERS', 'Answers (2)'])).toBe('Answers (3)');
    expect(sheetName('x'.repeat(31), ['x'.repeat(31)])).toBe(`${'x'.repeat(27)} (2)`);
  });

  it('is one that Excel takes, whatever is wanted', () => {
    const wanted = fc.array(fc.string({ unit: fc.constantFrom('a', 'A', "'", ' ', '/', '[', '😀', '\n', '\ud800'), maxLength: 40 }));
    fc.assert(
      fc.property(wanted, (all) => {
        const names: string[] = [];
        for (const one of all) names.push(sheetName(one, names));
        for (const name of names) {
          expect(name).toMatch(/^(?!')[^[\]:*?/\\\n]{1,31}(?<!')$/);
          expect(name.isWellFormed()).toBe(true);
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      }),
    );
  });
});

describe('a row', () => {
  const sheet = { name: 'T', columns: [{ title: 'a' }, { title: 'b' }], rows: [] };

  it('that is short is filled with empty cells', () => expect(cellsOf(sheet, ['x'])).toEqual(['x', null]));
  it('that is too long is refused', () => expect(() => cellsOf(sheet, [1, 2, 3])).toThrow('3 cells for 2 columns'));
});
