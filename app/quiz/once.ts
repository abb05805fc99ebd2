import type { Item, ItemSpecBase } from './item.ts';

/** Derives something from an item the first time it is asked for and keeps it as long as the item lives: items never change. */
export function oncePerItem<S extends ItemSpecBase, T extends object>(derive: <F>(item: Item<F, S>) => T): <F>(item: Item<F, S>) => T {
  const known = new WeakMap<object, T>();
  return (item) => {
    const found = known.get(item);
    if (found !== undefined) return found;
    const derived = derive(item);
    known.set(item, derived);
    return derived;
  };
}
