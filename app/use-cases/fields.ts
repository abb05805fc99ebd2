/** What is wrong with a form, field by field. */
import type { z } from 'zod';

export interface FieldProblems {
  /** A sentence for each field that needs mending, by its name; '' for the form as a whole. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Returns the first problem of each field. */
export function problemsOf(error: z.ZodError): FieldProblems {
  const problems: Record<string, string> = {};
  for (const { path, message } of error.issues) problems[String(path[0] ?? '')] ??= message;
  return { problems };
}

/** Returns one problem. */
export function problemOf(field: string, problem: string): FieldProblems {
  return { problems: { [field]: problem } };
}
