/** The fixed parts of a lesson, rendered once per build and kept as strings: a page request only joins them. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Block, Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { lessonPath, referencePath } from '#app/course/paths.ts';
import { defaultLens, findLens } from '#app/definitions/judge.ts';
import { plainStory } from '#app/quiz/evidence.ts';
import { forLearner } from '#app/quiz/quiz.ts';
import { caseReview } from '#app/quiz/review.ts';
import { Aside } from '#app/ui/aside.tsx';
import { ContrastPair } from '#app/ui/contrast-pair.tsx';
import { CriteriaChecklist } from '#app/ui/criteria-checklist.tsx';
import { Example } from '#app/ui/example.tsx';
import { GridFigure } from '#app/ui/figures/grid-figure.tsx';
import type { FieldValues } from '#app/ui/item/values.ts';
import { ItemForm } from '#app/ui/item-form.tsx';
import { Principle } from '#app/ui/principle.tsx';
import { Prose } from '#app/ui/prose.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { checkSeed } from '#app/use-cases/answer-check.server.ts';
import { type Template, template } from '../markup.server.ts';
import { slotMark } from '../slots.ts';
import { pictureOf } from './picture.tsx';

/** Stands in a form where a request puts a fresh key. */
export const keyPlace = slotMark('form-key');

interface CheckFormProps {
  readonly course: Course;
  readonly lesson: Lesson;
  readonly itemId: string;
  readonly values?: FieldValues;
  readonly error?: string;
}

/** An unanswered check of a lesson, as a form. */
export function CheckForm({ course, lesson, itemId, values, error }: CheckFormProps) {
  const item = course.item(itemId);
  if (!item) return null;
  return (
    <div className="check breakout" id={`check-${itemId}`}>
      <p className="eyebrow">Your turn</p>
      <ItemForm
        item={forLearner(item, checkSeed(itemId))}
        action={lessonPath(course.id, lesson.slug)}
        id={`form-${itemId}`}
        draftKey={`${course.id}/${itemId}`}
        values={values}
        error={error}
        headingLevel={3}
        submitLabel="Check"
      >
        <input type="hidden" name="intent" value="check" />
        <input type="hidden" name="item" value={itemId} />
        <input type="hidden" name="key" value={keyPlace} />
      </ItemForm>
    </div>
  );
}

function exampleOf(course: Course, block: Extract<Block, { type: 'worked' | 'faded' }>): ReactElement | null {
  const scenario = course.scenario(block.scenario);
  if (!scenario) return null;
  const lens = findLens(course.theory, block.lens) ?? defaultLens(course.theory);
  const review = caseReview(course.theory, scenario, lens);
  return (
    <Example kind={block.type} story={plainStory(scenario)} html={block.html}>
      {review.checklists.map((list) => (
        <CriteriaChecklist
          key={list.label}
          {...list}
          lens={lens.label}
          blank={block.type === 'faded' ? block.blank : []}
          headingLevel={4}
        />
      ))}
    </Example>
  );
}

function contrastOf(course: Course, block: Extract<Block, { type: 'contrast' }>): ReactElement | null {
  const left = course.scenario(block.left);
  const right = course.scenario(block.right);
  return left && right ? <ContrastPair left={plainStory(left)} right={plainStory(right)} html={block.html} /> : null;
}

function gridOf(course: Course, block: Extract<Block, { type: 'grid' }>): ReactElement {
  const cases = block.cases.flatMap((id) => {
    const scenario = course.scenario(id);
    return scenario ? [{ label: scenario.title, ...course.theory.grid.place(scenario.facts) }] : [];
  });
  return <GridFigure map={course.theory.grid} caption={block.caption} mark={block.mark} cases={cases} />;
}

function elementOf(course: Course, lesson: Lesson, block: Block): ReactElement | null {
  switch (block.type) {
    case 'html':
      return <Prose html={block.html} />;
    case 'principle':
      return <Principle html={block.html} />;
    case 'aside':
      return <Aside title={block.title} html={block.html} />;
    case 'contrast':
      return contrastOf(course, block);
    case 'worked':
    case 'faded':
      return exampleOf(course, block);
    case 'grid':
      return gridOf(course, block);
    case 'picture':
      return pictureOf(course, block);
    case 'check':
      return <CheckForm course={course} lesson={lesson} itemId={block.item} />;
  }
}

/** The same with its checklists and cards linked to the reference of the course. */
export function withReference(course: Course, element: ReactElement): ReactElement {
  return <ReferenceBase.Provider value={referencePath(course.id)}>{element}</ReferenceBase.Provider>;
}

const kept = new WeakMap<Block, Template>();

/** Returns the markup of a block as a visitor sees it who has answered nothing. */
export function blockMarkup(course: Course, lesson: Lesson, block: Block): Template {
  const known = kept.get(block);
  if (known !== undefined) return known;
  const element = elementOf(course, lesson, block);
  const made = template(element ? renderToStaticMarkup(withReference(course, element)) : '');
  kept.set(block, made);
  return made;
}
