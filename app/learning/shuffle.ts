/** Chance that can be repeated. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { skipN } from 'pure-rand/utils/skipN';

const warmUp = 8;

/** Returns the entries in an order fixed by `seed`, a whole number of 32 bits (Fisher and Yates). */
export function shuffled<T>(entries: readonly T[], seed: number): T[] {
  const random = xoroshiro128plus(seed);
  // The first draws still follow the seed: neighbouring seeds would take turns on the first place.
  skipN(random, warmUp);
  const left = [...entries];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(uniformInt(random, 0, left.length - 1), 1));
  return order;
}
