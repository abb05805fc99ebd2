/**
 * Large markup that is finished before React renders what stands around it: a component leaves a mark, and the finished bytes are put in
 * its place at the end (markup.server.ts). Loader data would turn them into JSON and back twice (docs/benchmarks.md).
 */

/** Returns what a component leaves where the slot's markup belongs. Its edges are a control character that no text has a use for. */
export function slotMark(name: string): string {
  return `\u0001${name}\u0001`;
}
