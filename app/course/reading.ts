/** How long and how hard a text is. */
import { sentenceSpans } from './sentences.ts';

/** Words of running text; numbers count, punctuation does not. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * Flesch–Kincaid grade: years of schooling in the United States that a text asks for; add five for the age.
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59 (Kincaid, Fishburne, Rogers & Chissom 1975,
 * Research Branch Report 8-75). Null for a text without words.
 */
export function readingGrade(paragraphs: readonly string[]): number | null {
  const words = paragraphs.flatMap((paragraph) => wordsOf(paragraph));
  const sentences = paragraphs.reduce((count, paragraph) => count + sentenceSpans(paragraph).length, 0);
  if (words.length === 0 || sentences === 0) return null;
  const syllables = words.reduce((count, word) => count + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/**
 * Syllables of an English word, estimated from its groups of vowels: a silent final e, -es or -ed is not counted, two
 * vowels that are spoken apart (as in "area", "create") are. Figures count one, as a reader takes them at a glance.
 */
export function syllablesOf(word: string): number {
  const letters = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z-]/g, '');
  if (letters.includes('-')) return letters.split('-').reduce((count, part) => count + (part === '' ? 0 : syllablesOf(part)), 0);
  const spoken = letters
    .replace(/(?:[^laeiouycgsxzh]es|[^dt]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0))
    .replace(/(?<=[^aeiouy])(?:ely|eless|eful|ement)/g, (ending) => ending.slice(1));
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = spoken.match(/i[ao](?!us)|[^q]ua|[aiu]ing|[^aeiou]uous|rea(?=t[eio])|(?<=[aeiouy][^aeiouy])ea$|yi/g)?.length ?? 0;
  const together = spoken.match(/[tscg]i(?:on|al|a[nl])/g)?.length ?? 0;
  return Math.max(1, groups + apart - together);
}
