import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Problem, reportOn } from '#app/course/problem.ts';
import { parseYaml, type YamlFile } from '#app/course/yaml-file.ts';

function parsed(text: string, linesBefore = 0): YamlFile {
  const yaml = parseYaml(text, reportOn([], 'x.yaml'), linesBefore);
  if (!yaml) throw new Error('not YAML');
  return yaml;
}

/** Line and column of the first `needle` in the text. */
function placeOf(text: string, needle: string) {
  const before = text.slice(0, text.indexOf(needle)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

describe('a place in YAML', () => {
  const text = 'id: a\nfacts:\n  list:\n    - { id: c1, gives: [time, work] }\n';

  it('is that of the value at the path', () => {
    expect(parsed(text).at(['facts', 'list', 0, 'gives', 1])).toEqual(placeOf(text, 'work'));
  });

  it('is that of the nearest value around one that is missing', () => {
    expect(parsed(text).at(['facts', 'list', 0, 'by'])).toEqual(placeOf(text, '{ id'));
  });

  it('is that of the key, for an unknown field', () => {
    expect(parsed(text).atKey(['facts', 'list', 0, 'gives'])).toEqual(placeOf(text, 'gives'));
  });

  it('counts the lines of a file above its front matter', () => {
    expect(parsed('slug: a\ntitle: b\n', 1).at(['title'])).toEqual({ line: 3, column: 8 });
  });

  it.each([
    ['a literal block', 'story: |\n  One [two]{c1}.\n\n  Three [four]{NEEDLE}.\n'],
    ['a literal block with its indentation given', 'story: |2-\n    One.\n  Two NEEDLE.\n'],
    ['a folded block', 'story: >-\n    One\n    two.\n\n\n    Three NEEDLE.\n'],
    ['a plain text over lines', 'story: One\n  two\n  NEEDLE.\n'],
    ['a single-quoted text', "story: 'It''s one\n  it''s NEEDLE'\n"],
    ['a double-quoted text', 'story: "One \\"two\\" NEEDLE"\n'],
  ])('inside %s is exact', (_what, source) => {
    const yaml = parsed(source);
    const { story } = yaml.data as { story: string };
    expect(yaml.inText(['story'], story.indexOf('NEEDLE'))).toEqual(placeOf(source, 'NEEDLE'));
  });

  it('inside any block text is that of the same character', () => {
    const line = fc
      .string({ unit: fc.constantFrom('a', 'b', '[', ']', '{', '}', '.', ' ', 'é'), minLength: 1 })
      .map((words) => `x${words}x`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), fc.nat(), (lines, pick) => {
        const story = `${lines.join('\n')}\n`;
        const source = stringify({ a: { story } }, { blockQuote: 'literal', lineWidth: 0 });
        const visible = [...story].flatMap((letter, index) => (/\s/.test(letter) ? [] : [index]));
        const index = visible[pick % visible.length] ?? 0;
        const { line: row, column } = parsed(source).inText(['a', 'story'], index);
        expect(source.split('\n')[row - 1]?.charAt(column - 1)).toBe(story.charAt(index));
      }),
      { numRuns: 300 },
    );
  });
});

describe('broken YAML', () => {
  it('is reported with its place, all of it', () => {
    const problems: Problem[] = [];
    expect(parseYaml('id: a\nid: b\nlist: [1, 2\nnext: }', reportOn(problems, 'x.yaml'))).toBeNull();
    expect(problems.length).toBeGreaterThan(1);
    expect(problems[0]).toMatchObject({ file: 'x.yaml', line: 2, column: 1, rule: 'yaml' });
  });
});
