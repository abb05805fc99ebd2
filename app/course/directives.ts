/** The blocks that a lesson may hold beside plain Markdown, and what each asks for. */
import type { RootContent } from 'mdast';
import type {} from 'remark-directive';
import { idHint, type Position, type Report } from './problem.ts';

export type Directive = Extract<RootContent, { type: 'containerDirective' | 'leafDirective' }>;

interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** `text`: must hold some; `none`: must be empty. */
  readonly body: 'text' | 'none';
  readonly form: Directive['type'];
}

const rules: Readonly<Record<string, Rule>> = {
  contrast: { required: ['left', 'right'], optional: [], body: 'text', form: 'containerDirective' },
  principle: { required: [], optional: [], body: 'text', form: 'containerDirective' },
  worked: { required: ['scenario'], optional: ['lens'], body: 'text', form: 'containerDirective' },
  faded: { required: ['scenario', 'blank'], optional: ['lens'], body: 'text', form: 'containerDirective' },
  check: { required: ['item'], optional: [], body: 'none', form: 'containerDirective' },
  aside: { required: ['title'], optional: [], body: 'text', form: 'containerDirective' },
  define: { required: ['term'], optional: [], body: 'text', form: 'containerDirective' },
  steps: { required: ['scenario', 'caption'], optional: [], body: 'none', form: 'leafDirective' },
  values: { required: ['scenario', 'caption'], optional: [], body: 'none', form: 'leafDirective' },
  motives: { required: ['scenario', 'caption'], optional: [], body: 'none', form: 'leafDirective' },
  scales: { required: ['scenario', 'caption'], optional: [], body: 'none', form: 'leafDirective' },
  grid: { required: ['caption', 'mark'], optional: ['cases'], body: 'none', form: 'leafDirective' },
};

export interface ReadDirective {
  readonly name: string;
  /** The attribute's text, empty where it was left out. */
  readonly get: (attribute: string) => string;
  /** The attribute's words, each with its place. */
  readonly words: (attribute: string) => readonly { readonly word: string; readonly at: Position }[];
}

/** Checks a directive against the rule for its name. Null after reporting what is wrong. */
export function readDirective(node: Directive, source: string, report: Report): ReadDirective | null {
  const start = startOf(node);
  const colons = node.type === 'leafDirective' ? '::' : ':::';
  const rule = rules[node.name];
  if (!rule) {
    report.error(start, 'unknown-directive', `unknown block \`${colons}${node.name}\``, idHint(node.name, Object.keys(rules)));
    return null;
  }
  const problems = shapeProblems(node, rule, source);
  for (const [message, hint] of problems) report.error(start, 'directive', message, hint);
  if (problems.length > 0) return null;

  const raw = rawOf(node, source);
  const attributes = node.attributes ?? {};
  return {
    name: node.name,
    get: (attribute) => attributes[attribute] ?? '',
    words: (attribute) => {
      const value = attributes[attribute] ?? '';
      const offset = Math.max(0, raw.indexOf(value, Math.max(0, raw.indexOf(`${attribute}=`))));
      return [...value.matchAll(/\S+/g)].map((match) => ({
        word: match[0],
        at: { line: start.line, column: start.column + offset + match.index },
      }));
    },
  };
}

function shapeProblems(node: Directive, rule: Rule, source: string): [message: string, hint: string][] {
  const found: [string, string][] = [];
  const { name } = node;
  const attributes = node.attributes ?? {};
  const example = [...rule.required, ...rule.optional].map((attribute) => `${attribute}="…"`).join(' ');
  const braces = example === '' ? '' : `{${example}}`;
  if (node.type !== rule.form) {
    const right = rule.form === 'leafDirective' ? `::${name}${braces} on a line of its own` : `:::${name}${braces}, then a line with :::`;
    return [[`\`${name}\` has the wrong number of colons`, `write ${right}`]];
  }
  if (node.type === 'containerDirective' && !/\n[ \t]*:{3,}[ \t]*$/.test(rawOf(node, source))) {
    return [[`\`:::${name}\` is never closed, so it swallows what follows`, 'put ::: on a line of its own where it ends']];
  }
  for (const attribute of rule.required) {
    if ((attributes[attribute] ?? '').trim() === '') found.push([`\`${name}\` has no \`${attribute}\``, `write ${name}${braces}`]);
  }
  const known = [...rule.required, ...rule.optional];
  for (const attribute of Object.keys(attributes)) {
    if (!known.includes(attribute)) found.push([`\`${name}\` has no attribute \`${attribute}\``, idHint(attribute, known)]);
  }
  if (rule.body === 'text' && node.children.length === 0) found.push([`\`:::${name}\` is empty`, 'write its text between the two lines']);
  if (rule.body === 'none' && node.children.length > 0) found.push([`\`${name}\` takes no text`, 'move the text above or below it']);
  return found;
}

/** Where a node of the lesson stands. The parser places every node that it makes. */
export function startOf(node: { readonly position?: { readonly start: Position } | undefined }): Position {
  return node.position?.start ?? { line: 1, column: 1 };
}

function rawOf(node: Directive, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
