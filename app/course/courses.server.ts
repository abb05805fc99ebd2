/** The courses of this build, resolved once when the server starts. */
import compiled from 'virtual:courses';
import { type Course, createCourse } from './course.ts';

/** In the order of their folders' names. */
export const courses: readonly Course[] = compiled.map(createCourse);

const byId = new Map(courses.map((course) => [course.id, course]));

export function courseById(id: string): Course | undefined {
  return byId.get(id);
}
