/** The questions of an item analysis. A class answers most of some two hundred, so their markup is made once for the same figures. */
import type { ReactNode } from 'react';
import type { Lesson } from '#app/course/compiled.ts';
import type { Course, CourseItem } from '#app/course/course.ts';
import { forLearner } from '#app/quiz/quiz.ts';
import { isWorthALook } from '#app/statistics/flags.ts';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { count, lessonName, percent } from '#app/ui/words.ts';
import type { Analysis } from '#app/use-cases/cohorts/analysis.server.ts';
import type { ItemFigures, OptionFigures } from '#app/use-cases/cohorts/figures.ts';
import { keptMarkup } from '../kept-markup.server.ts';
import type { Markup } from '../markup.server.ts';
import { signed } from './figures-query.ts';
import { kindWords } from './kind-words.ts';

/** Questions that stand above the lessons. */
const flaggedShown = 12;

interface Title {
  readonly stem: string;
  readonly story: string | null;
}

/** A stem that says what is disputed asks the theory about its case, which is too much to ask for each question of each page. */
const titles = new WeakMap<CourseItem, Title>();

function titleOf(course: Course, id: string): Title {
  const item = course.item(id);
  if (!item) return { stem: id, story: null };
  const known = titles.get(item);
  if (known) return known;
  const shown = forLearner(item, 1);
  const made = { stem: shown.stem, story: shown.stories.map(({ title }) => title).join(', ') || null };
  titles.set(item, made);
  return made;
}

function rightWords({ right, rightAsRuled }: OptionFigures): string | null {
  if (rightAsRuled === null || rightAsRuled === right) return right ? 'right' : null;
  return right ? 'right by the course, not as ruled' : 'right as ruled';
}

interface ItemRowProps {
  readonly course: Course;
  readonly item: ItemFigures;
  /** So that a link can lead to the row; an item that stands twice on the page has it once. */
  readonly id?: string | undefined;
  /** Where the item belongs, for a row outside the table of its lesson. */
  readonly lesson?: string | undefined;
}

function ItemRow({ course, item, id, lesson }: ItemRowProps) {
  const { story, stem } = titleOf(course, item.item);
  return (
    <tr id={id}>
      <th scope="row">
        {lesson && <span className="hint item-lesson">{lesson}</span>}
        <details>
          <summary>
            {story ? `${story}: ` : ''}
            {stem}
          </summary>
          <p className="hint">
            {item.about}; {kindWords(item.kind)}; item <code>{item.item}</code>
            {item.neverRight > 0 && `; never right so far: ${count(item.neverRight, 'learner')}`}
          </p>
          <table className="data-table">
            <caption className="visually-hidden">Answers given, most frequent first</caption>
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col" className="number">
                  Given
                </th>
                <th scope="col">Idea behind it</th>
              </tr>
            </thead>
            <tbody>
              {item.options.slice(0, 8).map((option) => (
                <tr key={option.words}>
                  <th scope="row">
                    {option.words}
                    {rightWords(option) && <strong> ({rightWords(option)})</strong>}
                  </th>
                  <td className="number figures">
                    {option.count}, {percent(option.count / item.n)}
                  </td>
                  <td>{option.misconceptions.join('; ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
        {item.rulings.map(({ title, says }) => (
          <span key={title} className="item-flag">
            “{title}”: {says}
          </span>
        ))}
        {item.flags.map((flag) => (
          <span key={flag} className="item-flag">
            {flag}
          </span>
        ))}
      </th>
      <td className="number figures">{item.n}</td>
      <td className="number figures">{percent(item.facility)}</td>
      <td className="number figures">{signed(item.discrimination)}</td>
      <td className="number figures">{item.medianSeconds === null ? '–' : `${Math.round(item.medianSeconds)} s`}</td>
      <td className="number figures">{item.attemptsToCorrect ?? '–'}</td>
    </tr>
  );
}

interface ItemTableProps {
  readonly name: string;
  readonly children: ReactNode;
}

function ItemTable({ name, children }: ItemTableProps) {
  return (
    <TableScroll label={name}>
      <table className="data-table item-figures">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {['n', 'Right', 'Discrimination', 'Median time', 'Tries to right'].map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </TableScroll>
  );
}

interface LessonTableProps {
  readonly course: Course;
  readonly lesson: Pick<Lesson, 'slug' | 'title' | 'number' | 'role'>;
  readonly items: readonly ItemFigures[];
}

function LessonTable({ course, lesson, items }: LessonTableProps) {
  const flagged = items.filter(isWorthALook).length;
  return (
    <details className="fold" id={`lesson-${lesson.slug}`}>
      <summary>
        <h3>
          {lessonName(lesson)}: {lesson.title}
        </h3>
        <span className="hint figures">
          {count(items.length, 'question')}
          {flagged > 0 && `, ${flagged} worth a look`}
        </span>
      </summary>
      <ItemTable name={`Questions of “${lesson.title}” in the order of the course`}>
        {items.map((item) => (
          <ItemRow key={item.item} course={course} item={item} id={`item-${item.item}`} />
        ))}
      </ItemTable>
    </details>
  );
}

function Flagged({ course, items }: { readonly course: Course; readonly items: readonly ItemFigures[] }) {
  const flagged = items.filter(isWorthALook).sort((a, b) => a.facility - b.facility);
  const titleOfLesson = (slug: string) => {
    const lesson = course.lessons.find((known) => known.slug === slug);
    return lesson && lessonName(lesson);
  };
  return (
    <section aria-labelledby="flagged" className="items-part">
      <h2 id="flagged">Worth a look</h2>
      {flagged.length === 0 ? (
        <p>No question stands out.</p>
      ) : (
        <ItemTable name="Questions that may be at fault, the hardest first">
          {flagged.slice(0, flaggedShown).map((item) => (
            <ItemRow key={item.item} course={course} item={item} lesson={titleOfLesson(item.lesson)} />
          ))}
        </ItemTable>
      )}
      {flagged.length > flaggedShown && <p>And {flagged.length - flaggedShown} more, which are easier: they stand in their lessons.</p>}
    </section>
  );
}

/** Returns the questions that may be at fault, and below them those of each lesson, folded, in the order of the course. */
export function itemTables(course: Course, analysis: Analysis): Markup {
  return keptMarkup([analysis], 'questions', () => <ItemTables course={course} analysis={analysis} />);
}

function ItemTables({ course, analysis }: { readonly course: Course; readonly analysis: Analysis }) {
  const byLesson = Map.groupBy(analysis.items, ({ lesson }) => lesson);
  return (
    <>
      <Flagged course={course} items={analysis.items} />
      <section aria-labelledby="lessons">
        <h2 id="lessons">Lesson by lesson</h2>
        <div>
          {course.lessons.map((lesson) => {
            const items = byLesson.get(lesson.slug);
            return items && <LessonTable key={lesson.slug} course={course} lesson={lesson} items={items} />;
          })}
        </div>
      </section>
    </>
  );
}
