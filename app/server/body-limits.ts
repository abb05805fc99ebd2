/** How much a form may hold, by where it goes. In bytes. */

const kilobyte = 1024;

/** The first that fits counts. */
const limits: readonly (readonly [address: RegExp, bytes: number])[] = [
  // A list of people may be as long as `readPeople` takes it, written as form fields.
  [/^\/teach\/[^/?]+\/people(\?|$)/, 3 * 1024 * kilobyte],
  // What a browser signs.
  [/^\/passkeys(\?|$)/, 64 * kilobyte],
  [/^\/(sign-in|sign-up|sign-out|forgot|link|bring-along|account|join|theme|admin)(\/|\?|$)/, 16 * kilobyte],
];
const usual = 256 * kilobyte;

/** Returns how many bytes a form sent to `address` may have. */
export function bodyLimitOf(address: string): number {
  return limits.find(([pattern]) => pattern.test(address))?.[1] ?? usual;
}

/** Within these bytes: fields in one form, and characters in one field's name. The longest form that we make has some hundreds. */
export const mostFields = 2000;
export const longestFieldName = 200;
