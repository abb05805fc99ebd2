/** Seeded order. Pure: the same seed and text give the same order on every machine. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A 32-bit seed that differs by text (FNV-1a), so that two items under one seed are not shuffled alike. */
export function seedFor(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** A new array with the same members in an order fixed by the seed (Fisher–Yates, every order equally likely). */
export function shuffle<T>(members: readonly T[], seed: number): T[] {
  const random = xoroshiro128plus(seed);
  const shuffled: T[] = [];
  for (const member of members) {
    const place = uniformInt(random, 0, shuffled.length);
    const displaced = shuffled[place];
    if (place === shuffled.length || displaced === undefined) shuffled.push(member);
    else {
      shuffled[place] = member;
      shuffled.push(displaced);
    }
  }
  return shuffled;
}

/** As `shuffle`, and never an order that `gives` the answer away, unless every order tried does. */
export function shuffleAway<T>(members: readonly T[], seed: number, givesAway: (order: readonly T[]) => boolean): T[] {
  for (let attempt = 0; attempt < 16; attempt++) {
    const order = shuffle(members, seed + attempt);
    if (!givesAway(order)) return order;
  }
  return shuffle(members, seed);
}
