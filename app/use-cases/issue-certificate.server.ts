/** A learner who has completed a course has it certified. */
import type { Course } from '#app/course/course.ts';
import { printedName, type Shown } from '#app/learning/certificate.ts';
import { issueCertificate } from '#db/certificates.ts';
import type { Problem, Scope } from './scope.ts';
import { type CourseStanding, courseStanding } from './standing.server.ts';

/** Returns what a learner has shown, as it stands now. */
export function shownBy(course: Course, { lessons }: CourseStanding): Shown {
  const capstone = lessons.find(({ role }) => role === 'capstone');
  return {
    title: course.title,
    lessons: lessons.flatMap(({ role, title, bestScore }) => (role === 'lesson' ? [{ title, score: bestScore }] : [])),
    capstone: capstone ? { title: capstone.title, score: capstone.bestScore } : null,
  };
}

/** Issues a certificate in the name typed. Returns its code, or what to mend; the same form key again gives the same certificate. */
export async function certify(
  scope: Scope,
  learnerId: string,
  course: Course,
  { name: typed, formKey }: { readonly name: string; readonly formKey: string },
): Promise<{ readonly code: string } | Problem> {
  const standing = await courseStanding(scope, learnerId, course);
  if (!standing.complete) return { problem: 'The course is not complete yet. What is left is listed below.' };
  const name = printedName.safeParse(typed);
  if (!name.success) return { problem: name.error.issues[0]?.message ?? 'Please type the name again.' };
  const issued = await issueCertificate(scope.db, {
    id: scope.newId(),
    learnerId,
    code: scope.newCode(),
    course: course.id,
    name: name.data,
    shown: shownBy(course, standing),
    contentVersion: course.version,
    formKey,
    issuedAt: scope.now(),
  });
  if (issued === 'full') return { problem: 'You have five certificates for this course. Withdraw one that you no longer need first.' };
  return issued ? { code: issued.code } : { problem: 'This form was already used. Open the page again.' };
}
