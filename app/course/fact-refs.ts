/** The names that marks may use for the facts of a case. */
import type { FactRef } from '#app/definitions/theory.ts';

/**
 * Every ref that names something in `facts`, by the convention of `FactRef`: an entry with an id by that id, another
 * entry of a list by the list's name in the singular and its number from 1, a group by its own name; each with its
 * fields after a dot. A fact that is null is not there to be named.
 */
export function factRefs(facts: unknown): ReadonlySet<FactRef> {
  const refs = new Set<FactRef>();
  for (const [name, value] of entriesOf(facts)) {
    if (Array.isArray(value)) {
      value.forEach((entry: unknown, index) => {
        if (typeof entry === 'object' && entry !== null)
          addWithFields(refs, nameOf(entry) ?? `${name.replace(/s$/, '')}.${index + 1}`, entry);
      });
    } else if (typeof value === 'object' && value !== null) {
      addWithFields(refs, name, value);
    }
  }
  return refs;
}

function addWithFields(refs: Set<FactRef>, ref: FactRef, group: object): void {
  refs.add(ref);
  for (const [field] of entriesOf(group)) if (field !== 'id') refs.add(`${ref}.${field}`);
}

function nameOf(entry: object): string | null {
  return 'id' in entry && typeof entry.id === 'string' ? entry.id : null;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
