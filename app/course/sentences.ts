/** Where sentences begin and end, for stories and for the reading level. */

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Shortened words that a name, a number or an example follows, so that their full stop does not end a sentence. */
const shortened = new Set(
  'mr mrs ms dr prof st rev hon gen col sgt capt lt no nos p pp vol ed eds fig ch sec art vs cf eg e.g ie i.e approx ca u.s u.k'.split(' '),
);

/**
 * The sentences of a paragraph, without the white space around them, in order. Unicode's rules (UAX 29) find the
 * candidates; a piece that begins in lower case, or that follows a shortened word or an initial, belongs to the one before.
 */
export function sentenceSpans(paragraph: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { segment, index } of segmenter.segment(paragraph)) {
    const lead = segment.length - segment.trimStart().length;
    const span = { start: index + lead, end: index + segment.trimEnd().length };
    if (span.end <= span.start) continue;
    const before = spans.at(-1);
    if (before && continues(paragraph.slice(before.start, before.end), paragraph.slice(span.start, span.end))) {
      spans[spans.length - 1] = { start: before.start, end: span.end };
    } else {
      spans.push(span);
    }
  }
  return spans;
}

function continues(before: string, next: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(next)) return true;
  if (/^["'“‘(]?\p{Ll}/u.test(next)) return true;
  const last = /([\p{L}.]+)\.$/u.exec(before)?.[1];
  if (last === undefined) return false;
  return /^\p{Lu}$/u.test(last) || shortened.has(last.toLowerCase());
}
