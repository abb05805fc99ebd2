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
import { fillSlots } from '../slots.ts';
import { blockMarkup, CheckForm, type Cut, cutAtKeys, keyPlace, lessonPath, withKeys } from './lesson-blocks.server.tsx';
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
const keptFeedback = new Map<string, Cut>();
const feedbackKept = 400;

function answeredMarkup({ course, lesson, traces }: Showing, itemId: string): Cut {
  const check = traces.checks.get(itemId);
  const item = course.item(itemId);
  if (!check || !item) return [];
  const explains = item.spec.kind === 'explain';
  const key = `${course.version} ${itemId} ${JSON.stringify(check.response.answer)}`;
  const known = keptFeedback.get(key);
  if (known !== undefined) return known;
  const question = answered(item, checkSeed(itemId), check.response);
  const markup = renderToStaticMarkup(
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
  const cut = cutAtKeys(markup);
  // An explanation is the learner's own words and ticks: it is rendered for this learner and not kept.
  if (!explains) {
    if (keptFeedback.size >= feedbackKept) keptFeedback.clear();
    keptFeedback.set(key, cut);
  }
  return cut;
}

function markupOf(showing: Showing, block: Block): Cut {
  const { course, lesson, traces, problem } = showing;
  if (block.type === 'check') {
    if (traces.checks.has(block.item)) return answeredMarkup(showing, block.item);
    if (problem?.itemId === block.item) {
      const form = <CheckForm course={course} lesson={lesson} itemId={block.item} values={problem.values} error={problem.message} />;
      return cutAtKeys(renderToStaticMarkup(form));
    }
  }
  return blockMarkup(course, lesson, block);
}

const heading = ({ id, heading }: Section) => renderToStaticMarkup(<h2 id={`${id}-heading`}>{heading}</h2>);

interface KeptSection {
  readonly heading: string;
  readonly endUnread: Cut;
}

const keptSections = new WeakMap<Section, KeptSection>();
const endRead: Cut = [renderToStaticMarkup(<SectionEnd action="" section="" read />)];

function sectionParts(course: Course, lesson: Lesson, section: Section): KeptSection {
  const known = keptSections.get(section);
  if (known) return known;
  const end = renderToStaticMarkup(
    <SectionEnd action={lessonPath(course, lesson)} section={section.id} read={false}>
      <input type="hidden" name="intent" value="read" />
      <input type="hidden" name="key" value={keyPlace} />
    </SectionEnd>,
  );
  const made = { heading: heading(section), endUnread: cutAtKeys(end) };
  keptSections.set(section, made);
  return made;
}

function sectionHtml(showing: Showing, section: Section, newKey: () => string): string {
  const { course, lesson, traces } = showing;
  const { heading, endUnread } = sectionParts(course, lesson, section);
  let html = heading;
  for (const block of section.blocks) html += withKeys(markupOf(showing, block), newKey);
  return html + withKeys(traces.read.has(section.id) ? endRead : endUnread, newKey);
}

function frameOf({ course, lesson, traces, problem }: Showing): LessonFrame {
  const { slug, number, title, question, minutes, objectives } = lesson;
  const previous = course.lessons[number - 2];
  return {
    course: { id: course.id, title: course.title },
    lesson: { slug, number, title, question, minutes, objectives },
    sections: lesson.sections.map(({ id, heading }) => ({ id, heading, read: traces.read.has(id) })),
    sources: lesson.sources.flatMap((id) => course.source(id) ?? []),
    previous: previous ? { slug: previous.slug, title: previous.title } : null,
    problem: problem && { itemId: problem.itemId, message: problem.message },
  };
}

/** The frame depends on nothing but which sections were read; most learners read in order, so few are ever made. */
const keptFrames = new WeakMap<Lesson, Map<string, string>>();
const framesKept = 64;

function frameHtml(showing: Showing): string {
  const frame = frameOf(showing);
  if (showing.problem) return renderToStaticMarkup(<LessonMain {...frame} />);
  const kept = keptFrames.get(showing.lesson) ?? new Map<string, string>();
  keptFrames.set(showing.lesson, kept);
  const key = frame.sections.map(({ read }) => (read ? 'r' : '-')).join('');
  const known = kept.get(key);
  if (known !== undefined) return known;
  const html = renderToStaticMarkup(<LessonMain {...frame} />);
  if (kept.size >= framesKept) kept.clear();
  kept.set(key, html);
  return html;
}

/**
 * Returns what stands inside the `<main>` of a lesson for this learner or a visitor. Of an unanswered check it holds nothing but the
 * question.
 */
export async function lessonHtml(
  world: World,
  learnerId: string | null,
  course: Course,
  lesson: Lesson,
  problem: CheckProblem | null = null,
): Promise<string> {
  const traces = await viewLesson(world, learnerId, course, lesson);
  const showing = { course, lesson, traces, problem };
  const sections = new Map(lesson.sections.map((section) => [section.id, sectionHtml(showing, section, world.newId)]));
  return fillSlots(frameHtml(showing), sections);
}
