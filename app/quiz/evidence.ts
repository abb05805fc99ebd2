/** Where a story establishes a fact. */
import type { FactRef } from '#app/definitions/theory.ts';
import { covers } from '#app/definitions/theory.ts';
import type { MarkedSentence, PlainStory } from './item.ts';
import type { Scenario, Segment, Sentence } from './scenario.ts';

type Story = Scenario['story'];

/** Sentences over all paragraphs, in reading order; an answer counts them from 0. */
export function sentencesOf(story: Story): readonly Sentence[] {
  return story.flat();
}

/** The words of a sentence, unmarked. */
export function plainText(sentence: Sentence): string {
  return sentence.segments
    .map((segment) => segment.text)
    .join('')
    .trim();
}

/** A story as it may be shown before the answer. */
export function plainStory(scenario: Scenario): PlainStory {
  return { title: scenario.title, paragraphs: scenario.story.map((paragraph) => paragraph.map(plainText)) };
}

/**
 * The segments that establish one fact: those marked with it or with a part of it; where there are none, those marked
 * with the nearest whole that covers it (`c1` for `c1.form`). Empty where the story is silent.
 */
export function segmentsFor(story: Story, ref: FactRef): ReadonlySet<Segment> {
  const segments = sentencesOf(story).flatMap((sentence) => sentence.segments);
  const own = segments.filter((segment) => segment.facts.some((fact) => covers(ref, fact)));
  if (own.length > 0) return new Set(own);
  const wholes = segments.flatMap((segment) => segment.facts.filter((fact) => covers(fact, ref)));
  const nearest = Math.max(0, ...wholes.map((fact) => fact.length));
  return new Set(segments.filter((segment) => segment.facts.some((fact) => covers(fact, ref) && fact.length === nearest)));
}

/** The segments of the first of `refs` (most telling first) that the story establishes. */
export function mostTelling(story: Story, refs: readonly FactRef[]): ReadonlySet<Segment> {
  for (const ref of refs) {
    const found = segmentsFor(story, ref);
    if (found.size > 0) return found;
  }
  return new Set();
}

/** Indexes, counted from 0 over the whole story, of the sentences that hold one of the segments. */
export function sentencesWith(story: Story, segments: ReadonlySet<Segment>): number[] {
  return sentencesOf(story).flatMap((sentence, index) => (sentence.segments.some((segment) => segments.has(segment)) ? [index] : []));
}

/** The words of the story that establish the most telling fact, two runs at most; null where the story has none. */
export function quoteOf(story: Story, refs: readonly FactRef[]): string | null {
  const runs = [...mostTelling(story, refs)].slice(0, 2).map((segment) => segment.text.trim());
  return runs.length > 0 ? runs.join(' … ') : null;
}

/** The story with the given segments marked. */
export function markStory(story: Story, marked: ReadonlySet<Segment>): readonly (readonly MarkedSentence[])[] {
  return story.map((paragraph) =>
    paragraph.map((sentence) => ({
      segments: sentence.segments.map((segment) => ({ text: segment.text, mark: marked.has(segment) })),
    })),
  );
}
