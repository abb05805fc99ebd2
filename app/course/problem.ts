/** What is wrong with content, in a form that an author can act on. */

/** Both count from 1, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Problem extends Position {
  readonly severity: 'error' | 'warning';
  /** As the course folder was named, plus the path inside it, with forward slashes. */
  readonly file: string;
  /** Short and stable, for instance `unknown-scenario`. */
  readonly rule: string;
  readonly message: string;
  /** What would be right; null where the message says it. */
  readonly hint: string | null;
}

/** Collects the problems of one file. */
export interface Report {
  readonly error: (at: Position, rule: string, message: string, hint?: string | null) => void;
  readonly warn: (at: Position, rule: string, message: string, hint?: string | null) => void;
}

/** A report that adds to `problems` under the name of `file`. */
export function reportOn(problems: Problem[], file: string): Report {
  const add =
    (severity: Problem['severity']): Report['error'] =>
    ({ line, column }, rule, message, hint = null) => {
      problems.push({ severity, file, line, column, rule, message, hint });
    };
  return { error: add('error'), warn: add('warning') };
}

/** A copy in reading order: by file, line, column, errors before warnings at the same place. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.severity, b.severity) || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One line for a terminal: `file:line:column  severity  rule  message → hint`. */
export function problemLine(problem: Problem): string {
  const { file, line, column, severity, rule, message, hint } = problem;
  return `${file}:${line}:${column}  ${severity}  ${rule}  ${message}${hint === null ? '' : ` → ${hint}`}`;
}

/** The one of `known` that was most likely meant by `id`, or null when none is near (a third of the letters differ). */
export function nearestId(id: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.floor(Math.max(id.length, 3) / 3) + 1;
  for (const candidate of known) {
    const distance = editDistance(id, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** A hint for an id that does not resolve: the nearest known one, else a few that exist. */
export function idHint(id: string, known: Iterable<string>): string {
  const all = [...known];
  const near = nearestId(id, all);
  if (near !== null) return `did you mean \`${near}\`?`;
  if (all.length === 0) return 'there are none yet';
  const shown = all.slice(0, 8).map((one) => `\`${one}\``);
  return `known: ${shown.join(', ')}${all.length > 8 ? ', …' : ''}`;
}

/** Levenshtein's distance: insertions, deletions and substitutions that turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
