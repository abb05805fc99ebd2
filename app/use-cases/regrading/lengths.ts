/** How many characters people may write, known to forms too: a dispute, the answer to it, and what is added to a regrade for learners. */
export const longestStatement = 300;
export const longestReply = 600;
export const longestNote = 300;
