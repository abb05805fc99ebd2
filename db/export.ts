/** The copy of everything held about a learner. */
import { marksAreOut } from '#app/learning/attempt.ts';
import { atomically, type Database } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** Said beside each mark that is held back. */
export const withheldNote = 'Withheld until the marks of this test are out.';

/**
 * Returns everything held about a learner as plain JSON data, or null where there is no such learner. The marks of a test that are
 * not out yet are null, with a note, and so are its answers, whose stored ids tell right from wrong: its key is not given away by asking
 * for a copy.
 */
export async function exportLearner(db: Database, learnerId: string) {
  return atomically(db, async (tx) => {
    const { learner, responses, regradedMarks, regradedAttempts, ...rest } = await rowsOf(tx, learnerId);
    const [person] = learner;
    if (!person) return null;
    const secret = new Set(rest.attempts.filter((attempt) => !marksAreOut(attempt)).map((attempt) => attempt.id));
    return {
      learner: person,
      ...rest,
      regradedMarks: regradedMarks.filter(({ attemptId }) => !secret.has(attemptId)),
      regradedAttempts: regradedAttempts.filter(({ attemptId }) => !secret.has(attemptId)),
      responses: responses.map((response) =>
        secret.has(response.attemptId)
          ? { ...response, answer: null, score: null, right: null, misconceptions: null, note: withheldNote }
          : { ...response, note: null },
      ),
    };
  });
}
