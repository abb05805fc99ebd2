import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeople } from '#app/sheets/people.ts';

const read = (text: string, known: string[] = []) => readPeople(text, { known: new Set(known) }).lines;
const ana = { line: 1, name: 'Ana Ruiz', email: 'ana@x.org', problem: null };
const ben = { line: 2, name: 'Ben', email: 'ben@x.org', problem: null };

describe('a list of people', () => {
  it.each([
    ['with commas', 'Ana Ruiz,ana@x.org\nBen,ben@x.org'],
    ['with semicolons', 'Ana Ruiz;ana@x.org\nBen;ben@x.org'],
    ['with tabs', 'Ana Ruiz\tana@x.org\nBen\tben@x.org'],
    ['with the address first', 'ana@x.org, Ana Ruiz\nben@x.org, Ben'],
    ['with the order changing', 'ana@x.org,Ana Ruiz\nBen,ben@x.org'],
    ['with quotes', '"Ana Ruiz","ana@x.org"\n"Ben" , "ben@x.org"'],
    ['with a byte order mark and Windows line ends', '\ufeffAna Ruiz,ana@x.org\r\nBen,ben@x.org\r\n'],
    ['with old line ends', 'Ana Ruiz,ana@x.org\rBen,ben@x.org'],
    ['as mail programs write it', 'Ana Ruiz <ana@x.org>,\n"Ben" <ben@x.org>;'],
    ['as mail programs write it, within quotes', '"Ana Ruiz <ana@x.org>"\nBen <ben@x.org>'],
    ['with empty cells at the end', 'Ana Ruiz,ana@x.org,,\nBen,ben@x.org,,'],
    ['with blanks, capitals and links', '  Ana   Ruiz ,ANA@X.org \nBen, mailto:ben@x.org\u200b'],
    ['in full-width letters', 'Ａｎａ　Ｒｕｉｚ,ana@x.org\nBen,ben@x.org'],
  ])('is read %s', (_, text) => expect(read(text)).toEqual([ana, ben]));

  it.each([
    ['name,email', 'Ana Ruiz,ana@x.org'],
    ['E-Mail;Name', 'ana@x.org;Ana Ruiz'],
    ['Email address\tFull name', 'ana@x.org\tAna Ruiz'],
    ['id,First name,Last name,Mail,Group', '7,Ana,Ruiz,ana@x.org,B @ noon'],
  ])('may have titles: %j', (titles, line) => expect(read(`\n${titles}\n${line}`)).toEqual([{ ...ana, line: 3 }]));

  it('may be addresses alone, with or without a title', () => {
    const nameless = { line: 1, name: null, email: 'ana@x.org', problem: null };
    expect(read('ana@x.org')).toEqual([nameless]);
    expect(read('<ana@x.org>')).toEqual([nameless]);
    expect(read('Email\nana@x.org')).toEqual([{ ...nameless, line: 2 }]);
  });

  it.each(['', '\n\n', ' \t \r\n', ',,\n;;\n', '\ufeff', 'name,email', '""'])('of %j is nobody', (text) => expect(read(text)).toEqual([]));

  it('keeps the number of the line past blank ones', () => expect(read('\n\n  \nBen,ben@x.org')).toEqual([{ ...ben, line: 4 }]));

  it.each([
    ['"Ruiz, Ana",ana@x.org', 'Ruiz, Ana'],
    ['Ruiz, Ana;ana@x.org', 'Ruiz, Ana'],
    ['"Ruiz, Ana" <ana@x.org>', 'Ruiz, Ana'],
    ['Ruiz, Ana <ana@x.org>', 'Ruiz, Ana'],
    ['Ana;<ana@x.org>', 'Ana'],
    ['Ana "Annie" Ruiz,ana@x.org', 'Ana "Annie" Ruiz'],
    ['"Ana ""Annie"" Ruiz",ana@x.org', 'Ana "Annie" Ruiz'],
    ["O'Neil-Sæther,ana@x.org", "O'Neil-Sæther"],
    ['محمد\u200cرضا,ana@x.org', 'محمد\u200cرضا'],
    ['李小龍,ana@x.org', '李小龍'],
    [`${'𝒜'.repeat(100)},ana@x.org`, 'A'.repeat(100)],
  ])('takes the name in %j whole', (text, name) => expect(read(text)).toEqual([{ ...ana, name }]));
});

describe('what is wrong in a list of people', () => {
  it.each([
    ['Ana Ruiz', 'Line has no email address.'],
    ['Ana Ruiz,', 'Line has no email address.'],
    ['Ana Ruiz,nowhere', 'Line has no email address.'],
    ['Ana Ruiz <>', 'Line has no email address.'],
    ['Name,Email\nAna,', 'Line has no email address.'],
    ['Ana,ana@x', 'That is not an email address: "ana@x".'],
    ['Ana,ana@@x.org', 'That is not an email address: "ana@@x.org".'],
    ['Ana,ána@x.org', 'That is not an email address: "ána@x.org".'],
    ['Ana,ana@x.org\u202e', null],
    ['Ana,an\u202ea@x.org', 'That is not an email address: "an�a@x.org".'],
    ['Email\nana at x.org', 'That is not an email address: "ana at x.org".'],
    [`Ana,${'a'.repeat(90)}@x.org`, `That is not an email address: "${'a'.repeat(79)}…".`],
    ['Ana,ana@x.org,b@x.org', 'Line has 2 email addresses. Give each person a line.'],
    ['Ana <ana@x.org>, Ben <b@x.org>', 'Line has 2 email addresses. Give each person a line.'],
    ['Ana,Ruiz,ana@x.org', 'Line has 3 columns. Only a name and an email address are expected.'],
    [`${'a'.repeat(101)},ana@x.org`, 'The name is longer than 100 characters.'],
    ['A\u0007na,ana@x.org', 'The name has characters that cannot be seen, such as a control character. Please type it again.'],
    ['A\u202ena,ana@x.org', 'The name has characters that cannot be seen, such as a control character. Please type it again.'],
    [`${'a'.repeat(1001)},ana@x.org`, 'Line is longer than 1,000 characters.'],
    ['"Ana,ana@x.org', 'Line 1 opens a quotation mark and does not close it.'],
    ['new@x.org', 'Somebody with this address is there already.'],
  ])('%j is said in plain words', (text, problem) => expect(read(text, ['new@x.org']).at(-1)?.problem ?? null).toBe(problem));

  it('stops nobody else: a broken quote concerns its line', () => {
    expect(read('Ana Ruiz,ana@x.org\n"Broken,b@x.org\n"Cy, the third",cy@x.org')).toEqual([
      ana,
      { line: 2, name: null, email: null, problem: 'Line 2 opens a quotation mark and does not close it.' },
      { line: 3, name: 'Cy, the third', email: 'cy@x.org', problem: null },
    ]);
  });

  it('is an address that came before, with its line', () => {
    expect(read('Ana,ana@x.org\n\nBen,ben@x.org\nAnn,ANA@x.org').map(({ problem }) => problem)).toEqual([
      null,
      null,
      'The same address as line 1.',
    ]);
  });

  it('is more than 5,000 lines, as one problem', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `P${index},p${index}@x.org`);
    expect(read(`\n${lines.join('\n')}\n`).every(({ problem }) => problem === null)).toBe(true);
    expect(read([...lines, 'Q,q@x.org'].join('\n'))).toEqual([
      { line: 5_001, name: null, email: null, problem: 'The list has more than 5,000 lines. Please send it in parts.' },
    ]);
  });

  it('is more than 1 MB, as one problem', () => {
    const tooLarge = [{ line: 1, name: null, email: null, problem: 'The list is larger than 1 MB. Please send it in parts.' }];
    expect(read('a'.repeat(1_000_001))).toEqual(tooLarge);
    expect(read('é'.repeat(500_001))).toEqual(tooLarge);
  });
});

describe('any text', () => {
  const unit = fc.constantFrom(
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '<',
    '>',
    '@',
    '.',
    'a',
    ' ',
    '\\',
    '\0',
    '\u202e',
    '\ufeff',
    'name',
    'email',
    'b@x.org',
  );

  it('is read without a throw, lines in order, and whoever has no problem has an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const lines = read(text);
        for (const [index, { line, email, problem }] of lines.entries()) {
          expect(line).toBeGreaterThan(lines[index - 1]?.line ?? 0);
          expect(problem !== null || email !== null).toBe(true);
        }
        const clear = lines.filter(({ problem }) => problem === null).map(({ email }) => email);
        expect(new Set(clear).size).toBe(clear.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['"', ',', '<', 'a@b.co,', '\\"', ' '])('of a million times %j is read within seconds', (piece) => {
    const started = performance.now();
    read(piece.repeat(Math.floor(1_000_000 / piece.length)));
    read(`${piece.repeat(Math.floor(190 / piece.length))}\n`.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
