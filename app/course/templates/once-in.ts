import type { Report } from '../problem.ts';

/**
 * For each variant a report that passes on what no other variant has reported at the same place, naming the variant: what is wrong in a
 * template is wrong in many of them.
 */
export function onceIn(report: Report): (variant: string) => Report {
  const said = new Set<string>();
  const once =
    (variant: string, add: Report['error']): Report['error'] =>
    (at, rule, message, hint = null) => {
      const key = `${at.line}:${at.column} ${rule}`;
      if (!said.has(key)) add(at, rule, `variant \`${variant}\`: ${message}`, hint);
      said.add(key);
    };
  return (variant) => ({ error: once(variant, report.error), warn: once(variant, report.warn) });
}
