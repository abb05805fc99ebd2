import { z } from 'zod';
import { countedAttempts } from '#app/statistics/attempts.ts';
import { count } from '#app/ui/words.ts';

const query = z.object({ counts: z.enum(countedAttempts).catch('first') });

/** Returns which attempt a page of figures is asked to count: the first, unless its address says another. */
export function countsIn(request: Request) {
  return query.parse({ counts: new URL(request.url).searchParams.get('counts') }).counts;
}

export const countsWords = { first: 'the first answer', best: 'the best answer', last: 'the last answer' } as const;

/** Returns what figures rest on, in a sentence. */
export function basisWords(shown: {
  readonly counts: keyof typeof countsWords;
  readonly answers: number;
  readonly learners: number;
  readonly versions: readonly string[];
  readonly when: string;
}): string {
  const { counts, answers, learners, versions, when } = shown;
  const content =
    versions.length === 0 ? '' : `; content version ${versions.slice(0, 3).join(', ')}${versions.length > 3 ? ' and older' : ''}`;
  return `n = ${count(answers, 'answer')} of ${count(learners, 'learner')}; ${countsWords[counts]} of each learner to a question counts${content}; as of ${when}.`;
}
