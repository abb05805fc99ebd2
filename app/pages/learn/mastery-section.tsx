import { reviewPath } from '#app/course/paths.ts';
import { MasteryTables } from '../mastery-tables.tsx';
import type { ProgressOfCourse } from './progress-of.server.ts';

/** What is firm, for the learner's own page. */
export function MasterySection({ view }: { readonly view: Pick<ProgressOfCourse, 'course' | 'abouts' | 'lessons'> }) {
  const { course, abouts, lessons } = view;
  return (
    <section className="mastery">
      <h3>How firm it is</h3>
      <p className="hint">
        From your latest answers, ten at most on each criterion. The range is where the share that you would get right probably lies, four
        chances in five. <a href={reviewPath(course.id)}>Reviews</a> make it firmer.
      </p>
      <MasteryTables course={course.id} abouts={abouts} lessons={lessons} />
      <p className="hint">“Done” on the path above says what a quiz has shown once. This says what holds now, and can change again.</p>
    </section>
  );
}
