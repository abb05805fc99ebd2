/** Joins a lesson's kept parts with what the learner has left in it. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Block, Lesson, Section } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { FeedbackPanel } from '#app/ui/feedback-panel.tsx';
import type { FieldValues } from '#app/ui/item/values.ts';
import { SectionEnd } from '#app/ui/section-end.tsx';
import { SelfCheckForm } from '#app/ui/self-check-form.tsx';
import { checkSeed } from '#app/use-cases/answer-check.server.ts';
import { answered } from '#app/use-cases/question.ts';
import type { World } from '#app/use-cases/scope.ts';
import { type LessonTraces, viewLesson } from '#app/use-cases/view-lesson.server.ts';
import { blockHtml, CheckForm, keyPlace, lessonPath, withKeys } from './lesson-blocks.server.tsx';

/** A check that was sent with something to mend. */
export interface CheckProblem {
  readonly itemId: string;
  readonly message: string;
  readonly values: FieldValues;
}

export interface SectionView {
  readonly id: string;
  readonly heading: string;
  readonly read: boolean;
  readonly html: string;
}

/** Everything that the page of a lesson shows. Of an unanswered check it holds nothing but the question. */
export interface LessonPage {
  readonly course: { readonly id: string; readonly title: string };
  readonly lesson: Pick<Lesson, 'slug' | 'number' | 'title' | 'question' | 'minutes' | 'objectives'>;
  readonly sections: readonly SectionView[];
  readonly sources: readonly { readonly id: string; readonly cite: string; readonly url: string | null; readonly checked: string }[];
  readonly previous: { readonly slug: string; readonly title: string } | null;
  readonly problem: { readonly itemId: string; readonly message: string } | null;
}

interface Showing {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly traces: LessonTraces;
  readonly problem: CheckProblem | null;
}

/** Feedback follows from the item and the answer alone, and many learners give the same one: the last few hundred are kept. */
const keptFeedback = new Map<string, string>();
const feedbackKept = 400;

function answeredHtml({ course, lesson, traces }: Showing, itemId: string): string {
  const check = traces.checks.get(itemId);
  const item = course.item(itemId);
  if (!check || !item) return '';
  const explains = item.spec.kind === 'explain';
  const key = `${course.version} ${itemId} ${JSON.stringify(check.response.answer)}`;
  const known = keptFeedback.get(key);
  if (known !== undefined) return known;
  const question = answered(item, checkSeed(itemId), check.response);
  const html = renderToStaticMarkup(
    <div className="check breakout" id={`check-${itemId}`}>
      <AnswerSummary
        item={question.item}
        yours={question.yours}
        chosen={question.chosen ?? undefined}
        right={question.right ?? undefined}
        headingLevel={3}
      />
      <FeedbackPanel
        feedback={question.feedback}
        id={`feedback-${itemId}`}
        headingLevel={4}
        selfCheck={
          <SelfCheckForm action={lessonPath(course, lesson)} points={question.feedback.points} ticked={check.ticked}>
            <input type="hidden" name="intent" value="self-check" />
            <input type="hidden" name="item" value={itemId} />
            <input type="hidden" name="response" value={question.responseId} />
            <input type="hidden" name="key" value={keyPlace} />
          </SelfCheckForm>
        }
      />
    </div>,
  );
  // An explanation is the learner's own words and ticks: it is rendered for this learner and not kept.
  if (!explains) {
    if (keptFeedback.size >= feedbackKept) keptFeedback.clear();
    keptFeedback.set(key, html);
  }
  return html;
}

function htmlOf(showing: Showing, block: Block): string {
  const { course, lesson, traces, problem } = showing;
  if (block.type === 'check') {
    if (traces.checks.has(block.item)) return answeredHtml(showing, block.item);
    if (problem?.itemId === block.item) {
      return renderToStaticMarkup(
        <CheckForm course={course} lesson={lesson} itemId={block.item} values={problem.values} error={problem.message} />,
      );
    }
  }
  return blockHtml(course, lesson, block);
}

const sectionHeading = ({ id, heading }: Section) => renderToStaticMarkup(<h2 id={`${id}-heading`}>{heading}</h2>);

const keptEnds = new WeakMap<Section, string>();
const endRead = renderToStaticMarkup(<SectionEnd action="" section="" read />);

function sectionEnd(course: Course, lesson: Lesson, section: Section, read: boolean): string {
  if (read) return endRead;
  const known = keptEnds.get(section);
  if (known !== undefined) return known;
  const html = renderToStaticMarkup(
    <SectionEnd action={lessonPath(course, lesson)} section={section.id} read={false}>
      <input type="hidden" name="intent" value="read" />
      <input type="hidden" name="key" value={keyPlace} />
    </SectionEnd>,
  );
  keptEnds.set(section, html);
  return html;
}

/** Returns the page of a lesson for this learner, or for a visitor. */
export async function lessonPage(
  world: World,
  learnerId: string | null,
  course: Course,
  lesson: Lesson,
  problem: CheckProblem | null = null,
): Promise<LessonPage> {
  const traces = await viewLesson(world, learnerId, course, lesson);
  const showing = { course, lesson, traces, problem };
  const { slug, number, title, question, minutes, objectives } = lesson;
  const previous = course.lessons[number - 2];
  return {
    course: { id: course.id, title: course.title },
    lesson: { slug, number, title, question, minutes, objectives },
    sections: lesson.sections.map((section) => {
      const read = traces.read.has(section.id);
      const parts = [
        sectionHeading(section),
        ...section.blocks.map((block) => htmlOf(showing, block)),
        sectionEnd(course, lesson, section, read),
      ];
      return { id: section.id, heading: section.heading, read, html: withKeys(parts.join(''), world.newId) };
    }),
    sources: lesson.sources.flatMap((id) => course.source(id) ?? []),
    previous: previous ? { slug: previous.slug, title: previous.title } : null,
    problem: problem && { itemId: problem.itemId, message: problem.message },
  };
}
