/** What followed from a course's definitions at one version, small enough to keep, and what changed between two of them. */
import { createHash } from 'node:crypto';
import type { Item } from '#app/quiz/item.ts';
import { type Derived, derivedOf } from '#app/quiz/quiz.ts';
import type { Variant } from './compiled.ts';

/** By item id. */
export type Snapshot = Readonly<Record<string, Derived>>;

export function snapshotOf(items: Iterable<Item<unknown>>): Snapshot {
  return Object.fromEntries([...items].map((item) => [item.spec.id, derivedOf(item)]));
}

/**
 * Twelve hexadecimal digits that change with the files and with all that follows from the definitions, which are code. The items of the
 * stock are too many to derive at every start, so they have no part in a snapshot: what follows for each variant stands for them.
 */
export function stampOf(filesVersion: string, snapshot: Snapshot, variants: readonly Variant[]): string {
  const follows = variants.map(({ id, follows }) => [id, follows]);
  return createHash('sha256')
    .update(filesVersion)
    .update(JSON.stringify([snapshot, follows]))
    .digest('hex')
    .slice(0, 12);
}

export interface ItemChange {
  readonly item: string;
  readonly from: Derived;
  readonly to: Derived;
}

export interface SnapshotChanges {
  /** Another answer is right now. */
  readonly keys: readonly ItemChange[];
  /** The same answer is right, for other reasons or in other words. */
  readonly explanations: readonly ItemChange[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const wordsOf = ({ key, says }: Derived) => [key ?? '', ...says];
const sameWords = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other);

/** Returns what differs between two versions, in the order of the later one. */
export function changesBetween(from: Snapshot, to: Snapshot): SnapshotChanges {
  const both = Object.entries(to).flatMap(([item, now]): ItemChange[] => {
    const before = from[item];
    return before ? [{ item, from: before, to: now }] : [];
  });
  const keys = both.filter((change) => change.from.answer !== change.to.answer);
  return {
    keys,
    explanations: both.filter((change) => !keys.includes(change) && !sameWords(wordsOf(change.from), wordsOf(change.to))),
    added: Object.keys(to).filter((item) => !(item in from)),
    removed: Object.keys(from).filter((item) => !(item in to)),
  };
}
