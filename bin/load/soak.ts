/** Learners who keep coming for a while, and what the server holds meanwhile: a leak shows as memory that goes on growing. */
import type { Agent } from 'node:http';
import { come, newTally, type Player, type Tally } from './play.ts';

/** What happened in one minute. */
export interface Minute {
  readonly tally: Tally;
  /** Held at its end. */
  readonly megabytes: number;
}

interface Soak {
  readonly agent: Agent;
  readonly origin: string;
  readonly lesson: string;
  /** As many for each minute as come in it. */
  readonly players: readonly Player[];
  readonly perSecond: number;
  readonly minutes: number;
  readonly memory: () => number;
}

/** Lets learners come, so many a second, and gives what happened minute by minute. */
export async function* soak({ agent, origin, lesson, players, perSecond, minutes, memory }: Soak): AsyncGenerator<Minute> {
  const inMinute = perSecond * 60;
  for (let minute = 0; minute < minutes; minute++) {
    const own = players.slice(minute * inMinute, (minute + 1) * inMinute);
    yield { tally: await come(agent, origin, lesson, own, perSecond), megabytes: memory() };
  }
}

/** Returns the tallies of several steps as one. */
export function together(tallies: readonly Tally[]): Tally {
  const all = newTally();
  for (const { answers, pages, acknowledged, shed, failed } of tallies) {
    all.answers.push(...answers);
    all.pages.push(...pages);
    all.acknowledged.push(...acknowledged);
    all.shed += shed;
    all.failed += failed;
  }
  return all;
}

/** Returns by how much a series grows from one entry to the next: the slope of the least-squares line through it; 0 for less than two. */
export function slopeOf(series: readonly number[]): number {
  const middle = (series.length - 1) / 2;
  const mean = series.reduce((sum, one) => sum + one, 0) / series.length;
  const spread = series.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
  return spread === 0 ? 0 : series.reduce((sum, one, place) => sum + (place - middle) * (one - mean), 0) / spread;
}
