import { z } from 'zod';
import { countedAttempts } from '#app/statistics/attempts.ts';
import { count } from '#app/ui/words.ts';

const query = z.object({ counts: z.enum(countedAttempts).catch('first') });

/** Returns which attempt a page of figures is asked to count: the first, unless its address says another. */
export function countsIn(request: Request) {
  return query.parse({ counts: new URL(request.url).searchParams.get('counts') }).counts;
}

export const countsWords = { first: 'the first answer', best: 'the best answer', last: 'the last answer' } as const;

interface Counting {
  readonly counts: keyof typeof countsWords;
  readonly versions: readonly string[];
  readonly when: string;
}

/** Returns which content answers were given under, the latest first, after what else figures rest on; nothing where there are none. */
export function contentWords(versions: readonly string[]): string {
  if (versions.length === 0) return '';
  const named = `${versions.slice(0, 3).join(', ')}${versions.length > 3 ? ' and older' : ''}`;
  return `; content version${versions.length === 1 ? '' : 's'} ${named}`;
}

function countsOf({ versions, when }: Counting): string {
  return `counts${contentWords(versions)}; as of ${when}.`;
}

/** Returns which answers figures count, of which content, and when, without a capital. */
export function countingWords(shown: Counting): string {
  return `${countsWords[shown.counts]} of each learner to a question ${countsOf(shown)}`;
}

/** The same of figures about whole quizzes. */
export function quizCountingWords(shown: Counting): string {
  return `the ${shown.counts} quiz of each learner in a lesson ${countsOf(shown)}`;
}

/** Returns what figures rest on, in a sentence. */
export function basisWords(shown: Counting & { readonly answers: number; readonly learners: number }): string {
  return `n = ${count(shown.answers, 'answer')} of ${count(shown.learners, 'learner')}; ${countingWords(shown)}`;
}

/** Returns a figure that may be below nothing, such as "−0.12"; a dash where there is none. */
export const signed = (value: number | null) => (value === null ? '–' : value.toFixed(2).replace('-', '−'));
