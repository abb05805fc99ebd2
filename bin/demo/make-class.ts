/** A cohort with its instructor and a term of simulated learners. */
import { randomBytes } from 'node:crypto';
import { joinCodeFrom } from '#app/access/join-code.ts';
import type { Course } from '#app/course/course.ts';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { seedFor } from '#app/quiz/shuffle.ts';
import { newId } from '#app/server/new-id.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { accountByEmail, createAccount } from '#db/accounts.ts';
import { createCohort, joinCohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { personName } from './names.ts';
import { playCourse } from './play-course.ts';
import type { Player } from './set-work.ts';
import { dice, SimulatedLearner } from './simulated-learner.ts';

const day = 24 * 60 * 60 * 1000;
export const instructor = { name: 'Dana Demo', email: 'demo-instructor@example.org' };

export interface ClassPlan {
  readonly db: OpenDatabase;
  readonly course: Course;
  readonly learners: number;
  readonly seed: number;
  /** The term, in milliseconds since 1970. */
  readonly start: number;
  readonly now: number;
  /** Quizzes of each lesson at least; more for those who try again. */
  readonly quizzes?: number;
  readonly progress?: (learners: number) => void;
}

/** Makes a cohort and plays its learners into the data file, the same for the same seed. Returns what was made. */
export async function makeClass({ db, course, learners, seed, start, now, quizzes = 1, progress }: ClassPlan) {
  db.readers.evidence = evidenceReader((id) => (id === course.id ? course : undefined));
  const ownerId = await write(db, async (tx) => {
    const known = await accountByEmail(tx, instructor.email);
    if (known) return known.learnerId;
    const id = newId();
    await createLearner(tx, { id, now: start });
    await createAccount(tx, { learnerId: id, ...instructor, passphraseHash: null, role: 'instructor', createdAt: start });
    return id;
  });
  const joinCode = joinCodeFrom(makeCode(randomBytes(codeBytes)));
  const cohort = { id: newId(), course: course.id, name: `Demo class of ${learners}`, joinCode, createdAt: start };
  await write(db, (tx) => createCohort(tx, { ...cohort, ownerId, formKey: newId() }));
  let answers = 0;
  const players: Player[] = [];
  for (let index = 0; index < learners; index++) {
    const roll = dice(seedFor(seed, `learner ${index}`));
    const learnerId = newId();
    await write(db, async (tx) => {
      const joinedAt = Math.round(start + roll() * 10 * day);
      await createLearner(tx, { id: learnerId, now: joinedAt });
      const name = personName(index);
      const email = `${name.toLowerCase().replace(' ', '.')}.${learnerId.slice(-6)}@example.org`;
      await createAccount(tx, { learnerId, name, email, passphraseHash: null, role: 'learner', createdAt: joinedAt });
      await joinCohort(tx, cohort.id, learnerId, joinedAt);
      // One in twenty has joined and never begun.
      if (roll() < 0.05) return;
      const learner = new SimulatedLearner(course, roll);
      players.push({ learnerId, learner });
      answers += await playCourse({ tx, course, learnerId, learner, roll, start: joinedAt, end: now, quizzes, newId });
    });
    if ((index + 1) % 100 === 0) progress?.(index + 1);
  }
  return { cohortId: cohort.id, ownerId, name: cohort.name, answers, players };
}
