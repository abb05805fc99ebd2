/**
 * Large markup that is finished before React renders goes around it: the component leaves a mark, and the finished text is put in its
 * place at the end. Passing it through loader data would turn it into JSON and back twice (docs/benchmarks.md).
 */
const edge = '\u0001';

/** Returns what a component leaves where the slot's markup belongs. The edges are a control character that no text has a use for. */
export function slotMark(name: string): string {
  return edge + name + edge;
}

/** Returns `markup` with each mark replaced by its slot; a mark without a slot vanishes. */
export function fillSlots(markup: string, slots: ReadonlyMap<string, string>): string {
  const parts = markup.split(edge);
  return parts.map((part, index) => (index % 2 === 0 ? part : (slots.get(part) ?? ''))).join('');
}
