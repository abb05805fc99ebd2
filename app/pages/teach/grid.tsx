import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { MapCounts } from '#app/ui/map-counts.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, percent, sentenceCase } from '#app/ui/words.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { CountsForm } from './counts-form.tsx';
import { countingWords, countsIn } from './figures-query.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Map: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const { onMap, counts, versions, at } = await analysisOf(context, cohort.id, course, countsIn(request));
  const { note, columns, rows, regions } = course.theory.grid;
  return {
    cohort: await headingOf(context, cohort),
    map: { note, columns, rows, regions },
    counts,
    basis: sentenceCase(countingWords({ counts, versions, when: timeIn(zoneOf(request), at) })),
    // What most of the class puts elsewhere comes first.
    cases: onMap
      .map((one) => ({ ...one, right: (one.cells.find(({ cell }) => cell === one.key)?.count ?? 0) / one.n }))
      .sort((a, b) => a.right - b.right),
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** The cell that most of the others chose, and the ideas that lead there, in a sentence; null where all are right. */
function elsewhere({ cells, key }: Shown['cases'][number], { rows, columns }: Shown['map']): string | null {
  const most = cells.find(({ cell }) => cell !== key);
  if (!most) return null;
  const [row, column] = most.cell.split('.');
  const where = [rows.find(({ id }) => id === row)?.label, columns.find(({ id }) => id === column)?.label.toLowerCase()];
  const ideas = most.misconceptions.length > 0 ? `; the idea behind it may be: ${most.misconceptions.join(', or ')}` : '';
  return `Most often elsewhere: ${where.join(', ')} (${count(most.count, 'answer')}${ideas}).`;
}

/** Where the class puts one case. */
function CaseOnMap({ one, map }: { readonly one: Shown['cases'][number]; readonly map: Shown['map'] }) {
  return (
    <>
      <p className="sort-detail">{one.gist}</p>
      <p>
        {percent(one.right)} in the right cell; n = {count(one.n, 'answer')} of {count(one.learners, 'learner')}. {elsewhere(one, map)}
      </p>
      {one.learners < tooFew && <p className="hint">{tooFewWords}</p>}
      <MapCounts
        map={map}
        caption={`Answers by cell: ${one.title}`}
        counts={Object.fromEntries(one.cells.map(({ cell, count: number }) => [cell, number]))}
        n={one.n}
        belongs={one.key}
      />
    </>
  );
}

/** Cases that stand open, most often misplaced first; the rest are folded. */
const openCases = 4;

export default function ClassMap() {
  const { cohort, map, counts, basis, cases } = useLoaderData<typeof loader>();
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Map">
        <p>Where this class puts each case: what is done, and who has a hand in it.</p>
      </CohortHeader>
      {cases.length === 0 ? (
        <EmptyState title="Nothing placed yet">
          <p>As soon as learners place cases on the map, you see here which ones they agree on and where the others go.</p>
        </EmptyState>
      ) : (
        <>
          <CountsForm counts={counts} />
          <p className="hint">
            {basis} Most often misplaced first; the stronger the tint of a cell, the more answers it holds. {map.note}
          </p>
          {cases.slice(0, openCases).map((one) => (
            <section key={one.scenario} className="class-map" aria-labelledby={`case-${one.scenario}`}>
              <h2 id={`case-${one.scenario}`}>{one.title}</h2>
              <CaseOnMap one={one} map={map} />
            </section>
          ))}
          {cases.length > openCases && (
            <section aria-labelledby="others">
              <h2 id="others">Put right more often</h2>
              <div>
                {cases.slice(openCases).map((one) => (
                  <details key={one.scenario} className="fold class-map">
                    <summary>
                      <h3>{one.title}</h3>
                      <span className="hint figures">{percent(one.right)} in the right cell</span>
                    </summary>
                    <CaseOnMap one={one} map={map} />
                  </details>
                ))}
              </div>
            </section>
          )}
        </>
      )}
    </Main>
  );
}
