/** A large result in parts that are each quick to read. */

/** Rows of a list in one part. */
const rowsInPart = 100;

export interface Part {
  /** The list of the result that the rows belong to; null for all the rest. */
  readonly list: string | null;
  readonly json: string;
}

/** Returns a result as JSON in parts: first what is not a long list, then the long lists among its fields, some rows at a time. */
export function* partsOf(result: object): Generator<Part> {
  const long = Object.entries(result).filter(([, value]) => Array.isArray(value) && value.length > rowsInPart) as [string, unknown[]][];
  yield { list: null, json: JSON.stringify({ ...result, ...Object.fromEntries(long.map(([name]) => [name, []])) }) };
  for (const [name, rows] of long)
    for (let start = 0; start < rows.length; start += rowsInPart)
      yield { list: name, json: JSON.stringify(rows.slice(start, start + rowsInPart)) };
}

/** Returns a function that takes the parts in order and returns the result so far. */
export function joiner(): (part: Part) => Record<string, unknown> {
  let result: Record<string, unknown> = {};
  return ({ list, json }) => {
    const value = JSON.parse(json);
    if (list === null) result = value;
    else (result[list] as unknown[]).push(...value);
    return result;
  };
}
