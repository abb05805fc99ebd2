import type { AttemptLine } from '#app/ui/attempt-list.tsx';
import { timeIn, zoneMark } from '#app/ui/when.ts';

interface Summary {
  readonly id: string;
  readonly mode: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly items: number;
  readonly answered: number;
  readonly score: number | null;
}

const modes: Readonly<Record<string, string>> = { mock: 'Mock test', graded: 'Graded' };

/** Returns a quiz as a line of a list, with its start in a zone; UTC says so, since it is what those get whose device told none. */
export function attemptLine(attempt: Summary, zone: string, lesson?: string): AttemptLine {
  const finished = attempt.finishedAt !== null;
  return {
    href: finished ? `/attempts/${attempt.id}/result` : `/attempts/${attempt.id}`,
    when: `${timeIn(zone, attempt.startedAt)}${zoneMark(zone)}`,
    iso: new Date(attempt.startedAt).toISOString(),
    mode: modes[attempt.mode] ?? 'Practice',
    lesson,
    state: finished ? 'Finished' : `${attempt.answered} of ${attempt.items} answered`,
    score: finished ? attempt.score : null,
  };
}
