/** Earlier input by field name: a string, or several for a repeated field. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What was entered in a field before, else ''. */
export function enteredIn(values: FieldValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Whether a repeated field (checkboxes) or a single one (radios) held `value`. */
export function holds(values: FieldValues, name: string, value: string): boolean {
  const held = values[name];
  return typeof held === 'string' ? held === value : (held?.includes(value) ?? false);
}

/** Field values of a submitted form, to be handed back to it with an error. A field may have any name, `constructor` too. */
export function fieldValues(form: URLSearchParams | FormData): FieldValues {
  const texts = [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
  const byName = Map.groupBy(texts, ({ name }) => name);
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.map(({ value }) => value)]));
}
