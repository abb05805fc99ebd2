/** What figures about items mean, in plain words. */

/** Below this many learners a figure says more about them than about the question. Our judgement. */
export const tooFew = 5;
export const tooFewWords = 'Fewer than five learners: too few to mean much.';

/** Where nearly all are right, or wrong, an item cannot tell people apart (Ebel & Frisbie 1991, chapter 13). */
const nearlyAll = 0.95;
const hardlyAny = 0.2;
/** "Marginal" below .20 (Ebel & Frisbie 1991, table 13.1). */
const weak = 0.2;
/** Standard error of a correlation on Fisher's scale (Fisher 1921): what lies within it may be chance, and is passed over. */
const errorOf = (n: number) => 1 / Math.sqrt(Math.max(1, n - 3));
/** Usual for comparing groups (Nunnally & Bernstein 1994, chapter 7). */
const consistent = 0.7;

/** Returns what stands out about an item; nothing for one that does its work. `n` too small silences the rest. */
export function itemFlags({
  n,
  facility,
  discrimination,
}: {
  readonly n: number;
  readonly facility: number;
  readonly discrimination: number | null;
}): readonly string[] {
  if (n < tooFew) return [tooFewWords];
  const flags: string[] = [];
  if (facility >= nearlyAll) flags.push('Nearly everyone is right: it tells little about who knows more.');
  if (facility <= hardlyAny) flags.push('Hardly anybody is right: check that lesson and facts lead to the answer.');
  if (discrimination === null || facility >= nearlyAll) return flags;
  const atMost = Math.tanh(Math.atanh(Math.min(discrimination, 0.999)) + errorOf(n));
  if (atMost < 0) flags.push('Strong learners get this wrong: check the facts.');
  else if (atMost < weak && facility > hardlyAny) flags.push('It hardly tells who knows more from who knows less.');
  return flags;
}

/** True for an item that may be at fault: one on which nearly everyone is right only tells little. */
export function isWorthALook({
  n,
  facility,
  flags,
}: {
  readonly n: number;
  readonly facility: number;
  readonly flags: readonly string[];
}): boolean {
  return n >= tooFew && facility < nearlyAll && flags.length > 0;
}

/** Returns what stands out about a test as a whole. */
export function testFlags({
  n,
  items,
  alpha,
}: {
  readonly n: number;
  readonly items: number;
  readonly alpha: number | null;
}): readonly string[] {
  if (n < tooFew) return [tooFewWords];
  if (alpha === null || alpha >= consistent) return [];
  const short = items < 10 ? ' That is usual for a short test.' : '';
  return [`The questions do not add up to one steady measure: read single scores with care.${short}`];
}
