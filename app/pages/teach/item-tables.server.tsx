/** The questions of an item analysis. A class answers most of some two hundred, so their markup is made once for the same figures. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Lesson } from '#app/course/compiled.ts';
import type { Course, CourseItem } from '#app/course/course.ts';
import { forLearner } from '#app/quiz/quiz.ts';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { count, percent } from '#app/ui/words.ts';
import type { Analysis } from '#app/use-cases/cohorts/analysis.server.ts';
import type { ItemFigures } from '#app/use-cases/cohorts/figures.ts';
import type { Markup } from '../markup.server.ts';
import { signed } from './figures-query.ts';
import { kindWords } from './kind-words.ts';

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

function ItemRow({ course, item }: { readonly course: Course; readonly item: ItemFigures }) {
  const { story, stem } = titleOf(course, item.item);
  return (
    <tr>
      <th scope="row">
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
                    {option.right && <strong> (right)</strong>}
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

interface LessonTableProps {
  readonly course: Course;
  readonly lesson: Pick<Lesson, 'slug' | 'title'>;
  readonly items: readonly ItemFigures[];
}

function LessonTable({ course, lesson, items }: LessonTableProps) {
  return (
    <section aria-labelledby={`lesson-${lesson.slug}`}>
      <h2 id={`lesson-${lesson.slug}`}>{lesson.title}</h2>
      <TableScroll label={`Questions of ${lesson.title}`}>
        <table className="data-table item-figures">
          <caption className="visually-hidden">Questions of “{lesson.title}” in the order of the course</caption>
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
          <tbody>
            {items.map((item) => (
              <ItemRow key={item.item} course={course} item={item} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

const kept = new WeakMap<Analysis, Markup>();

/** Returns the figures of each question as a table per lesson, in the order of the course; nothing where there is no answer. */
export function itemTables(course: Course, analysis: Analysis): Markup {
  const known = kept.get(analysis);
  if (known) return known;
  const byLesson = Map.groupBy(analysis.items, ({ lesson }) => lesson);
  const made = course.lessons.flatMap((lesson) => {
    const items = byLesson.get(lesson.slug);
    return items ? [Buffer.from(renderToStaticMarkup(<LessonTable course={course} lesson={lesson} items={items} />))] : [];
  });
  kept.set(analysis, made);
  return made;
}
