/** Returns `path` if it is a path on this site, else `fallback`. Refuses other hosts, schemes, backslashes and control characters. */
export function localPath(path: unknown, fallback: string): string {
  if (typeof path !== 'string' || path.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return fallback;
  return path;
}
