/** The fixed words of the interface for the engine's closed vocabularies, so that every page says them alike. */
import type { Outcome, Verdict } from '#app/definitions/theory.ts';
import type { Feedback } from '#app/quiz/item.ts';

export const outcomeWords: Readonly<Record<Outcome, string>> = { pass: 'Met', edge: 'Met in part', fail: 'Not met' };

export const verdictWords: Readonly<Record<Verdict, string>> = { yes: 'Yes', partly: 'In part', no: 'No' };

export const resultWords: Readonly<Record<Feedback['outcome'], string>> = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Not right',
  unmarked: 'Kept, not marked',
};

/** A share from 0 to 1 as whole per cent ("67%"); never rounds up to 100 or down to 0. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return '99%';
  if (rounded === 0 && share > 0) return '1%';
  return `${rounded}%`;
}

/** A range of shares in words, rounded outwards to 5%: "between 60% and 95%". Finer figures would claim to know more. */
export function rangeWords({ low, high }: { readonly low: number; readonly high: number }): string {
  return `between ${Math.floor(low * 20 + 1e-9) * 5}% and ${Math.ceil(high * 20 - 1e-9) * 5}%`;
}

/** What a part of the path is called: "Lesson 3", or "Final test" for the capstone. */
export function lessonName({ role, number }: { readonly role: 'lesson' | 'capstone'; readonly number: number }): string {
  return role === 'capstone' ? 'Final test' : `Lesson ${number}`;
}

/** What a sitting is called: "Practice quiz", "Mock test", or "Test" for the capstone. */
export function sittingName(mode: 'practice' | 'mock' | 'graded' | 'review', role: 'lesson' | 'capstone'): string {
  if (mode === 'graded') return 'Graded quiz';
  if (mode === 'review') return 'Review';
  if (role === 'capstone') return 'Test';
  return mode === 'mock' ? 'Mock test' : 'Practice quiz';
}

/** "9 lessons and a final test". */
export function pathLength(parts: readonly { readonly role: 'lesson' | 'capstone' }[]): string {
  const lessons = parts.filter(({ role }) => role === 'lesson').length;
  return `${count(lessons, 'lesson')}${lessons < parts.length ? ' and a final test' : ''}`;
}

/** The same words with a capital first letter. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 item", "3 items". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** How likely something is, 0 to 1, in words: "almost certainly", "possibly". */
export function likelihoodWords(chance: number): string {
  if (chance >= 0.95) return 'almost certainly';
  if (chance >= 0.8) return 'probably';
  if (chance > 0.5) return 'more likely than not';
  return chance >= 0.2 ? 'possibly' : 'hardly';
}

/** A chance from 0 to 1 as odds: "8 in 10", "under 1 in 20". Whole per cent would claim to know more; and nothing is sure, so never ten of ten. */
export function oddsWords(chance: number): string {
  return chance < 0.05 ? 'under 1 in 20' : `${Math.min(9, Math.round(chance * 10))} in 10`;
}

/** A chance from 0 to 1 in words, with its odds: "probably (about 8 in 10)". */
export function chanceWords(chance: number): string {
  return `${likelihoodWords(chance)} (about ${oddsWords(chance)})`;
}
