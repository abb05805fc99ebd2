/** A data file with a learner who has progress, and quizzes waiting for their answers. */
import { createHash, randomBytes } from 'node:crypto';
import type { Course } from '#app/course/course.ts';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { keyOf, toForm } from '#app/quiz/quiz.ts';
import { newId } from '#app/server/new-id.ts';
import { answerCheck, checkSeed } from '#app/use-cases/answer-check.server.ts';
import { evidenceReader } from '#app/use-cases/evidence-reader.ts';
import { readSection } from '#app/use-cases/read-section.server.ts';
import type { Scope } from '#app/use-cases/scope.ts';
import { startQuiz } from '#app/use-cases/start-quiz.server.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { createLearner } from '#db/learners.ts';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { createSession } from '#db/sessions.ts';

export interface Learner {
  readonly id: string;
  readonly cookie: string;
}

/** One answer, ready to be sent. */
export interface ReadyAnswer {
  readonly attemptId: string;
  readonly position: number;
  readonly fields: string;
}

/** Answers move beliefs, as they do in the server. */
export function scopeOf(db: OpenDatabase, course: Course): Scope {
  let seed = 1;
  const courseOf = (id: string) => (id === course.id ? course : undefined);
  db.readers.evidence = evidenceReader(courseOf);
  return {
    db,
    now: Date.now,
    newId,
    newSeed: () => seed++,
    newCode: () => makeCode(randomBytes(codeBytes)),
    course: courseOf,
  };
}

export async function openFile(file: string): Promise<OpenDatabase> {
  const db = await openDatabase(file);
  await migrate(db);
  return db;
}

/** Makes a learner with a session, as the first answer does. */
export async function makeLearner(db: OpenDatabase): Promise<Learner> {
  const id = newId();
  const now = Date.now();
  await createLearner(db, { id, now });
  return { id, cookie: await signedIn(db, id) };
}

/** Returns the cookie of a new session. */
export async function signedIn(db: OpenDatabase, learnerId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  await createSession(db, { tokenHash, learnerId, createdAt: now, expiresAt: now + 1e9 });
  // Remix keeps a cookie's value as base64 of its JSON.
  return `criterion=${encodeURIComponent(btoa(JSON.stringify(token)))}`;
}

/** Half of the lesson's sections are read and half of its checks answered: a learner in the middle. */
export async function halfway(scope: Scope, course: Course, learner: Learner, slug: string): Promise<void> {
  const lesson = course.lesson(slug);
  if (!lesson) throw new Error(`No lesson ${slug}`);
  const keep = <T>(_key: string, act: (db: typeof scope.db, learnerId: string) => Promise<T>) => act(scope.db, learner.id);
  for (const section of lesson.sections.slice(0, Math.ceil(lesson.sections.length / 2))) {
    await readSection(scope, keep, course, lesson, { section: section.id, formKey: newId() });
  }
  for (const itemId of lesson.checkIds.slice(0, Math.ceil(lesson.checkIds.length / 2))) {
    const item = course.item(itemId);
    const key = item && keyOf(item);
    if (item && key)
      await answerCheck(scope, keep, course, lesson, { itemId, form: toForm(item, checkSeed(itemId), key), formKey: newId() });
  }
}

/** Starts `count` quizzes and returns all their answers, each right, in the order of asking. */
export async function readyAnswers(scope: Scope, course: Course, learner: Learner, slug: string, count: number): Promise<ReadyAnswer[]> {
  const lesson = course.lesson(slug);
  if (!lesson) throw new Error(`No lesson ${slug}`);
  const keep = <T>(_key: string, act: (db: typeof scope.db, learnerId: string) => Promise<T>) => act(scope.db, learner.id);
  const answers: ReadyAnswer[] = [];
  for (let made = 0; made < count; made++) {
    const started = await startQuiz(scope, keep, course, lesson, { mode: 'practice', formKey: newId() });
    const attempt = started && 'attemptId' in started ? await findAttempt(scope.db, learner.id, started.attemptId) : null;
    if (!attempt) throw new Error('A quiz did not start.');
    for (const { position, itemId, seed } of attempt.items) {
      const item = course.item(itemId);
      if (!item) throw new Error(`No item ${itemId}`);
      const form = toForm(item, seed, keyOf(item) ?? { type: 'text', text: 'They do part of the work.' });
      const fields = new URLSearchParams([['intent', 'answer'], ['position', String(position)], ['key', newId()], ...form]);
      answers.push({ attemptId: attempt.id, position, fields: fields.toString() });
    }
  }
  return answers;
}
