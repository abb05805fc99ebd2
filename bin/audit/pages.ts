/** The pages that are audited, with people in them: a class that has worked for a term, and a learner amid a quiz. */
import path from 'node:path';
import { loadCourse } from '#app/course/load.ts';
import { makeLearner, openFile, readyAnswers, scopeOf, signedIn } from '../bench/data.ts';
import { makeClass } from '../demo/make-class.ts';
import { setWork } from '../demo/set-work.ts';
import { root } from '../lib/prepare.mjs';
import type { AuditedPage } from './lighthouse.ts';

const term = 8 * 7 * 24 * 60 * 60 * 1000;
const learners = 30;

/** Makes a class in the data file at `file`, and returns the pages with whoever looks at them. */
export async function makePages(file: string): Promise<readonly AuditedPage[]> {
  const db = await openFile(file);
  const course = loadCourse(path.join(root, 'content/co-production'));
  const now = Date.now();
  const plan = { db, course, seed: 1, start: now - term, now };
  const { cohortId, ownerId, players } = await makeClass({ ...plan, learners });
  await setWork({ ...plan, cohortId, ownerId, players });
  const learner = await makeLearner(db);
  const slug = course.lessons[0]?.slug ?? '';
  const [question] = await readyAnswers(scopeOf(db, course), course, learner, slug, 1);
  const instructor = await signedIn(db, ownerId);
  await db.close();
  return [
    { name: 'home', path: '/', cookie: null, unlisted: false },
    { name: 'lesson', path: `/courses/${course.id}/lessons/${slug}`, cookie: null, unlisted: false },
    // public/robots.txt keeps search engines away from quizzes.
    { name: 'quiz question', path: `/attempts/${question?.attemptId}`, cookie: learner.cookie, unlisted: true },
    { name: 'board of a class', path: `/teach/${cohortId}`, cookie: instructor, unlisted: false },
  ];
}
