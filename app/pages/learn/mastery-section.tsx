/** How firm each criterion and each lesson is, and how sure that is. */
import { lessonPath, referencePath, reviewPath } from '#app/course/paths.ts';
import type { Missing } from '#app/learning/mastery.ts';
import { MasteryTable } from '#app/ui/mastery-table.tsx';
import type { ProgressOfCourse } from './progress-of.server.ts';

const ofAbout: Readonly<Record<Missing, string>> = {
  answers: 'five answers',
  right: 'four of the last five right',
  days: 'right answers on two days',
  contrast: 'both sides of a contrast pair, two stories that differ in this alone',
};
const ofLesson: Readonly<Record<Missing, string>> = {
  answers: 'three answers on each of its criteria',
  right: '80% over all and 60% on each criterion',
  days: '',
  contrast: '',
};

export function MasterySection({ view }: { readonly view: Pick<ProgressOfCourse, 'course' | 'abouts' | 'lessons'> }) {
  const { course, abouts, lessons } = view;
  return (
    <section className="mastery">
      <h3>How firm it is</h3>
      <p className="hint">
        From your latest answers, ten at most on each criterion. The range is where the share that you would get right probably lies, four
        chances in five. <a href={reviewPath(course.id)}>Reviews</a> make it firmer.
      </p>
      <MasteryTable
        caption="By criterion and question, the least firm first"
        what="Criterion or question"
        lines={abouts.map(({ about, label, mastery, review }) => ({
          label,
          href: referencePath(course.id, about),
          mastery,
          missing: mastery.missing.map((missing) => ofAbout[missing]),
          review,
        }))}
      />
      <MasteryTable
        caption="By lesson"
        what="Lesson"
        lines={lessons.map(({ slug, title, mastery }) => ({
          label: title,
          href: lessonPath(course.id, slug),
          mastery,
          missing: mastery.missing.map((missing) => ofLesson[missing]),
        }))}
      />
      <p className="hint">“Done” on the path above says what a quiz has shown once. This says what holds now, and can change again.</p>
    </section>
  );
}
