/** Options of a what-if item: one change that turns the verdict, and others that only seem to. */
import { judge, outcomesOf, verdictOf } from '#app/definitions/judge.ts';
import type { Change, Verdict } from '#app/definitions/theory.ts';
import type { Item } from './item.ts';
import { explaining, singleFlips } from './judging.ts';
import { oncePerItem } from './once.ts';
import type { Choice } from './sheet.ts';
import { seedFor, shuffle } from './shuffle.ts';
import type { WhatIfSpec } from './spec.ts';
import { judgementOf, namedLens, scenarioOf } from './subject.ts';
import { clause, lensName } from './wording.ts';

export interface ChangeOption extends Choice {
  readonly flips: boolean;
  readonly to: Verdict;
  /** The change as a clause: "residents were paid a wage". */
  readonly clause: string;
  /** Criteria that the change turns, where it flips the verdict. */
  readonly criteria: readonly string[];
  /** Misconceptions under which it turns the verdict. */
  readonly flipsUnder: readonly string[];
  /** Why it turns the verdict, or why not. */
  readonly because: string | null;
}

const wanted = 4;

/** What a change is about (`steps`, `pay`, `motive`), so that options differ: the field of its first fact. */
function aspect<F>(change: Change<F>): string {
  const [ref = change.id] = change.facts;
  const parts = ref.split('.');
  const last = parts.at(-1) ?? ref;
  return /^\d+$/.test(last) ? (parts[0] ?? ref) : last;
}

/** True where the change leaves every criterion of the lens as it was. */
function turnsNothing<F>(item: Item<F, WhatIfSpec>, changed: F): boolean {
  const lens = namedLens(item);
  const before = outcomesOf(item.theory, scenarioOf(item).facts, lens);
  return JSON.stringify(outcomesOf(item.theory, changed, lens)) === JSON.stringify(before);
}

/**
 * Misconceptions under which each change turns the verdict, by change id. A misconception that sees the case itself
 * otherwise than the question states it counts only for a change that matters to nobody else: with another change the
 * learner may have had the true criterion in mind.
 */
function flippersByChange<F>(item: Item<F, WhatIfSpec>): ReadonlyMap<string, readonly string[]> {
  const { theory } = item;
  const { facts } = scenarioOf(item);
  const stated = judgementOf(item).verdict;
  const held = theory.misconceptions.flatMap(({ id, lens }) =>
    lens === undefined ? [] : [{ id, lens, before: verdictOf(theory, facts, lens) }],
  );
  return new Map(
    theory.changes(facts).map((change) => {
      const changed = change.apply(facts);
      const isIdle = turnsNothing(item, changed);
      const turned = held.filter(({ lens, before }) => (isIdle || before === stated) && verdictOf(theory, changed, lens) !== before);
      return [change.id, turned.map(({ id }) => id)];
    }),
  );
}

/** The changes to offer: the author's; else one that turns the verdict and decoys, tempting ones first, each about something else. */
function chooseChanges<F>(item: Item<F, WhatIfSpec>, flippers: ReadonlyMap<string, readonly string[]>): readonly Change<F>[] {
  const { theory, spec } = item;
  const { facts } = scenarioOf(item);
  const changes = theory.changes(facts);
  if (spec.options !== undefined) return spec.options.flatMap((id) => changes.filter((change) => change.id === id));

  const flips = singleFlips(theory, facts, namedLens(item));
  const deciding = explaining(judgementOf(item), spec.about)?.criterion;
  const byCriterion = (id: string | undefined) =>
    flips.find((flip) => id !== undefined && flip.criteria.length === 1 && flip.criteria[0] === id);
  const key = (byCriterion(spec.about) ?? byCriterion(deciding) ?? flips[0])?.change;
  if (key === undefined) return [];

  const idle = changes.filter((change) => !flips.some((flip) => flip.change.id === change.id));
  const separates = (change: Change<F>) => (flippers.get(change.id) ?? []).some((id) => !(flippers.get(key.id) ?? []).includes(id));
  const tempts = (change: Change<F>) => (flippers.get(change.id) ?? []).length > 0;
  const mixed = shuffle(idle, seedFor(0, spec.id));
  const byTemptation = [
    ...mixed.filter(separates),
    ...mixed.filter((change) => !separates(change) && tempts(change)),
    ...mixed.filter((change) => !tempts(change)),
  ];
  const chosen = [key];
  for (const isFresh of [true, false]) {
    for (const change of byTemptation) {
      const isTaken = chosen.some((taken) => taken === change || taken.text === change.text);
      const isAlike = chosen.some((taken) => aspect(taken) === aspect(change));
      if (chosen.length < wanted && !isTaken && !(isFresh && isAlike)) chosen.push(change);
    }
  }
  return chosen;
}

/** The options of a what-if item, in no telling order. Exactly one flips, unless the author chose otherwise. */
export const changeOptions: <F>(item: Item<F, WhatIfSpec>) => readonly ChangeOption[] = oncePerItem((item) => {
  const { theory, spec } = item;
  const lens = namedLens(item);
  const { facts } = scenarioOf(item);
  const flippers = flippersByChange(item);
  const flips = singleFlips(theory, facts, lens);
  return chooseChanges(item, flippers).map((change) => {
    const flip = flips.find((candidate) => candidate.change.id === change.id);
    const changed = change.apply(facts);
    const after = judge(theory, changed, lens);
    return {
      id: change.id,
      text: `Suppose ${clause(change.text)}.`,
      flips: flip !== undefined,
      to: after.verdict,
      clause: clause(change.text),
      criteria: flip?.criteria ?? [],
      flipsUnder: flippers.get(change.id) ?? [],
      because: turnsNothing(item, changed)
        ? `No criterion of ${lensName(lens)} turns on it.`
        : (explaining(after, flip?.criteria[0] ?? spec.about)?.because ?? null),
    };
  });
});
