/** Things counted by week. A week begins on Monday, in UTC, so that everybody who looks sees the same weeks. */

const day = 24 * 60 * 60 * 1000;

/** Weeks that a chart can show side by side. */
export const weeksShown = 12;

export interface WeekCount {
  /** As `weekOf` numbers weeks. */
  readonly week: number;
  readonly count: number;
}

/** Returns the number of the week in which a time (ms) lies; the week of 5 January 1970 is 1. */
export function weekOf(at: number): number {
  return Math.floor((Math.floor(at / day) + 3) / 7);
}

/** Returns the Monday of a week: "2026-11-23". */
export function mondayOf(week: number): string {
  return new Date((week * 7 - 3) * day).toISOString().slice(0, 10);
}

/** Returns how many of these times (ms) lie in each week that has any, the earliest first. */
export function countByWeek(times: readonly number[]): WeekCount[] {
  return [...Map.groupBy(times, weekOf)].map(([week, all]) => ({ week, count: all.length })).sort((a, b) => a.week - b.week);
}

/** Returns every week from the first with a count to the last, quiet ones included; the last `weeksShown` where there are more. */
export function weeksOf(counts: readonly WeekCount[]): number[] {
  if (counts.length === 0) return [];
  const [first, last] = [Math.min(...counts.map(({ week }) => week)), Math.max(...counts.map(({ week }) => week))];
  const length = Math.min(weeksShown, last - first + 1);
  return Array.from({ length }, (_, index) => last - length + 1 + index);
}

/** Returns the count of each of these weeks. */
export function inWeeks(counts: readonly WeekCount[], weeks: readonly number[]): number[] {
  const known = new Map(counts.map(({ week, count }) => [week, count]));
  return weeks.map((week) => known.get(week) ?? 0);
}

/** Returns what has come together by the end of each of these weeks, earlier weeks included. */
export function byWeeks(counts: readonly WeekCount[], weeks: readonly number[]): number[] {
  return weeks.map((until) => counts.reduce((sum, { week, count }) => (week <= until ? sum + count : sum), 0));
}
