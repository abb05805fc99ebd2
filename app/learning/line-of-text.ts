/** One line that somebody types: a name, a title. */
import { z } from 'zod';

/** Controls, line ends and marks that turn the direction of writing, which could make a name read as another. Joiners belong to some scripts. */
const hidden = /(?![\u200c\u200d])[\p{C}\p{Zl}\p{Zp}]/u;

/** Nobody types so much into one line; beyond it, it is not even looked at. In UTF-16 units. */
const mostTyped = 2000;

/** Returns the shape of one line of 1 to `longest` characters in any script; parsing composes it and makes single spaces of blanks. */
export function lineOfText({ empty, longest }: { readonly empty: string; readonly longest: number }) {
  return z
    .string()
    .max(mostTyped, `That is longer than ${longest} characters. Please shorten it.`)
    .transform((typed) =>
      typed
        .normalize('NFC')
        .replace(/[^\S\r\n\u2028\u2029]+/g, ' ')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(mostTyped)
        .min(1, empty)
        .refine((line) => [...line].length <= longest, `That is longer than ${longest} characters. Please shorten it.`)
        .refine((line) => !hidden.test(line), 'It holds characters that cannot be shown, such as a line break. Please type it again.'),
    );
}
