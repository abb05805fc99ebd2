/** From the prepared tree of a lesson to its sections and blocks. */
import type { Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block, Section } from './compiled.ts';
import { type Directive, type ReadDirective, readDirective, startOf } from './directives.ts';
import { toHtml } from './markdown.ts';
import type { Position, Report } from './problem.ts';
import { slugOf } from './slug.ts';

/** Something that the lesson names and that must exist elsewhere. */
export interface Use {
  readonly kind: 'scenario' | 'criterion' | 'lens' | 'item';
  readonly id: string;
  readonly at: Position;
  /** Name of the block that it stands in. */
  readonly block: string;
  /** For a criterion: the lens of its checklist, empty for the usual one. */
  readonly lens: string;
}

export interface LessonBody {
  readonly sections: readonly Section[];
  readonly uses: readonly Use[];
}

/** Cuts the tree at its second-level headings and turns each part into blocks; adjoining prose becomes one. */
export function compileBody(tree: Root, text: string, report: Report): LessonBody {
  const uses: Use[] = [];
  const definitions = tree.children.filter((node) => node.type === 'definition');
  const sections: { heading: Heading; nodes: RootContent[] }[] = [];
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, nodes: [] });
    else if (node.type === 'definition') continue;
    else if (sections.length === 0)
      report.error(startOf(node), 'text-before-section', 'this stands before the first section', 'begin with a ## heading');
    else sections.at(-1)?.nodes.push(node);
  }
  if (sections.length === 0)
    report.error({ line: 1, column: 1 }, 'no-section', 'the lesson has no section', 'begin each with a ## heading');

  const compiled = sections.map(({ heading, nodes }) => {
    const title = textOf(heading);
    if (nodes.length === 0)
      report.error(startOf(heading), 'empty-section', `the section “${title}” is empty`, 'write it, or take the heading out');
    return { id: slugOf(title), heading: title, blocks: blocksOf(nodes, { definitions, text, report, uses }) };
  });
  return { sections: compiled, uses };
}

interface Compiling {
  readonly definitions: readonly RootContent[];
  readonly text: string;
  readonly report: Report;
  readonly uses: Use[];
}

function blocksOf(nodes: readonly RootContent[], compiling: Compiling): Block[] {
  const blocks: Block[] = [];
  let prose: RootContent[] = [];
  const flush = () => {
    const html = toHtml(prose, compiling.definitions);
    if (html !== '') blocks.push({ type: 'html', html });
    prose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') {
      refuseInner(node, compiling.report);
      prose.push(node);
      continue;
    }
    if ('children' in node) for (const child of node.children) refuseInner(child, compiling.report);
    const read = readDirective(node, compiling.text, compiling.report);
    if (!read) continue;
    if (read.name === 'define') {
      prose.push(definition(node, read.get('term')));
    } else {
      flush();
      blocks.push(blockOf(node, read, compiling));
    }
  }
  flush();
  return blocks;
}

/** Blocks stand by themselves: not inside one another, nor in lists and quotations. */
function refuseInner(node: RootContent, report: Report): void {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') {
    report.error(
      startOf(node),
      'nested-block',
      `the block \`${node.name}\` stands inside something else`,
      'close the block above it with :::, and begin each block at the left margin',
    );
  } else if ('children' in node) {
    for (const child of node.children) refuseInner(child, report);
  }
}

function blockOf(node: Directive, read: ReadDirective, compiling: Compiling): Block {
  const html = () => toHtml(node.type === 'containerDirective' ? node.children : [], compiling.definitions);
  const use = (kind: Use['kind'], attribute: string): string[] => {
    const words = read.words(attribute);
    const lens = kind === 'criterion' ? read.get('lens') : '';
    for (const { word, at } of words) compiling.uses.push({ kind, id: word, at, block: read.name, lens });
    return words.map(({ word }) => word);
  };
  const one = (kind: Use['kind'], attribute: string): string => use(kind, attribute).join(' ');

  switch (read.name) {
    case 'contrast':
      return { type: 'contrast', left: one('scenario', 'left'), right: one('scenario', 'right'), html: html() };
    case 'worked':
      return { type: 'worked', scenario: one('scenario', 'scenario'), lens: one('lens', 'lens'), html: html() };
    case 'faded':
      return {
        type: 'faded',
        scenario: one('scenario', 'scenario'),
        lens: one('lens', 'lens'),
        blank: use('criterion', 'blank'),
        html: html(),
      };
    case 'check':
      return { type: 'check', item: one('item', 'item') };
    case 'aside':
      return { type: 'aside', title: read.get('title'), html: html() };
    case 'grid':
      return { type: 'grid', caption: read.get('caption'), mark: use('lens', 'mark'), cases: use('scenario', 'cases') };
    case 'steps':
    case 'values':
    case 'motives':
    case 'scales':
      return { type: 'picture', of: read.name, scenario: one('scenario', 'scenario'), caption: read.get('caption') };
    default:
      return { type: 'principle', html: html() };
  }
}

/** A term and what it means, as a definition list. */
function definition(node: Directive, term: string): RootContent {
  const children = node.type === 'containerDirective' ? node.children : [];
  return {
    type: 'blockquote',
    data: { hName: 'dl', hProperties: { className: ['definition'] } },
    children: [
      {
        type: 'paragraph',
        data: { hName: 'dt' },
        children: [{ type: 'emphasis', data: { hName: 'dfn' }, children: [{ type: 'text', value: term }] }],
      },
      { type: 'blockquote', data: { hName: 'dd' }, children },
    ],
  };
}
