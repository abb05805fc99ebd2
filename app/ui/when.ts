/** Dates and times in words, in the zone of whoever looks. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, kind: 'day' | 'time' | 'short' | 'hour', at: number): string {
  const key = `${kind} ${zone}`;
  const options = {
    day: { dateStyle: 'medium' },
    time: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    short: { day: 'numeric', month: 'short' },
    hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as const;
  const made = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options[kind], timeZone: zone });
  formats.set(key, made);
  return made.format(at);
}

/** "9 Nov 2026". */
export const dayIn = (zone: string, at: number) => format(zone, 'day', at);
/** "9 Nov". */
export const shortDayIn = (zone: string, at: number) => format(zone, 'short', at);
/** "9 Nov 2026, 14:05". */
export const timeIn = (zone: string, at: number) => format(zone, 'time', at);
/** Follows a time of day where the device has told no zone: then it is in UTC, and says so. */
export const zoneMark = (zone: string) => (zone === 'UTC' ? ' UTC' : '');
/** "9 Nov 2026", and on the day of `now` "14:05 today", with its zone where the device has not told another. */
export function dayOrHourIn(zone: string, at: number, now: number): string {
  const day = dayIn(zone, at);
  return day === dayIn(zone, now) ? `${format(zone, 'hour', at)}${zoneMark(zone)} today` : day;
}
