import type { AttemptLine } from '#app/ui/attempt-list.tsx';

interface Summary {
  readonly id: string;
  readonly mode: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly items: number;
  readonly answered: number;
  readonly score: number | null;
}

const time = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

const modes: Readonly<Record<string, string>> = { mock: 'Mock test', graded: 'Graded' };

/** Returns a quiz as a line of a list. Times are in UTC and say so: without script the server cannot know the reader's zone. */
export function attemptLine(attempt: Summary, lesson?: string): AttemptLine {
  const finished = attempt.finishedAt !== null;
  return {
    href: finished ? `/attempts/${attempt.id}/result` : `/attempts/${attempt.id}`,
    when: `${time.format(attempt.startedAt)} UTC`,
    iso: new Date(attempt.startedAt).toISOString(),
    mode: modes[attempt.mode] ?? 'Practice',
    lesson,
    state: finished ? 'Finished' : `${attempt.answered} of ${attempt.items} answered`,
    score: finished ? attempt.score : null,
  };
}
