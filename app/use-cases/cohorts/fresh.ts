/** Figures over many answers take a while to add up, so they are kept for a moment: the longer they took, the longer. */
import type { World } from '../scope.ts';

interface Kept {
  readonly made: Promise<unknown>;
  readonly until: number;
}

const mostKept = 200;
/** At most a twentieth of the time goes into figures that nobody has asked to be newer. */
const timesTaken = 20;
const perDatabase = new WeakMap<object, Map<string, Kept>>();

/**
 * Returns what `make` returns, or what it returned shortly before under the same key: for as long as twenty times the time it took, so
 * that a small cohort is always up to date (a page that takes 2 ms is at most 40 ms old) and a large one does not slow the site.
 */
export async function fresh<T>(world: World, key: string, make: () => Promise<T>): Promise<T> {
  const kept = perDatabase.get(world.db) ?? new Map<string, Kept>();
  perDatabase.set(world.db, kept);
  const before = kept.get(key);
  if (before && performance.now() < before.until) return before.made as Promise<T>;
  if (kept.size >= mostKept) kept.clear();
  const began = performance.now();
  const made = make();
  // Whoever asks meanwhile gets the same.
  kept.set(key, { made, until: Number.POSITIVE_INFINITY });
  try {
    const value = await made;
    const ended = performance.now();
    kept.set(key, { made, until: ended + (ended - began) * timesTaken });
    return value;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}
