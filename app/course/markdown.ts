/** Markdown to a tree and a tree to HTML: the one place that knows the libraries. */
import type { Root, RootContent, Table } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { type Processor, unified } from 'unified';
import { allowedMarkup } from './allowed-markup.ts';

const colon = 58;

/** Leaves out directives within a line, so that "at 10:30" and "note:this" stay text. Blocks are not touched. */
function blockDirectivesOnly(this: Processor): void {
  for (const extension of this.data().micromarkExtensions ?? []) {
    if (extension.flow?.[colon] !== undefined) delete extension.text;
  }
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(blockDirectivesOnly).freeze();

const writer = unified()
  .use(remarkRehype, {
    handlers: {
      /** A wide table scrolls by itself, with the keyboard too, so that the page never does. */
      table: (state, node: Table) => ({
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
        children: [defaultHandlers.table(state, node)],
      }),
    },
  })
  .use(rehypeStringify)
  .freeze();

/** The tree of a Markdown text, every node with its place. */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}

/**
 * HTML of some nodes. Raw HTML never comes through: it is dropped here even if a caller failed to refuse it.
 * @param definitions link definitions of the whole document, which any part of it may refer to
 */
export function toHtml(nodes: readonly RootContent[], definitions: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...nodes, ...definitions] };
  return writer.stringify(allowedMarkup(writer.runSync(root))).trim();
}
