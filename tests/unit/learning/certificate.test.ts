import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBytes, makeCode, printedName, readCode } from '#app/learning/certificate.ts';

const bytes = fc.uint8Array({ minLength: codeBytes, maxLength: codeBytes }).filter((all) => all.filter((byte) => byte < 240).length >= 18);

describe('the code of a certificate', () => {
  it('has three groups of six signs that are not taken for each other', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(makeCode(random)).toMatch(/^([2-9A-HJKMNP-TV-Z]{6}-){2}[2-9A-HJKMNP-TV-Z]{6}$/);
      }),
    );
  });

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(' ', '', '-', '–', '  '), fc.boolean(), (random, gap, low) => {
        const code = makeCode(random);
        const typed = code.replaceAll('-', gap);
        expect(readCode(` ${low ? typed.toLowerCase() : typed} `)).toBe(code);
      }),
    );
  });

  it('gives each sign the same chance: bytes that would favour some are passed over', () => {
    const even = Uint8Array.from({ length: 240 }, (_, index) => index);
    const counts = new Map<string, number>();
    for (const sign of Array.from({ length: 13 }, (_, part) => makeCode(even.subarray(part * 18, part * 18 + 18)).replaceAll('-', '')).join(
      '',
    )) {
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).toBe(30);
    expect(makeCode(new Uint8Array(codeBytes).fill(255).fill(0, 0, 18))).toBe('222222-222222-222222');
    expect(() => makeCode(new Uint8Array(codeBytes).fill(255))).toThrow('usable bytes');
  });

  it.each(['', 'ABC', '222222-222222-22222', '222222-222222-2222222', '222222-222222-22222O', '222222-222222-22222İ', 'x'.repeat(5000)])(
    'is none for %j',
    (typed) => expect(readCode(typed)).toBeNull(),
  );
});

describe('the name on a certificate', () => {
  it.each([
    ['  Ana   María  ', 'Ana María'],
    ['Nguyễn Thị Ánh'.normalize('NFD'), 'Nguyễn Thị Ánh'.normalize('NFC')],
    ['محمد\u200cرضا', 'محمد\u200cرضا'],
    ['李小龍', '李小龍'],
    ["O'Neil-Sæther, 3rd", "O'Neil-Sæther, 3rd"],
  ])('may be %j', (typed, printed) => expect(printedName.parse(typed)).toBe(printed));

  it.each([
    ['', 'Write the name'],
    [' \t ', 'Write the name'],
    ['a'.repeat(81), 'longer than 80'],
    ['Ann\nBen', 'cannot be shown'],
    ['Ann\u202eneB', 'cannot be shown'],
    ['Ann\u2066', 'cannot be shown'],
    ['Ann\u0000', 'cannot be shown'],
    ['Ann\u2028Ben', 'cannot be shown'],
  ])('is refused as %j, with what to do', (typed, message) => {
    const parsed = printedName.safeParse(typed);
    expect(parsed.error?.issues[0]?.message).toContain(message);
  });

  it('counts characters as people do', () => expect(printedName.safeParse('𝒜'.repeat(80)).success).toBe(true));
});
