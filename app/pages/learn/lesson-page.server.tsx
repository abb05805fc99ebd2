/** Joins a lesson's kept parts with what the learner has left in it. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Block, Lesson, Section } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { lessonPath } from '#app/course/paths.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { FeedbackPanel } from '#app/ui/feedback-panel.tsx';
import type { FieldValues } from '#app/ui/item/values.ts';
import { SectionEnd } from '#app/ui/section-end.tsx';
import { SelfCheckForm } from '#app/ui/self-check-form.tsx';
import { checkSeed } from '#app/use-cases/answer-check.server.ts';
import { answered } from '#app/use-cases/question.ts';
import { remembered } from '#app/use-cases/remembered.ts';
import type { World } from '#app/use-cases/scope.ts';
import { type LessonTraces, viewLesson } from '#app/use-cases/view-lesson.server.ts';
import { fill, type Markup, type Template, template } from '../markup.server.ts';
import { blockMarkup, CheckForm, keyPlace, withReference } from './lesson-blocks.server.tsx';
import { type LessonFrame, LessonMain } from './lesson-main.tsx';

/** A check that was sent with something to mend. */
export interface CheckProblem {
  readonly itemId: string;
  readonly message: string;
  readonly values: FieldValues;
}

interface Showing {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly traces: LessonTraces;
  readonly problem: CheckProblem | null;
}

/** Feedback follows from the item and the answer alone, and many learners give the same one: the last few hundred are kept. */
const keptFeedback = new Map<string, Template>();
const feedbackKept = 400;

function answeredMarkup({ course, lesson, traces }: Showing, itemId: string): Template {
  const check = traces.checks.get(itemId);
  const item = course.item(itemId);
  if (!check || !item) return template('');
  const make = () => {
    const question = answered(item, checkSeed(itemId), check.response);
    return template(
      renderToStaticMarkup(
        withReference(
          course,
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
                <SelfCheckForm action={lessonPath(course.id, lesson.slug)} points={question.feedback.points} ticked={check.ticked}>
                  <input type="hidden" name="intent" value="self-check" />
                  <input type="hidden" name="item" value={itemId} />
                  <input type="hidden" name="response" value={question.responseId} />
                  <input type="hidden" name="key" value={keyPlace} />
                </SelfCheckForm>
              }
            />
          </div>,
        ),
      ),
    );
  };
  // An explanation is the learner's own words and ticks: it is rendered for this learner and not kept.
  if (item.spec.kind === 'explain') return make();
  return remembered(keptFeedback, feedbackKept, `${course.version} ${itemId} ${JSON.stringify(check.response.answer)}`, make);
}

function markupOf(showing: Showing, block: Block): Template {
  const { course, lesson, traces, problem } = showing;
  if (block.type === 'check') {
    if (traces.checks.has(block.item)) return answeredMarkup(showing, block.item);
    if (problem?.itemId === block.item) {
      const form = <CheckForm course={course} lesson={lesson} itemId={block.item} values={problem.values} error={problem.message} />;
      return template(renderToStaticMarkup(form));
    }
  }
  return blockMarkup(course, lesson, block);
}

interface KeptSection {
  readonly heading: Buffer;
  readonly endUnread: Template;
}

const keptSections = new WeakMap<Section, KeptSection>();
const endRead = template(renderToStaticMarkup(<SectionEnd action="" section="" read />));

function sectionParts(course: Course, lesson: Lesson, section: Section): KeptSection {
  const known = keptSections.get(section);
  if (known) return known;
  const heading = renderToStaticMarkup(<h2 id={`${section.id}-heading`}>{section.heading}</h2>);
  const end = renderToStaticMarkup(
    <SectionEnd action={lessonPath(course.id, lesson.slug)} section={section.id} read={false}>
      <input type="hidden" name="intent" value="read" />
      <input type="hidden" name="key" value={keyPlace} />
    </SectionEnd>,
  );
  const made = { heading: Buffer.from(heading), endUnread: template(end) };
  keptSections.set(section, made);
  return made;
}

function sectionMarkup(showing: Showing, section: Section, freshKey: () => Markup): Markup {
  const { course, lesson, traces } = showing;
  const { heading, endUnread } = sectionParts(course, lesson, section);
  const blocks = section.blocks.flatMap((block) => fill(markupOf(showing, block), freshKey));
  return [heading, ...blocks, ...fill(traces.read.has(section.id) ? endRead : endUnread, freshKey)];
}

function frameOf({ course, lesson, traces, problem }: Showing): LessonFrame {
  const { slug, number, role, title, question, minutes, objectives } = lesson;
  const previous = course.lessons[number - 2];
  return {
    course: { id: course.id, title: course.title },
    lesson: { slug, number, role, title, question, minutes, objectives },
    sections: lesson.sections.map(({ id, heading }) => ({ id, heading, read: traces.read.has(id) })),
    sources: lesson.sources.flatMap((id) => course.source(id) ?? []),
    previous: previous ? { slug: previous.slug, title: previous.title } : null,
    problem: problem && { itemId: problem.itemId, message: problem.message },
  };
}

/** The frame depends on nothing but which sections were read; most learners read in order, so few are ever made. */
const keptFrames = new WeakMap<Lesson, Map<string, Template>>();
const framesKept = 64;

function frameTemplate(showing: Showing): Template {
  const make = () => template(renderToStaticMarkup(<LessonMain {...frameOf(showing)} />));
  const { lesson, traces, problem } = showing;
  if (problem) return make();
  const kept = keptFrames.get(lesson) ?? new Map<string, Template>();
  keptFrames.set(lesson, kept);
  const key = lesson.sections.map(({ id }) => (traces.read.has(id) ? 'r' : '-')).join('');
  return remembered(kept, framesKept, key, make);
}

/**
 * Returns what stands inside the `<main>` of a lesson for this learner or a visitor. Of an unanswered check it holds nothing but the
 * question.
 */
export async function lessonMarkup(
  world: World,
  learnerId: string | null,
  course: Course,
  lesson: Lesson,
  problem: CheckProblem | null = null,
): Promise<Markup> {
  const traces = await viewLesson(world, learnerId, course, lesson);
  const showing = { course, lesson, traces, problem };
  const freshKey = () => [Buffer.from(world.newId())];
  const sections = new Map(lesson.sections.map((section) => [section.id, section]));
  return fill(frameTemplate(showing), (name) => {
    const section = sections.get(name);
    return section && sectionMarkup(showing, section, freshKey);
  });
}
