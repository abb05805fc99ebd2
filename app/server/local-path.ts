/**
 * Returns `path` if it is a path on this site, else `fallback`. Refuses other hosts, schemes and backslashes, and what no address on the
 * wire has: control characters, blanks, letters beyond ASCII.
 */
export function localPath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || path.length > 500 || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(path)) return fallback;
  return path;
}
