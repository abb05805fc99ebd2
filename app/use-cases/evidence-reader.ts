/** How the log of answers is read as evidence of what learners believe: by the courses that are served. */
import type { Course } from '#app/course/course.ts';
import { evidenceOf } from '#app/learning/diagnosis/evidence.ts';
import type { EvidenceBook, EvidenceReader } from '#app/learning/diagnosis/rows.ts';

/** Returns a course as the log of its answers is read. */
export function bookOf(course: Course): EvidenceBook {
  const evidence = (itemId: string) => {
    const item = course.item(itemId);
    return item ? evidenceOf(item) : null;
  };
  return { version: course.version, evidence };
}

/** Returns the reader to give to a connection (`db.readers.evidence`), before it records or derives anything. */
export function evidenceReader(courseById: (id: string) => Course | undefined): EvidenceReader {
  return (id) => {
    const course = courseById(id);
    return course ? bookOf(course) : null;
  };
}
