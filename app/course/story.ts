/** A story with `[words]{facts}` marks: from an author's text to paragraphs of sentences of segments. */
import type { FactRef } from '#app/definitions/theory.ts';
import type { Segment, Sentence } from '#app/quiz/scenario.ts';
import { type Span, sentenceSpans } from './sentences.ts';

export interface StoryProblem {
  /** Index into the authored text. */
  readonly index: number;
  readonly rule: 'story-mark' | 'mark-across-sentences';
  readonly message: string;
  readonly hint: string;
}

export interface ParsedStory {
  readonly paragraphs: readonly (readonly Sentence[])[];
  /** Every fact named, with the index of its name in the authored text. */
  readonly refs: readonly { readonly ref: FactRef; readonly index: number }[];
  readonly problems: readonly StoryProblem[];
}

interface Mark extends Span {
  readonly facts: readonly FactRef[];
  /** Index of the opening bracket in the authored text. */
  readonly index: number;
}

/** A paragraph with the marks taken out and white space made single. */
interface CleanParagraph {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const syntax = 'write [words]{fact}; for a bracket in the story itself write \\[';

/** Parses a story. Never throws: what is wrong is in `problems`, and the rest is still parsed. */
export function parseStory(text: string): ParsedStory {
  const problems: StoryProblem[] = [];
  const refs: { ref: FactRef; index: number }[] = [];
  const paragraphs: Sentence[][] = [];
  for (const { start, end } of paragraphSpans(text)) {
    const paragraph = readMarks(text, start, end, refs, problems);
    const sentences = cut(paragraph, problems);
    if (sentences.length > 0) paragraphs.push(sentences);
  }
  return { paragraphs, refs, problems };
}

/** The story without marks, paragraphs separated by a blank line. */
export function plainText(story: readonly (readonly Sentence[])[]): string {
  return story.map((sentences) => sentences.map(sentenceText).join(' ')).join('\n\n');
}

function sentenceText(sentence: Sentence): string {
  return sentence.segments.map((segment) => segment.text).join('');
}

function paragraphSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  spans.push({ start, end: text.length });
  return spans;
}

function readMarks(
  text: string,
  start: number,
  end: number,
  refs: ParsedStory['refs'][number][],
  problems: StoryProblem[],
): CleanParagraph {
  let clean = '';
  const marks: Mark[] = [];
  let open: { from: number; index: number } | null = null;
  const problem = (index: number, message: string) => problems.push({ index, rule: 'story-mark', message, hint: syntax });
  const add = (letter: string) => {
    if (!/\s/.test(letter)) clean += letter;
    else if (clean !== '' && !clean.endsWith(' ')) clean += ' ';
  };

  for (let i = start; i < end; i++) {
    const letter = text.charAt(i);
    if (letter === '\\' && /[[\]{}\\]/.test(text.charAt(i + 1)) && i + 1 < end) {
      clean += text.charAt(++i);
    } else if (letter === '[') {
      if (open) problem(i, 'a mark begins inside another mark; marks do not nest');
      else open = { from: clean.length, index: i };
    } else if (letter === ']') {
      const braces = /^\{([^{}]*)\}/.exec(text.slice(i + 1, end));
      if (!open) problem(i, 'a mark ends here that did not begin');
      else if (!braces) problem(open.index, 'this mark names no fact in braces after it');
      if (braces) {
        const facts = readRefs(braces[1] ?? '', i + 2, refs);
        if (facts.length === 0) problem(i + 1, 'these braces name no fact');
        if (open) marks.push(trimmed(clean, { start: open.from, end: clean.length, facts, index: open.index }));
        i += braces[0].length;
      }
      open = null;
    } else if (letter === '{' || letter === '}') {
      problem(i, `a \`${letter}\` stands alone; braces follow the closing bracket of a mark`);
    } else {
      add(letter);
    }
  }
  if (open) problem(open.index, 'this mark is never closed; a mark ends within its paragraph');
  for (const mark of marks) if (mark.end <= mark.start) problem(mark.index, 'this mark has no words');
  return { text: clean, marks: marks.filter((mark) => mark.end > mark.start) };
}

function readRefs(list: string, offset: number, refs: ParsedStory['refs'][number][]): FactRef[] {
  return [...list.matchAll(/\S+/g)].map((match) => {
    refs.push({ ref: match[0], index: offset + match.index });
    return match[0];
  });
}

/** The mark without the white space at its ends. */
function trimmed(text: string, mark: Mark): Mark {
  const words = text.slice(mark.start, mark.end);
  const lead = words.length - words.trimStart().length;
  return { ...mark, start: mark.start + lead, end: mark.start + words.trimEnd().length };
}

function cut({ text, marks }: CleanParagraph, problems: StoryProblem[]): Sentence[] {
  const spans = sentenceSpans(text);
  for (const mark of marks) {
    if (spans.some(({ start, end }) => mark.start >= start && mark.end <= end)) continue;
    problems.push({
      index: mark.index,
      rule: 'mark-across-sentences',
      message: 'this mark crosses the end of a sentence',
      hint: 'mark the words in each sentence by themselves; the same fact may be named twice',
    });
  }
  return spans.map((span) => ({ segments: segmentsOf(text, span, marks) }));
}

function segmentsOf(text: string, { start, end }: Span, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = [];
  let done = start;
  const add = (to: number, facts: readonly FactRef[]) => {
    if (to > done) segments.push({ text: text.slice(done, to), facts });
    done = Math.max(done, to);
  };
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    add(Math.max(mark.start, start), []);
    add(Math.min(mark.end, end), mark.facts);
  }
  add(end, []);
  return segments;
}
