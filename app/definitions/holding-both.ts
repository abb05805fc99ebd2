/** What somebody believes who holds two misconceptions at once: the default lens with both changes made to it. */
import { defaultLens, outcomeOf } from './judge.ts';
import type { Criterion, Lens, Misconception, Outcome, Theory } from './theory.ts';

const leniency: Readonly<Record<Outcome, number>> = { fail: 0, edge: 1, pass: 2 };

/** What stands in the place of each criterion of the default lens (null: nothing), and what is asked besides. */
function changesOf<F>(usual: Lens<F>, held: Lens<F>) {
  const isUsual = (id: string) => usual.criteria.some((criterion) => criterion.id === id);
  const strangers = held.criteria.filter(({ id }) => !isUsual(id));
  const missing = usual.criteria.filter(({ id }) => !held.criteria.some((criterion) => criterion.id === id));
  // One criterion gone and one new: the new one stands in its place. Otherwise what is new is asked besides.
  const isReplaced = missing.length === 1 && strangers.length === 1;
  const places = usual.criteria.map(
    ({ id }) => held.criteria.find((criterion) => criterion.id === id) ?? (isReplaced ? (strangers[0] ?? null) : null),
  );
  return { places, besides: isReplaced ? [] : strangers };
}

/** One test for two that both differ from the usual one: whichever departs from it, the more lenient where both do. */
function either<F>(usual: Criterion<F>, one: Criterion<F>, other: Criterion<F>): Criterion<F> {
  const chosen = (facts: F, subject: string): Criterion<F> => {
    const plain = outcomeOf(usual, facts, subject);
    const first = outcomeOf(one, facts, subject);
    const second = outcomeOf(other, facts, subject);
    if (first === plain) return other;
    return second === plain || leniency[first] >= leniency[second] ? one : other;
  };
  return {
    ...usual,
    test: (facts, subject) => chosen(facts, subject).test(facts, subject),
    outcome: (facts, subject) => outcomeOf(chosen(facts, subject), facts, subject),
  };
}

/**
 * Returns the misconception of somebody who holds both, with the id `one+other`; null where that cannot be: one of them is not about the
 * definition, or one leaves out the criterion that the other changes. Its criteria keep the places and ids of the default lens.
 */
export function holdingBoth<F>(theory: Theory<F>, one: Misconception<F>, other: Misconception<F>): Misconception<F> | null {
  if (one.lens === undefined || other.lens === undefined) return null;
  const usual = defaultLens(theory);
  const [first, second] = [changesOf(usual, one.lens), changesOf(usual, other.lens)];
  const criteria: Criterion<F>[] = [];
  for (const [place, own] of usual.criteria.entries()) {
    const [a, b] = [first.places[place] ?? null, second.places[place] ?? null];
    if (a !== own && b !== own && (a === null || b === null)) return null;
    if (a === null || b === null) continue;
    const held = a === own ? b : b === own ? a : either(own, a, b);
    criteria.push({ ...held, id: own.id });
  }
  const id = `${one.id}+${other.id}`;
  const lens = { ...usual, id, label: `${one.name} + ${other.name}`, criteria: [...criteria, ...first.besides, ...second.besides] };
  return { ...one, id, name: lens.label, lens };
}
