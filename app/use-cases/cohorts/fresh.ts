/**
 * Figures over many answers take a while to add up. A small cohort's are made when they are asked for. A large one's are made elsewhere, in
 * a thread with a connection of its own (bin/lib/figures.ts); whoever asks gets the last ones at once while newer ones are made.
 */
import type { Course } from '#app/course/course.ts';
import { countMembers } from '#db/cohorts.ts';
import type { World } from '../scope.ts';
import type { FiguresAsked } from './elsewhere.ts';

/** A cohort of so many learners is large. */
export const largeFrom = 100;
const mostKept = 200;
/** At most a twentieth of the time goes into figures that nobody has asked to be newer. */
const timesTaken = 20;

interface Kept {
  /** The last that were made; null before the first. */
  readonly value: unknown;
  /** Those under way. */
  readonly making: Promise<unknown> | null;
  /** Until when the last need no newer ones, on the clock of `performance.now`. */
  readonly until: number;
}
const perDatabase = new WeakMap<object, Map<string, Kept>>();

/**
 * Returns what `make` returns. A large cohort's figures are kept for twenty times as long as they took, at least; where the world has a
 * place to make them elsewhere, the last are returned after that too until newer ones are there. Where that place fails they are made here.
 */
export async function fresh<T>(
  world: World,
  { figures, cohortId, course }: { readonly figures: FiguresAsked['figures']; readonly cohortId: string; readonly course: Course },
  make: () => Promise<T>,
): Promise<T> {
  if ((await countMembers(world.db, cohortId)) < largeFrom) return make();
  const kept = perDatabase.get(world.db) ?? new Map<string, Kept>();
  perDatabase.set(world.db, kept);
  const key = `${figures} ${cohortId} ${course.version}`;
  const before = kept.get(key);
  if (before && before.value !== null && performance.now() < before.until) return before.value as T;
  const { elsewhere } = world;
  const making =
    before?.making ?? renew(kept, key, elsewhere ? () => elsewhere({ figures, cohortId, courseId: course.id }).catch(make) : make);
  if (elsewhere === undefined || before === undefined || before.value === null) return making as Promise<T>;
  // Nobody waits for the newer ones here; what goes wrong with them is logged where it does.
  making.catch(() => {});
  return before.value as T;
}

/** Has figures made and keeps them. Whoever asks meanwhile gets the same. */
function renew(kept: Map<string, Kept>, key: string, make: () => Promise<unknown>): Promise<unknown> {
  if (kept.size >= mostKept) kept.clear();
  const before = kept.get(key) ?? { value: null, until: 0 };
  const began = performance.now();
  const making = make().then(
    (value) => {
      const ended = performance.now();
      kept.set(key, { value, making: null, until: ended + (ended - began) * timesTaken });
      return value;
    },
    (error) => {
      kept.set(key, { ...before, making: null });
      throw error;
    },
  );
  kept.set(key, { ...before, making });
  return making;
}
