/**
 * No regular expression of ours takes time without bound for its input: found in the source by its tree, judged by its form alone. What a
 * repetition repeats must begin with a sign that nothing repeated inside it can be, or hold no repetition: then each text is read in one way.
 */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

interface Atom {
  /** The source of a sign or class; null for a group. */
  readonly sign: string | null;
  /** Of a group: its alternatives. */
  readonly branches: readonly (readonly Atom[])[];
  readonly least: number;
  readonly endless: boolean;
}

/** Reads a pattern into alternatives of atoms. Look-around and assertions are read as groups and signs of their own. */
function parse(source: string): readonly (readonly Atom[])[] {
  let at = 0;
  const group = (): Atom[][] => {
    const branches: Atom[][] = [[]];
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++;
        branches.push([]);
        continue;
      }
      branches.at(-1)?.push(atom());
    }
    return branches;
  };
  const atom = (): Atom => {
    if (source[at] === '(') {
      at += /^\((\?(:|=|!|<=|<!|<\w+>))?/.exec(source.slice(at))?.[0].length ?? 1;
      const branches = group();
      at++;
      return { sign: null, branches, ...quantifier() };
    }
    const sign =
      /^(\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|[\s\S])/i.exec(source.slice(at))?.[0] ?? '';
    at += sign.length;
    return { sign, branches: [], ...quantifier() };
  };
  const quantifier = () => {
    const [all = '', star, low, comma, high] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(source.slice(at)) ?? [];
    at += all.length;
    if (all === '') return { least: 1, endless: false };
    if (star) return { least: star === '+' ? 1 : 0, endless: star !== '?' };
    return { least: Number(low), endless: comma === ',' && high === '' };
  };
  return group();
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).concat('é', '\u2028', '\u200b', '–');
const isAssertion = (sign: string) => /^(\^|\$|\\b|\\B)$/.test(sign);
function signsOf(sign: string): Set<string> {
  const one = new RegExp(`^(?:${sign})$`, /\\p|\\u\{/i.test(sign) ? 'iu' : 'i');
  return new Set(ascii.filter((letter) => one.test(letter)));
}

/** Signs that anything in these branches can be. */
const anySignIn = (branches: readonly (readonly Atom[])[]): Set<string> =>
  new Set(branches.flat().flatMap(({ sign, branches: inner }) => [...(sign === null ? anySignIn(inner) : signsOf(sign))]));

/** Signs that something repeated without end in these branches can be. */
function repeatedIn(branches: readonly (readonly Atom[])[]): Set<string> {
  const found = new Set<string>();
  for (const { sign, branches: inner, endless } of branches.flat()) {
    if (sign !== null && endless) for (const letter of signsOf(sign)) found.add(letter);
    for (const letter of endless ? anySignIn(inner) : repeatedIn(inner)) found.add(letter);
  }
  return found;
}

/** Returns the repetitions in a pattern that may read one text in many ways. */
function suspects(branches: readonly (readonly Atom[])[]): number {
  let found = 0;
  for (const { sign, branches: inner, endless } of branches.flat()) {
    if (sign !== null) continue;
    found += suspects(inner);
    const repeated = repeatedIn(inner);
    if (!endless || repeated.size === 0) continue;
    const told = inner.every(([first]) => {
      if (!first || first.sign === null || first.least === 0 || first.endless || isAssertion(first.sign)) return false;
      return [...signsOf(first.sign)].every((letter) => !repeated.has(letter));
    });
    if (!told) found++;
  }
  return found;
}

const isSuspect = (source: string) => suspects(parse(source)) > 0;

test('forms that take time without bound are found', () => {
  for (const bad of ['^(a+)+$', '(a*)*', '^(\\w+\\s?)*$', '(?:[a-z]+-?)+$', '(x|\\d+)*y', '((ab)*c?)+', '(a{2,})+'])
    expect(isSuspect(bad), bad).toBe(true);
  for (const good of ['^a+b+$', '^[a-z]+(-[a-z]+)*$', '^(?:\\.[a-z]{1,5})+$', '(a|b)*', '^(?=.{3,9}$)x+$', '[(]+a[)]*'])
    expect(isSuspect(good), good).toBe(false);
});

/** Read by hand: before each word of the list stands a comma or a blank, and no word holds either. */
const judged = new Set(['^[a-z]+s(?=[\\s,]|$)(?:(?:,? and |, )[a-z]+s(?=[\\s,]|$))*']);

const files = globSync('{app,db,bin}/**/*.{ts,tsx,mjs}', { exclude: ['**/node_modules'] });

test('none of ours has such a form', () => {
  const found: string[] = [];
  let read = 0;
  for (const file of files) {
    const walk = (node: ts.Node): void => {
      const [first] = ts.isNewExpression(node) && node.expression.getText() === 'RegExp' ? (node.arguments ?? []) : [];
      const source = ts.isRegularExpressionLiteral(node)
        ? node.text.slice(1, node.text.lastIndexOf('/'))
        : first && ts.isStringLiteralLike(first)
          ? first.text
          : null;
      if (source !== null) {
        read++;
        if (isSuspect(source) && !judged.has(source)) found.push(`${file}: ${source}`);
      }
      ts.forEachChild(node, walk);
    };
    walk(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  expect(read).toBeGreaterThan(100);
  expect(found).toEqual([]);
});
