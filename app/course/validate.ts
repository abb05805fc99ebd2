/** From a zod schema's complaints to problems with a line and a column. */
import { z } from 'zod';
import { idHint, type Report } from './problem.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

/**
 * The parsed value under `path`, or null after reporting every issue at its place in the file.
 */
export function validate<T>(schema: z.ZodType<T>, value: unknown, yaml: YamlFile, path: YamlPath, report: Report): T | null {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(issue, schema, yaml, path, report);
  return null;
}

function reportIssue(issue: Issue, schema: z.ZodType, yaml: YamlFile, base: YamlPath, report: Report): void {
  const path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const field = path.length === 0 ? 'the file' : `\`${path.join('.')}\``;

  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? fieldsOf(schema) : [];
    for (const key of issue.keys) {
      const where = path.length === 0 ? '' : ` in ${field}`;
      const hint = /\s/.test(key) ? 'put the text in quotes: inside { } a comma ends it' : hintForField(key, known);
      report.error(yaml.atKey([...path, key]), 'unknown-field', `unknown field \`${key}\`${where}`, hint);
    }
    return;
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    for (const inner of closest) reportIssue(inner, schema, yaml, path, report);
    return;
  }
  if (
    issue.input === undefined &&
    issue.message.startsWith('Invalid') &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  ) {
    const rightOne = issue.code === 'invalid_value' ? oneOf(issue.values) : `add it: ${expected(issue.expected)}`;
    report.error(yaml.at(path), 'schema', `${field} is missing`, rightOne);
    return;
  }
  const [message, hint] = inWords(issue);
  report.error(yaml.at(path), 'schema', `${field}: ${message}`, hint);
}

function hintForField(key: string, known: readonly string[]): string {
  return known.length === 0 ? 'check its spelling and indentation, or take it out' : idHint(key, known);
}

function inWords(issue: Issue): [message: string, hint: string | null] {
  // A schema's own words are kept; zod's usual ones are put in an author's terms.
  if (!/^(?:Invalid|Too (?:small|big)|Unrecognized)/.test(issue.message)) return [issue.message, null];
  switch (issue.code) {
    case 'invalid_type':
      return [`this is ${kindOf(issue.input)}`, `expected ${expected(issue.expected)}`];
    case 'invalid_value':
      return [`${shown(issue.input)} is not allowed here`, hintForValue(issue.input, issue.values)];
    case 'too_small':
      return [issue.message.replace(/^Too small: /, ''), `at least ${issue.minimum}`];
    case 'too_big':
      return [issue.message.replace(/^Too big: /, ''), `at most ${issue.maximum}`];
    default:
      return [issue.message, null];
  }
}

function hintForValue(input: unknown, values: readonly unknown[]): string {
  return typeof input === 'string' ? idHint(input, values.map(String)) : oneOf(values);
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? `expected \`${String(values[0])}\`` : `one of ${values.map((value) => `\`${String(value)}\``).join(', ')}`;
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function expected(kind: string): string {
  return kinds[kind] ?? kind;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return expected(typeof value);
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? `\`${String(value)}\`` : kindOf(value);
}

function fieldsOf(schema: z.ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
