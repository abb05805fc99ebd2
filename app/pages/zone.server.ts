/** Times are kept in UTC and shown in the zone of whoever looks. */
import { Temporal } from 'temporal-polyfill';
import { type Calendar, utcCalendar } from '#app/learning/calendar.ts';

/** Returns true for a zone that this server knows, such as "Europe/Berlin". */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Returns the viewer's time zone: what the device told or the viewer chose, else UTC. */
export function zoneOf(request: Request): string {
  const found = /(?:^|;\s*)zone=([^;]*)/.exec(request.headers.get('Cookie') ?? '')?.[1];
  if (!found) return 'UTC';
  try {
    const name = decodeURIComponent(found);
    return isZone(name) ? name : 'UTC';
  } catch {
    return 'UTC';
  }
}

/** Returns the header value that keeps a zone. It is written plainly, since the device's script writes the same cookie. */
export function keepZone(zone: string): string {
  return `zone=${encodeURIComponent(zone)}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** Returns every zone that this server knows, for a form without script. */
export function zones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
}

/**
 * Returns the instant (milliseconds since 1970) of what a date field holds, such as "2026-11-24T14:05", in a zone; NaN where it holds none.
 * An hour that the clocks skip is read as the one after, an hour that comes twice as the first (RFC 5545, section 3.3.5).
 */
export function instantIn(zone: string, local: string): number {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return Number.NaN;
  }
}

/** Returns an instant as a date field holds it, in a zone: "2026-11-24T14:05". */
export function localIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

const calendars = new Map<string, Calendar>();

/** Returns the days of the viewer's zone. */
export function calendarOf(request: Request): Calendar {
  const zone = zoneOf(request);
  if (zone === 'UTC') return utcCalendar;
  const made = calendars.get(zone) ?? calendarIn(zone);
  calendars.set(zone, made);
  return made;
}

function calendarIn(zone: string): Calendar {
  const dayAt = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  return {
    dayOf: (at) => dayAt(at).toString(),
    startsFrom: (at, count) => {
      const first = dayAt(at);
      return Array.from({ length: count + 1 }, (_, days) => first.add({ days }).toZonedDateTime(zone).epochMilliseconds);
    },
  };
}
