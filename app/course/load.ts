/** Courses straight from their files, for commands and tests. The server takes them from its build instead. */
import { compileCourse } from './compile.ts';
import { type Course, createCourse } from './course.ts';
import { problemLine } from './problem.ts';

/** @throws with every error of the content in its message */
export function loadCourse(dir: string): Course {
  const { course, problems } = compileCourse(dir);
  if (!course) {
    const errors = problems.filter(({ severity }) => severity === 'error').map(problemLine);
    throw new Error(`${dir} has ${errors.length} errors:\n${errors.join('\n')}`);
  }
  return createCourse(course);
}
