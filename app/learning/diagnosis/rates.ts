/**
 * Every number that the diagnosis assumes, with its reason. `npm run calibrate` estimates them anew from the answers in a data file; until
 * a course has thousands of answers of its own, these are our judgement.
 */
export interface Rates {
  /** Chance of answering otherwise than one thinks. */
  readonly slip: number;
  /** The same for one row of a table or checklist. */
  readonly partSlip: number;
  /** How many times as often as by chance a guesser is right. */
  readonly guess: number;
  /** Chance that feedback which contradicts a misconception takes it away. */
  readonly learn: number;
  /** Chance that feedback turns a guesser into somebody who goes by the definition. */
  readonly settle: number;
  /** Chance that somebody who goes by the definition falls back to guessing. */
  readonly forget: number;
  /** Before the first answer: weights, shared evenly among the misconceptions (or pairs of them) of a question. */
  readonly prior: { readonly correct: number; readonly single: number; readonly pair: number; readonly guessing: number };
}

export const rates: Rates = {
  // Published estimates for careful test takers lie between 0.05 and 0.2 (Corbett & Anderson 1995 cap it at 0.1).
  slip: 0.1,
  // Rows of one table are answered in one go, so a row says less than an answer of its own (the testlets of Wainer, Bradlow & Wang 2007).
  // Twice the slip makes a row worth about half an answer.
  partSlip: 0.2,
  // Blind chance. Options are built so that each looks right to somebody.
  guess: 1,
  // Elaborated feedback helps by about half a standard deviation (Van der Kleij, Feskens & Eggen 2015), and one story seldom settles a
  // belief: about three contradictions do.
  learn: 0.3,
  // Whoever has no view yet has nothing to unlearn, but nothing to build on either.
  settle: 0.2,
  // Small, or a long run of right answers could not be trusted; not nothing, or nobody could ever be seen to have forgotten.
  forget: 0.01,
  // Half come with the right idea, and a misconception is as likely as not among the rest; few hold two that show at once.
  prior: { correct: 0.5, single: 0.32, pair: 0.06, guessing: 0.12 },
};

/** No state is ever ruled out: everybody can change their mind, and every model is wrong somewhere. */
export const floor = 1e-4;

/**
 * Where the misconception gives the right verdict, the share of its holders who choose the option that quotes it rather than the key. They
 * have reason to do either.
 */
export const luckyShare = 0.25;

/** Chance that a guesser types one particular number that somebody could arrive at, the key included. */
export const numberByGuess = 0.08;
