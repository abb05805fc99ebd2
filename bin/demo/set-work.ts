/** What the demo's class was set: lessons and a quiz that are past, and a quiz that is on. Taken by the functions that keep a real one. */
import { randomBytes } from 'node:crypto';
import type { Course } from '#app/course/course.ts';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { toForm } from '#app/quiz/quiz.ts';
import { seedFor } from '#app/quiz/shuffle.ts';
import { newId } from '#app/server/new-id.ts';
import { keepDraft } from '#app/use-cases/assignments/keep-draft.server.ts';
import { type AssignmentForm, extend, setAssignment } from '#app/use-cases/assignments/set-assignment.server.ts';
import { handIn, settle } from '#app/use-cases/assignments/settle.server.ts';
import { startAssignment } from '#app/use-cases/assignments/start-assignment.server.ts';
import type { Scope } from '#app/use-cases/scope.ts';
import { findAssignment, type SetAssignment } from '#db/assignments.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { write } from '#db/database.ts';
import type { OpenDatabase } from '#db/open.ts';
import { give } from './play-course.ts';
import { dice, type SimulatedLearner } from './simulated-learner.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** A member who has begun, as the demo plays them. */
export interface Player {
  readonly learnerId: string;
  readonly learner: SimulatedLearner;
}

export interface WorkPlan {
  readonly db: OpenDatabase;
  readonly course: Course;
  readonly cohortId: string;
  readonly ownerId: string;
  readonly players: readonly Player[];
  readonly seed: number;
  /** The term, in milliseconds since 1970. */
  readonly start: number;
  readonly now: number;
}

/** Sets the class its work and has it done: some late, some with more time, some until the time ran out, some not at all. */
export async function setWork({ db, course, cohortId, ownerId, players, seed, start, now }: WorkPlan): Promise<void> {
  const roll = dice(seedFor(seed, 'work'));
  const at = (time: number): Scope => ({
    db,
    now: () => Math.round(time),
    newId,
    newSeed: () => Math.floor(roll() * 2 ** 31),
    newCode: () => makeCode(randomBytes(codeBytes)),
    course: (id) => (id === course.id ? course : undefined),
  });
  async function set(opensAt: number, dueAt: number, typed: Pick<AssignmentForm, 'title' | 'kind' | 'lessons'>): Promise<SetAssignment> {
    const form = {
      ...typed,
      questions: '8',
      // An order of one's own would follow from a random id, and the class would not be the same again.
      shuffled: false,
      attemptsAllowed: '1',
      counts: 'best' as const,
      minutes: '20',
      held: true,
      opensAt: Math.round(opensAt),
      dueAt: Math.round(dueAt),
    };
    const made = await setAssignment(at(Math.max(start, opensAt - 2 * day)), { cohortId, course, formKey: newId(), typed: form });
    const assignment = 'assignmentId' in made ? await findAssignment(db, made.assignmentId) : null;
    if (!assignment) throw new Error(`“${typed.title}” could not be set.`);
    return assignment;
  }
  const lessons = course.lessons.map(({ slug }) => slug);
  const middle = start + (now - start) / 2;
  await set(start, start + (now - start) / 4, { title: 'Before the second class', kind: 'lessons', lessons: lessons.slice(0, 2) });
  const past = await set(middle, middle + (now - start) / 8, { title: 'Quiz at half-term', kind: 'quiz', lessons: lessons.slice(0, 1) });
  const on = await set(now - 2 * day, now + 5 * day, { title: 'Quiz before the last class', kind: 'quiz', lessons: lessons.slice(1, 2) });

  const [slow] = players;
  if (slow) {
    const longer = { dueAt: past.dueAt + 3 * day, extraMinutes: '10' };
    await extend(at(past.dueAt - day), { actorId: ownerId, assignmentId: past.id, learnerId: slow.learnerId, typed: longer });
  }
  for (const player of players) {
    const late = player === slow || roll() < 0.08;
    const begins = late ? past.dueAt + roll() * 2 * day : past.opensAt + roll() * (past.dueAt - past.opensAt - hour);
    if (player === slow || roll() < 0.9) await take(player, past, begins, roll() < 0.07);
    if (roll() < 0.4) await take(player, on, on.opensAt + roll() * (now - on.opensAt - hour), false);
  }
  await settle(at(now));

  /** One attempt; a learner who is `outOfTime` leaves half of the questions open, and one of them filled in and not sent. */
  async function take({ learnerId, learner }: Player, assignment: SetAssignment, begins: number, outOfTime: boolean): Promise<void> {
    const begun = await startAssignment(at(begins), learnerId, assignment, course.id, newId());
    const attempt = 'attemptId' in begun ? await findAttempt(db, learnerId, begun.attemptId) : null;
    if (!attempt) return;
    const clock = { now: begins };
    const place = { learnerId, course: course.id, lesson: attempt.lesson, attemptId: attempt.id };
    const until = outOfTime ? Math.floor(attempt.items.length / 2) : attempt.items.length;
    for (const { position, itemId, seed: order } of attempt.items.slice(0, until + 1)) {
      const item = course.item(itemId);
      if (!item) continue;
      if (position < until) await write(db, (tx) => give({ tx, course, learner, roll, newId }, { ...place, position }, item, clock));
      else await keepDraft(at(clock.now), learnerId, { attemptId: attempt.id, position, form: toForm(item, order, learner.answer(item)) });
    }
    if (!outOfTime) await handIn(at(clock.now), learnerId, attempt.id);
  }
}
