/** YAML that remembers where everything stood, so that a problem deep inside a value has a line and a column. */
import { isCollection, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, Scalar } from 'yaml';
import type { Position, Report } from './problem.ts';

export type YamlPath = readonly (string | number)[];

export interface YamlFile {
  readonly data: unknown;
  /** Where the value at `path` begins; where it is missing, the nearest one around it. */
  readonly at: (path: YamlPath) => Position;
  /** Where the key named last in `path` stands, for unknown fields; else as `at`. */
  readonly atKey: (path: YamlPath) => Position;
  /** Where a character of a text value stands in the file: block, folded and quoted scalars included. */
  readonly inText: (path: YamlPath, index: number) => Position;
}

/**
 * The parsed file, or null after reporting every syntax error.
 * @param linesBefore lines of the file above `text`, for front matter
 */
export function parseYaml(text: string, report: Report, linesBefore = 0): YamlFile | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };
  for (const { pos, code, message } of document.errors) {
    report.error(position(pos[0]), 'yaml', message, code === 'DUPLICATE_KEY' ? 'give each field once' : 'see the YAML syntax');
  }
  if (document.errors.length > 0) return null;

  const deepest = (path: YamlPath) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node;
    }
    return document.contents;
  };
  const at = (path: YamlPath): Position => position(deepest(path)?.range?.[0] ?? 0);

  const atKey = (path: YamlPath): Position => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const key = path.at(-1);
    const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key) : undefined;
    const range = pair && isScalar(pair.key) ? pair.key.range : undefined;
    return range ? position(range[0]) : at(path);
  };

  const inText = (path: YamlPath, index: number): Position => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return at(path);
    return position(sourceOffset(text, node, node.value, index));
  };

  return { data: isCollection(document.contents) ? document.toJS() : null, at, atKey, inText };
}

/**
 * The offset in the file of character `index` of a scalar's value. Folding and indentation only ever change white
 * space, so the visible characters of value and source run in step.
 */
function sourceOffset(text: string, node: Scalar, value: string, index: number): number {
  const [start, end] = node.range ?? [0, 0];
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  let offset = isBlock ? text.indexOf('\n', start) + 1 : start;
  if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) offset++;
  const limit = Math.min(index, value.length - 1);
  for (let i = 0; i <= limit; i++) {
    const letter = value.charAt(i);
    if (/\s/.test(letter)) continue;
    const found = text.indexOf(letter, offset);
    if (found === -1 || found >= end) break;
    if (i === limit) return found;
    offset = found + 1;
  }
  return offset;
}
