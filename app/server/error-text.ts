/**
 * Returns what a log may say about an error. A failed query carries its parameters in message and stack, and those are what learners
 * wrote; of such an error only the statement and its cause are told.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('query' in error && 'params' in error) return `Failed query: ${String(error.query)}\nbecause of ${errorText(error.cause)}`;
  return error.stack ?? String(error);
}

/** Returns the first line of that, for a list: what failed, without where. */
export function errorLine(error: unknown): string {
  const cause = error instanceof Error && 'query' in error && 'params' in error ? error.cause : error;
  return (errorText(cause).split('\n')[0] ?? '').slice(0, 200);
}
