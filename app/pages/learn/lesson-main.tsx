/** What stands inside the `<main>` of a lesson. Each section is a slot, filled in after the frame around it is rendered. */

import type { Lesson } from '#app/course/compiled.ts';
import { labPath, lessonPath } from '#app/course/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { LessonHeader } from '#app/ui/lesson-header.tsx';
import { LessonLayout } from '#app/ui/lesson-layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { SourceList } from '#app/ui/source-list.tsx';
import { lessonName } from '#app/ui/words.ts';
import { slotMark } from '../slots.ts';

interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly read: boolean;
}

/** Everything around the sections of a lesson. */
export interface LessonFrame {
  readonly course: { readonly id: string; readonly title: string };
  readonly lesson: Pick<Lesson, 'slug' | 'number' | 'role' | 'title' | 'question' | 'minutes' | 'objectives'>;
  readonly sections: readonly SectionView[];
  readonly sources: readonly { readonly id: string; readonly cite: string; readonly url: string | null; readonly checked: string }[];
  readonly previous: { readonly slug: string; readonly title: string } | null;
  readonly problem: { readonly itemId: string; readonly message: string } | null;
}

export function LessonMain({ course, lesson, sections, sources, previous, problem }: LessonFrame) {
  const courseHref = `/courses/${course.id}`;
  return (
    <>
      <Breadcrumb trail={[{ label: course.title, href: courseHref }, { label: lessonName(lesson) }]} />
      {problem && (
        <Notice tone="error" title="One question needs another look">
          <p>
            {problem.message} <a href={`#check-${problem.itemId}`}>Go to the question</a>
          </p>
        </Notice>
      )}
      <LessonLayout header={<LessonHeader {...lesson} />} sections={sections}>
        {sections.map((section) => (
          <section
            key={section.id}
            className="reading"
            id={section.id}
            aria-labelledby={`${section.id}-heading`}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by our own components on the server
            dangerouslySetInnerHTML={{ __html: slotMark(section.id) }}
          />
        ))}
        <section className="reading" id="lesson-end" aria-labelledby="lesson-sources">
          <h2 id="lesson-sources">Sources of this {lesson.role}</h2>
          <SourceList sources={sources} />
          {lesson.role === 'lesson' && (
            <p>
              To try the idea out, <a href={labPath(course.id)}>take a case apart in the lab</a>: turn one fact, and see what follows.
            </p>
          )}
          <Pager
            previous={
              previous
                ? { href: lessonPath(course.id, previous.slug), kind: 'Lesson before', title: previous.title }
                : { href: courseHref, kind: 'Course', title: course.title }
            }
            next={{
              href: `${lessonPath(course.id, lesson.slug)}/quiz`,
              kind: 'Next',
              title: lesson.role === 'capstone' ? 'The test' : 'The quiz of this lesson',
            }}
          />
        </section>
      </LessonLayout>
    </>
  );
}
