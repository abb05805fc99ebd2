/** Regrades reach learners one by one, each in a write of its own, so that nobody who answers meanwhile waits for a whole cohort. */
import { setImmediate as pause } from 'node:timers/promises';
import { write } from '#db/database.ts';
import { moveOne, regradesUnderWay } from '#db/regrades.ts';
import type { World } from '../scope.ts';

/** So many learners are seen to while the instructor waits; the server's clock sees to the others. */
export const atOnce = 150;

/**
 * Gives learners the marks of regrades that are under way, of `most` learners or all. What was cut short goes on where it stopped. Safe to
 * call at any time, and twice at once.
 */
export async function carryOut(world: World, most = Number.POSITIVE_INFINITY): Promise<void> {
  let moved = 0;
  for (const id of await regradesUnderWay(world.db)) {
    while (moved < most && (await write(world.db, (tx) => moveOne(tx, id, world.now())))) {
      moved++;
      // Whoever asks for a page or answers meanwhile has their turn.
      await pause();
    }
  }
}
