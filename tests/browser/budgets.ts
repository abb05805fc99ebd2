/** What the script and style of a page may weigh on the way: kilobytes (1024 bytes), gzip, by route. Who needs more says why here. */
export interface Budget {
  readonly script: number;
  readonly style: number;
}

/** Pages are not hydrated: one small script and one sheet serve them all. */
export const everyPage: Budget = { script: 6, style: 14 };

/** Routes, as the site map writes them, that fetch more. */
export const larger: Readonly<Record<string, Budget>> = {
  // Offer the device's own way in; the account adds one.
  '/sign-in': { script: 10, style: 14 },
  '/sign-up': { script: 10, style: 14 },
  '/account': { script: 10, style: 14 },
  // The map, where a question has one, and the clock and the saving of a marked quiz, where it is one; each comes with its page alone.
  '/attempts/:attempt': { script: 8, style: 14 },
  // The definitions themselves run in the browser, with React around them (decision 17).
  '/courses/:course/lab': { script: 125, style: 14 },
};
