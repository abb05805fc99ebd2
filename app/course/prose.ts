/** Checks and rewrites the running text of a lesson: citations, links, and what the format does not allow. */
import type { Definition, Heading, Html, Link, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { citationLink, citationPieces } from './citations.ts';
import type { Cited, GlossaryTerm } from './compiled.ts';
import { startOf } from './directives.ts';
import { lessonPath } from './paths.ts';
import { idHint, type Position, type Report } from './problem.ts';
import { slugOf } from './slug.ts';

/** What the prose of a lesson may refer to. */
export interface ProseContext {
  readonly course: string;
  /** Short citations by source id. */
  readonly sources: ReadonlyMap<string, string>;
  readonly lessons: readonly string[];
  readonly glossary: readonly GlossaryTerm[];
}

/** A link to a place in another lesson, which only the whole course can check. */
export interface LessonLink {
  readonly slug: string;
  readonly anchor: string;
  readonly at: Position;
}

/** Where the text first refers to a place in a work. */
export type CitedPlace = Cited & { readonly at: Position };

export interface PreparedProse {
  /** The places cited, each once, in order. */
  readonly cited: readonly CitedPlace[];
  readonly links: readonly LessonLink[];
  /** The ids of the headings. */
  readonly anchors: readonly string[];
}

/** What the page itself already uses; a heading may not take these ids. */
const takenIds = ['main', 'quiz', 'sources', 'objectives'];

/** Rewrites the tree in place and reports what is wrong in it. */
export function prepareProse(tree: Root, text: string, context: ProseContext, report: Report): PreparedProse {
  const cited = new Map<string, CitedPlace>();
  const links: LessonLink[] = [];
  const anchors = headingIds(tree);
  const lines = text.split('\n');
  setHeadingIds(tree, report);

  visit(tree, (node, index, parent) => {
    switch (node.type) {
      case 'html':
        checkHtml(node, report);
        break;
      case 'image':
      case 'imageReference':
        report.error(startOf(node), 'picture', 'lessons hold no pictures', 'say it in words, or use a table or the grid');
        break;
      case 'footnoteReference':
      case 'footnoteDefinition':
        report.error(startOf(node), 'footnote', 'lessons hold no footnotes', 'cite with [@source, "Section"], or write an aside');
        break;
      case 'link':
      case 'definition':
        checkLink(node, anchors, links, context, report);
        break;
      case 'text':
        if (parent && index !== undefined) return cite(node, index, parent, lines, context, cited, report);
        break;
    }
    return undefined;
  });
  return { cited: [...cited.values()], links, anchors };
}

function checkHtml(node: Html, report: Report): void {
  if (/^<!--[\s\S]*-->$/.test(node.value.trim())) return;
  report.error(
    startOf(node),
    'raw-html',
    `HTML is not allowed here: ${node.value.split('\n')[0]}`,
    'write Markdown, or \\< for the sign itself',
  );
}

function setHeadingIds(tree: Root, report: Report): void {
  const seen = new Set(takenIds);
  let depth = 1;
  visit(tree, 'heading', (heading: Heading, _index, parent) => {
    const id = slugOf(textOf(heading));
    const at = startOf(heading);
    if (heading.depth === 1) report.error(at, 'heading', 'the title of the lesson stands in its front matter', 'begin sections with ##');
    else if (heading.depth === 2 && parent !== tree)
      report.error(at, 'heading', 'a section begins inside a block', 'close the block with ::: above it');
    else if (heading.depth > depth + 1)
      report.error(at, 'heading', `a level is skipped: ${'#'.repeat(heading.depth)}`, `write ${'#'.repeat(depth + 1)}`);
    if (id === '') report.error(at, 'heading', 'this heading has no words', 'say what the section is about');
    else if (seen.has(id))
      report.error(at, 'duplicate-heading', `the id \`${id}\` is taken`, 'word the heading differently: ids are made from headings');
    seen.add(id);
    depth = heading.depth;
    heading.data = { ...heading.data, hProperties: { id } };
  });
}

function checkLink(node: Link | Definition, anchors: readonly string[], links: LessonLink[], context: ProseContext, report: Report): void {
  const at = startOf(node);
  const url = node.url;
  if (/^https?:\/\/[^\s/]+/i.test(url)) return;
  if (url.startsWith('#')) {
    const id = url.slice(1);
    if (!anchors.includes(id)) report.error(at, 'unknown-link', `no heading here has the id \`${id}\``, idHint(id, anchors));
    return;
  }
  const [slug = '', anchor] = url.split('#');
  if (context.lessons.includes(slug)) {
    if (anchor !== undefined) links.push({ slug, anchor, at });
    node.url = lessonPath(context.course, slug) + (anchor === undefined ? '' : `#${anchor}`);
    return;
  }
  report.error(
    at,
    'unknown-link',
    `\`${url}\` is neither a web address nor a lesson`,
    /^[a-z-]+$/.test(slug) ? idHint(slug, context.lessons) : 'write https://…, the slug of a lesson, or #heading-id',
  );
}

function headingIds(tree: Root): readonly string[] {
  const ids: string[] = [];
  visit(tree, 'heading', (heading: Heading) => {
    ids.push(slugOf(textOf(heading)));
  });
  return ids;
}

/** Replaces a text by its pieces, citations linked. Returns where the walk goes on. */
function cite(
  node: Text,
  index: number,
  parent: Parents,
  lines: readonly string[],
  context: ProseContext,
  cited: Map<string, CitedPlace>,
  report: Report,
): [typeof SKIP, number] | undefined {
  reportStrayColons(node, report);
  if (!node.value.includes('[@')) return undefined;
  const replacement: PhrasingContent[] = [];
  for (const piece of citationPieces(node.value)) {
    if (piece.type === 'text') {
      replacement.push(piece);
    } else if (piece.type === 'malformed') {
      report.error(placeIn(node, piece.index, lines), 'citation', 'this citation cannot be read', 'write [@source-id, "Section"]');
    } else {
      piece.citations.forEach((citation, place) => {
        const short = context.sources.get(citation.source);
        const at = placeIn(node, citation.index, lines);
        if (short === undefined) {
          report.error(
            at,
            'unknown-source',
            `\`${citation.source}\` is not in sources.yaml`,
            idHint(citation.source, context.sources.keys()),
          );
          return;
        }
        const { source, locator } = citation;
        const known = cited.get(`${source} ${locator}`);
        cited.set(`${source} ${locator}`, known ?? { source, section: locator, at });
        replacement.push({ type: 'text', value: place === 0 ? '(' : '; ' }, citationLink(citation, short));
      });
      replacement.push({ type: 'text', value: ')' });
    }
  }
  // The parent of a text holds phrasing content, which is what replaces it.
  (parent.children as PhrasingContent[]).splice(index, 1, ...replacement);
  return [SKIP, index + replacement.length];
}

function reportStrayColons(node: Text, report: Report): void {
  if (!/^:{2,}/m.test(node.value)) return;
  report.error(
    startOf(node),
    'directive',
    'this looks like a block but cannot be read as one',
    'write :::name{attribute="value"}, and close it with :::',
  );
}

/** The place in the file of a character of a text node, which may run over several lines. */
function placeIn(node: Text, index: number, lines: readonly string[]): Position {
  const start = startOf(node);
  const before = node.value.slice(0, index).split('\n');
  const line = start.line + before.length - 1;
  const last = before.at(-1) ?? '';
  if (before.length === 1) return { line, column: start.column + last.length };
  const indent = /^[\s>]*/.exec(lines[line - 1] ?? '')?.[0].length ?? 0;
  return { line, column: indent + last.length + 1 };
}
