import { v7 } from 'uuid';

/** Asking the system for sixteen random bytes costs as much as two queries; asking for many at once hardly more. */
const pool = new Uint8Array(16 * 256);
let used = pool.length;

/** Of the last id: its millisecond, and its place among those of the same one, counted from a random start. */
let lastAt = -1;
let place = 0;

/**
 * Returns a fresh UUIDv7 (RFC 9562) made at `now`, in milliseconds since 1970. Of two made in the same millisecond the later one comes after
 * the other (section 6.2, method 1), so that answers in a hurry keep their order. A page with a dozen forms needs a dozen.
 */
export function newId(now = Date.now()): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  // Half of the numbers are left for those that follow.
  place = now === lastAt ? place + 1 : new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
  lastAt = now;
  return v7({ random, msecs: now, seq: place });
}
