/** Times are kept in UTC and shown in the zone of whoever looks. */

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
