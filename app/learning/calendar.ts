/** Days, as the learner's clock has them. */

export interface Calendar {
  /** The day of an instant, as "2026-11-24". */
  readonly dayOf: (at: number) => string;
  /** When the day of an instant begins, and each of the `count` days after it. */
  readonly startsFrom: (at: number, count: number) => readonly number[];
}

const day = 24 * 60 * 60 * 1000;

/** For whoever has not told their zone: everybody without an account, of whom nothing is kept that need not be. */
export const utcCalendar: Calendar = {
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  startsFrom: (at, count) => Array.from({ length: count + 1 }, (_, index) => (Math.floor(at / day) + index) * day),
};

/** Returns how many midnights lie between two days of a calendar, negative where `to` is the earlier. */
export function daysBetween(calendar: Calendar, from: number, to: number): number {
  return Math.round((Date.parse(calendar.dayOf(to)) - Date.parse(calendar.dayOf(from))) / day);
}
