/** Who probably believes what, and how that has changed. */

import { Actions } from '#app/ui/button.tsx';
import { RowsChart } from '#app/ui/charts/rows-chart.tsx';
import { HeatMap } from '#app/ui/heat-map.tsx';
import { count } from '#app/ui/words.ts';
import type { beliefsWords } from './beliefs-words.server.ts';

type Shown = ReturnType<typeof beliefsWords>;

/** The map of learners by misconceptions, a page at a time, and the chart of weeks. */
export function BeliefsPart({ beliefs }: { readonly beliefs: Shown }) {
  const { learners, holding, page, pages, columns, rows, unlikely, weeks, chart, title, basis } = beliefs;
  return (
    <>
      <section aria-labelledby="beliefs" className="board-part">
        <h2 id="beliefs">Who probably believes what</h2>
        <p>
          {holding === 0 ? 'None' : holding} of {count(learners, 'learner')} {holding === 1 ? 'holds' : 'hold'} some misconception more
          likely than not. Each cell gives the odds that a learner holds an idea, from all their answers; the stronger the tint, the higher
          they are, and a dash is less than 1 in 20. It leads to the answers behind it. Whoever most probably holds something comes first.
        </p>
        {columns.length > 0 && (
          <HeatMap
            label="Learners by misconceptions"
            caption="The probability that each learner holds each misconception"
            what="Learner"
            columns={columns}
            rows={rows}
          />
        )}
        {pages > 1 && (
          <Actions>
            {page > 1 && <a href={`?page=${page - 1}#beliefs`}>Page before</a>}
            <span className="hint figures">
              Page {page} of {pages}
            </span>
            {page < pages && <a href={`?page=${page + 1}#beliefs`}>Next page</a>}
          </Actions>
        )}
        {unlikely.length > 0 && <p className="hint">Nobody holds with a chance of one in five or more: {unlikely.join('; ')}.</p>}
        <p className="hint">{basis}</p>
      </section>
      <RowsChart
        title={title}
        note={`Learners who held a misconception more likely than not at the end of each week from Monday (UTC), by all their answers until then, at least two about it. ${basis}`}
        empty=""
        titles={['Misconception', 'Learners']}
        columns={weeks}
        rows={chart}
      />
    </>
  );
}
