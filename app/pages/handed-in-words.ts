import { timeIn } from '#app/ui/when.ts';
import { percent } from '#app/ui/words.ts';
import type { Work } from '#app/use-cases/assignments/view-assignments.server.ts';

/**
 * Returns when graded work was handed in, whether late, and, where its mark was decided anew, when, and what it was before; null where it was
 * not handed in.
 */
export function handedInWords(zone: string, { finishedAt, late, regraded }: Pick<Work, 'finishedAt' | 'late' | 'regraded'>): string | null {
  if (finishedAt === null) return null;
  const handedIn = `Handed in ${timeIn(zone, finishedAt)}${late ? ', late' : ''}`;
  if (!regraded) return handedIn;
  const before = regraded.before === null ? '' : `, ${percent(regraded.before)} before`;
  return `${handedIn}; regraded ${timeIn(zone, regraded.at)}${before}`;
}
