/** How firm each criterion and each lesson is, and how sure that is. */
import { lessonPath, referencePath } from '#app/course/paths.ts';
import type { Mastery, Missing } from '#app/learning/mastery.ts';
import { MasteryTable } from '#app/ui/mastery-table.tsx';

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

interface MasteryTablesProps {
  readonly course: string;
  readonly abouts: readonly {
    readonly about: string;
    readonly label: string;
    readonly mastery: Mastery;
    /** When it is due for review; left out where that is not asked. */
    readonly review?: string | null | undefined;
  }[];
  readonly lessons: readonly { readonly slug: string; readonly title: string; readonly mastery: Mastery }[];
}

/** Criteria and questions, the least firm first, and lessons, each with its state and the range of what would probably be right. */
export function MasteryTables({ course, abouts, lessons }: MasteryTablesProps) {
  return (
    <>
      <MasteryTable
        caption="By criterion and question, the least firm first"
        what="Criterion or question"
        lines={abouts.map(({ about, label, mastery, review }) => ({
          label,
          href: referencePath(course, about),
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
          href: lessonPath(course, slug),
          mastery,
          missing: mastery.missing.map((missing) => ofLesson[missing]),
        }))}
      />
    </>
  );
}
