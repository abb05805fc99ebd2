/** Citations in running text: `[@anzsog-2017, "Introduction"]` becomes a link to the work on the sources page. */
import type { Link, Text } from 'mdast';
import { sourcePath } from './paths.ts';

export interface Citation {
  readonly source: string;
  readonly locator: string | null;
  /** Index of the id in the text. */
  readonly index: number;
}

const bracket = /\[(@[^\]]*)\]/g;
const entry = /^\s*@([A-Za-z0-9-]+)(?:,\s*["“”]([^"“”]+)["“”])?\s*$/;

export type Piece =
  | Text
  | { readonly type: 'citations'; readonly citations: readonly Citation[] }
  | { readonly type: 'malformed'; readonly index: number };

/** The text cut at its citations; several works stand in one pair of brackets, separated by semicolons. */
export function citationPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(bracket)) {
    if (match.index > done) pieces.push({ type: 'text', value: text.slice(done, match.index) });
    done = match.index + match[0].length;
    pieces.push(read(match[1] ?? '', match.index + 1));
  }
  if (done < text.length) pieces.push({ type: 'text', value: text.slice(done) });
  return pieces;
}

function read(inside: string, offset: number): Piece {
  const citations: Citation[] = [];
  let index = offset;
  for (const part of inside.split(';')) {
    const match = entry.exec(part);
    if (!match) return { type: 'malformed', index };
    citations.push({ source: match[1] ?? '', locator: match[2] ?? null, index: index + part.indexOf('@') + 1 });
    index += part.length + 1;
  }
  return { type: 'citations', citations };
}

/** The citation as readers see it, a link: ANZSOG 2017, "Introduction". */
export function citationLink({ source, locator }: Citation, short: string): Link {
  return {
    type: 'link',
    url: sourcePath(source),
    data: { hProperties: { className: ['cite'] } },
    children: [{ type: 'text', value: locator === null ? short : `${short}, ${quoteUnlessPage(locator)}` }],
  };
}

/** Names of sections are quoted; pages, chapters and the like are not. */
function quoteUnlessPage(locator: string): string {
  return /^(?:pp?\.|ch\.|chap|slide|fig\.|table|sec|§|\d)/i.test(locator) ? locator : `“${locator}”`;
}
