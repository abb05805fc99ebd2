import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { isWorthALook, tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { spreadParts } from '#app/statistics/test-scores.ts';
import { RowsChart } from '#app/ui/charts/rows-chart.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, percent } from '#app/ui/words.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { slotMark } from '../slots.ts';
import { zoneOf } from '../zone.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { CountsForm } from './counts-form.tsx';
import { basisWords, countsIn, quizCountingWords, signed } from './figures-query.ts';
import { itemTables } from './item-tables.server.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Items: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const analysis = await analysisOf(context, cohort.id, course, countsIn(request));
  const { counts, answers, learners, versions } = analysis;
  context.slots = new Map([['questions', itemTables(course, analysis)]]);
  const counting = { counts, versions, when: timeIn(zoneOf(request), analysis.at) };
  return {
    cohort: await headingOf(context, cohort),
    counts,
    basis: basisWords({ ...counting, answers, learners }),
    quizBasis: quizCountingWords(counting),
    quizzes: analysis.quizzes,
    some: analysis.items.length > 0,
    flagged: analysis.items.filter(isWorthALook).length,
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

const share = (value: number | null) => (value === null ? '–' : percent(value));

function spreadTitle(quizzes: Shown['quizzes']): string {
  const known = quizzes.flatMap(({ title, scores: { n, mean } }) => (n >= tooFew && mean !== null ? [{ title, mean }] : []));
  const [first, ...others] = known.sort((a, b) => b.mean - a.mean);
  const last = others.at(-1);
  if (!first) return `Scores of the quizzes. ${tooFewWords}`;
  if (!last) return `The mean score in the quiz of “${first.title}” is ${percent(first.mean)}`;
  return `Scores are highest in the quiz of “${first.title}”, ${percent(first.mean)} on average, and lowest in “${last.title}”, ${percent(last.mean)}`;
}

/** How the scores of each quiz lie. */
function Spread({ quizzes, quizBasis }: Pick<Shown, 'quizzes' | 'quizBasis'>) {
  return (
    <RowsChart
      title={spreadTitle(quizzes)}
      note={`Each bar counts the learners with a score in that part of the range. SD is the standard deviation; ${quizBasis}`}
      empty="As soon as somebody finishes a quiz, it shows here."
      titles={['Quiz', 'Scores']}
      columns={spreadParts}
      rows={quizzes.map(({ title, scores: { n, mean, median, sd }, spread }) => ({
        label: title,
        words: [`n = ${n}, SD ${share(sd)}`, `mean ${share(mean)}`, `median ${share(median)}`],
        counts: spread,
      }))}
    />
  );
}

function Quizzes({ quizzes, quizBasis }: Pick<Shown, 'quizzes' | 'quizBasis'>) {
  return (
    <section aria-labelledby="quizzes">
      <h2 id="quizzes">Quizzes as a whole</h2>
      <Spread quizzes={quizzes} quizBasis={quizBasis} />
      <TableScroll label="Scores and reliability">
        <table className="data-table">
          <caption className="visually-hidden">Scores and reliability of the quiz of each lesson, and of graded quizzes</caption>
          <thead>
            <tr>
              <th scope="col">Quiz</th>
              {['n', 'Mean', 'Median', 'Std. dev.', 'Alpha', 'Std. error'].map((title) => (
                <th key={title} scope="col" className="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quizzes.map((quiz) => (
              <tr key={quiz.id}>
                <th scope="row">
                  {quiz.title}
                  {quiz.flags.map((flag) => (
                    <span key={flag} className="item-flag">
                      {flag}
                    </span>
                  ))}
                </th>
                <td className="number figures">{quiz.scores.n}</td>
                <td className="number figures">{share(quiz.scores.mean)}</td>
                <td className="number figures">{share(quiz.scores.median)}</td>
                <td className="number figures">{share(quiz.scores.sd)}</td>
                <td className="number figures">{signed(quiz.reliability.alpha)}</td>
                <td className="number figures">{share(quiz.reliability.standardError)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="hint">
        Alpha and standard error need learners who had the same questions, as in a graded quiz; in practice each quiz draws others of its
        lesson, so there is often none (–).
      </p>
    </section>
  );
}

export default function Items() {
  const { cohort, counts, basis, quizzes, quizBasis, some, flagged } = useLoaderData<typeof loader>();
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Items">
        <p>
          {flagged === 0
            ? 'How hard each question is, and whether it tells who knows more.'
            : `${count(flagged, 'question')} may be at fault: the reason stands below each.`}
        </p>
      </CohortHeader>
      {!some ? (
        <EmptyState title="No answers yet">
          <p>As soon as learners answer, you see which questions are hard and which mislead.</p>
        </EmptyState>
      ) : (
        <>
          <CountsForm counts={counts} />
          <p className="hint">{basis}</p>
          <nav aria-label="On this page" className="page-parts">
            <ul>
              <li>
                <a href="#flagged">Worth a look</a>
              </li>
              <li>
                <a href="#lessons">Lesson by lesson</a>
              </li>
              {quizzes.length > 0 && (
                <li>
                  <a href="#quizzes">Quizzes as a whole</a>
                </li>
              )}
              <li>
                <a href="#meaning">What the figures mean</a>
              </li>
            </ul>
          </nav>
          {slotMark('questions')}
          {quizzes.length > 0 && <Quizzes quizzes={quizzes} quizBasis={quizBasis} />}
          <section aria-labelledby="meaning" className="reading">
            <h2 id="meaning">What the figures mean</h2>
            <p>
              <strong>Right</strong> is the mean mark (facility): 100% means everybody is right. <strong>Discrimination</strong> is the
              correlation between the mark on this question and the marks on the others of its lesson, from −1 to 1: above 0.2 it tells who
              knows more; below 0 those who know more get it wrong (Crocker and Algina 1986, chapter 14; Ebel and Frisbie 1991, chapter 13).{' '}
              <strong>Alpha</strong> says how steadily the questions measure one thing (Cronbach 1951), and the{' '}
              <strong>standard error</strong> how far a single score may be off.
            </p>
          </section>
        </>
      )}
    </Main>
  );
}
