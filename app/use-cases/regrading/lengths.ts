/** How much people may write, in characters, known to forms too: a dispute, the answer to it, and what is added to a regrade for learners. */
export const longestStatement = 300;
export const longestReply = 600;
export const longestNote = 300;
/** Disputes of one learner that wait in one cohort: more than a person has at once, few enough to be read. */
export const mostOpenDisputes = 20;
