/** What markup an author's text may become: the last gate before it is a page, whatever the parser and its extensions make of a text. */
import type { ElementContent, Nodes, Root } from 'hast';

/** A button shows what a word means; authors cannot write one. */
const elements = new Set(
  'a blockquote br button code dd del dfn div dl dt em h1 h2 h3 h4 h5 h6 hr li ol p pre section span strong sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const properties = new Set([
  'align',
  'ariaDescribedBy',
  'ariaLabel',
  'className',
  'href',
  'id',
  'popover',
  'popovertarget',
  'role',
  'start',
  'tabIndex',
  'title',
  'type',
]);
/** Web addresses, places on this site and places on this page. */
const address = /^(?:https?:\/\/|\/(?![/\\])|#)/i;

const isAllowed = (name: string, value: unknown) =>
  properties.has(name) || /^data[A-Z][A-Za-z]*$/.test(name) ? name !== 'href' || address.test(String(value)) : false;

function cleaned(node: Nodes): Nodes[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || !elements.has(node.tagName)) return [];
  const kept = Object.fromEntries(Object.entries(node.properties).filter(([name, value]) => isAllowed(name, value)));
  return [{ ...node, properties: kept, children: node.children.flatMap(cleaned) as ElementContent[] }];
}

/** Returns a tree with only the elements, attributes and addresses of the list; what is not on it goes, with what is in it. */
export function allowedMarkup(root: Root): Root {
  return { ...root, children: root.children.flatMap(cleaned) as Root['children'] };
}
