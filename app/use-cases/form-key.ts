/**
 * The key that a form carries from the moment it was rendered. The same key twice gives the first result, and because it is a UUIDv7 it
 * also tells when the form was shown.
 */
import { z } from 'zod';

export const formKey = z.uuidv7('This form is out of date. Open the page again and send it once more.');

/** Returns the time in a UUIDv7 in milliseconds since 1970 (RFC 9562, section 5.7: its first 48 bits). */
export function shownAt(key: string): number {
  return Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16);
}
