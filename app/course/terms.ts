/** Marks the first use of each glossary term in a lesson, so that its meaning opens where it stands. Authors write plain words. */
import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { GlossaryTerm } from './compiled.ts';

/** Where a word is not read as running text, or where what it means is just being said. */
const passedOver = new Set(['heading', 'link', 'linkReference', 'tableCell', 'strong', 'emphasis', 'definition', 'inlineCode']);

/** Marks the terms in the tree, in place. */
export function markTerms(tree: Root, terms: readonly GlossaryTerm[]): void {
  const left = new Map(terms.map((term) => [term.id, { term, pattern: patternOf(term) }]));
  visitParents(tree, 'text', (node: Text, ancestors) => {
    const parent = ancestors.at(-1) as Parents | undefined;
    if (!parent || ancestors.some((one) => passedOver.has(one.type) || ('name' in one && one.name === 'define'))) return undefined;
    const found = earliest(node.value, left.values());
    if (!found) return undefined;
    left.delete(found.term.id);
    const index = parent.children.indexOf(node as never);
    const { start, end } = found;
    const pieces: PhrasingContent[] = [
      ...(start > 0 ? [{ type: 'text' as const, value: node.value.slice(0, start) }] : []),
      marked(found.term, node.value.slice(start, end)),
      ...(end < node.value.length ? [{ type: 'text' as const, value: node.value.slice(end) }] : []),
    ];
    (parent.children as PhrasingContent[]).splice(index, 1, ...pieces);
    // What follows the mark may hold another term.
    return [SKIP, index + (start > 0 ? 2 : 1)];
  });
}

function patternOf({ term, forms }: GlossaryTerm): RegExp {
  const words = [term, ...forms].toSorted((one, other) => other.length - one.length);
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}-])(?:${escaped.join('|')})(?![\\p{L}-])`, 'iu');
}

function earliest(text: string, candidates: Iterable<{ readonly term: GlossaryTerm; readonly pattern: RegExp }>) {
  let best: { term: GlossaryTerm; start: number; end: number } | null = null;
  for (const { term, pattern } of candidates) {
    const match = pattern.exec(text);
    if (match && (best === null || match.index < best.start)) best = { term, start: match.index, end: match.index + match[0].length };
  }
  return best;
}

/** A button that opens a note, without script: the browser's own popover. */
function marked({ id, term, text }: GlossaryTerm, word: string): PhrasingContent {
  const note = `term-${id}`;
  const element = (tag: string, properties: Record<string, unknown>, children: PhrasingContent[]): PhrasingContent => ({
    type: 'emphasis',
    data: { hName: tag, hProperties: properties as Record<string, string> },
    children,
  });
  return element('span', { className: ['term'] }, [
    element('button', { type: 'button', className: ['term-word'], popovertarget: note }, [{ type: 'text', value: word }]),
    element('span', { id: note, popover: 'auto', className: ['term-note'] }, [
      element('strong', {}, [{ type: 'text', value: term }]),
      { type: 'text', value: ` ${text}` },
    ]),
  ]);
}
