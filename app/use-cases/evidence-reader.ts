/** How the log of answers is read as evidence of what learners believe: by the courses that are served. */
import type { Course } from '#app/course/course.ts';
import { evidenceOf } from '#app/learning/diagnosis/evidence.ts';
import type { EvidenceReader } from '#app/learning/diagnosis/rows.ts';

/** Returns the reader to give to a connection (`db.readers.evidence`), before it records or derives anything. */
export function evidenceReader(courseById: (id: string) => Course | undefined): EvidenceReader {
  return (id) => {
    const course = courseById(id);
    if (!course) return null;
    const evidence = (itemId: string) => {
      const item = course.item(itemId);
      return item ? evidenceOf(item) : null;
    };
    return { version: course.version, evidence };
  };
}
