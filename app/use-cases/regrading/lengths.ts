/** How many characters people may write, known to forms too. */
/** What who teaches adds to a regrade for learners. */
export const longestNote = 300;
