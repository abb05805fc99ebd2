import { timeIn } from '#app/ui/when.ts';
import { percent } from '#app/ui/words.ts';
import type { Work } from '#app/use-cases/assignments/view-assignments.server.ts';

/** Returns what follows the state of graded work: that its mark was decided anew, when, and what it was before; nothing where it was not. */
export function regradedWords(zone: string, { regraded }: Pick<Work, 'regraded'>): string {
  if (!regraded) return '';
  const before = regraded.before === null ? '' : `, ${percent(regraded.before)} before`;
  return `; regraded ${timeIn(zone, regraded.at)}${before}`;
}
