/** Finished markup is kept as the bytes that go out: encoding a lesson anew for each request would cost more than rendering its frame. */

export type Markup = readonly Buffer[];

/** Markup with gaps, each to be filled at a request. */
export interface Template {
  readonly first: Buffer;
  readonly gaps: readonly { readonly name: string; readonly after: Buffer }[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the edges of a slot's mark
const mark = /\u0001([\w-]+)\u0001/;

/** Returns `html` cut at its slot marks. */
export function template(html: string): Template {
  const [first = '', ...rest] = html.split(mark);
  const gaps = [];
  for (let index = 0; index < rest.length; index += 2) gaps.push({ name: rest[index] ?? '', after: Buffer.from(rest[index + 1] ?? '') });
  return { first: Buffer.from(first), gaps };
}

/** Returns the markup of a template; a gap for which `slot` has nothing vanishes. */
export function fill({ first, gaps }: Template, slot: (name: string) => Markup | undefined): Buffer[] {
  const markup = [first];
  for (const { name, after } of gaps) markup.push(...(slot(name) ?? []), after);
  return markup;
}
