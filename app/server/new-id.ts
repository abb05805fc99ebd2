import { v7 } from 'uuid';

/** Asking the system for sixteen random bytes costs as much as two queries; asking for many at once hardly more. */
const pool = new Uint8Array(16 * 256);
let used = pool.length;

/** Returns a fresh UUIDv7 (RFC 9562) made at `now`, in milliseconds since 1970. A page with a dozen forms needs a dozen. */
export function newId(now = Date.now()): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 16);
  used += 16;
  return v7({ random, msecs: now });
}
