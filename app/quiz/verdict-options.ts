/** Which options a verdict item offers, and whose they are. */
import type { Misconception } from '#app/definitions/theory.ts';
import type { Item } from './item.ts';
import { heldVerdict } from './judging.ts';
import { oncePerItem } from './once.ts';
import type { VerdictSpec } from './spec.ts';
import { judgementOf, namedLens, scenarioOf } from './subject.ts';
import type { VerdictOption } from './verdict-reasons.ts';
import { hopefulOptions, keyOption, lensOptions, misconceptionOptions, misreadOptions, wrongReasons } from './verdict-reasons.ts';

const wanted = 3;

/**
 * All options, key first. Distractors, three where the case allows: the author's misconceptions; up to two others;
 * another lens; and, unless the author named three that go wrong, the right verdict for a wrong reason, so that the
 * verdict alone does not tell. What is missing is filled with misreadings. Exactly one option agrees with the derivation.
 */
export const verdictOptions: <F>(item: Item<F, VerdictSpec>) => readonly VerdictOption[] = oncePerItem((item) => {
  const { authored, others } = misconceptionOptions(item);
  const sameVerdict = wrongReasons(item);
  const preferred = [...authored, ...others.slice(0, Math.max(0, 2 - authored.length)), ...lensOptions(item)];
  const isReserved = authored.length < wanted && sameVerdict.length > 0;
  const inOrder = [
    ...preferred.slice(0, isReserved ? wanted - 1 : wanted),
    ...sameVerdict.slice(0, 1),
    ...preferred,
    ...hopefulOptions(item),
    ...others,
    ...misreadOptions(item),
  ];
  const chosen = [keyOption(item)];
  for (const candidate of inOrder) {
    const isNew = chosen.every((taken) => taken.id !== candidate.id && taken.text !== candidate.text);
    if (isNew && chosen.length <= wanted) chosen.push(candidate);
  }
  return chosen;
});

/** True where the misconception gives another verdict than the key, so that it may stand as a distractor. */
export function goesWrong<F>(item: Item<F, VerdictSpec>, misconceptionId: string): boolean {
  const misconception = item.theory.misconceptions.find((candidate) => candidate.id === misconceptionId);
  if (misconception === undefined) return false;
  return heldVerdict(item.theory, misconception, scenarioOf(item).facts, namedLens(item)) !== judgementOf(item).verdict;
}

/** The option that a holder of the misconception picks, or null where none or more than one would suit them. */
export function optionUnder<F>(item: Item<F, VerdictSpec>, misconception: Misconception<F>): VerdictOption | null {
  const options = verdictOptions(item);
  if (!goesWrong(item, misconception.id)) return options[0] ?? null;
  const own = options.find((candidate) => candidate.misconceptions.includes(misconception.id));
  if (own !== undefined) return own;
  const held = heldVerdict(item.theory, misconception, scenarioOf(item).facts, namedLens(item));
  const [suiting, ...more] = options.filter((candidate) => candidate.verdict === held);
  return suiting !== undefined && more.length === 0 && suiting.misconceptions.length === 0 ? suiting : null;
}
