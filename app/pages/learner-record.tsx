/** A learner's record as instructors see it, and as the learner sees that they do. */
import type { useLoaderData } from '@remix-run/react';
import { Actions } from '#app/ui/button.tsx';
import { ActivityChart, dayWords } from '#app/ui/charts/activity-chart.tsx';
import { ScoreSummary } from '#app/ui/score-summary.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { chanceWords, count, lessonName, percent, sentenceCase } from '#app/ui/words.ts';
import { duration } from './learn/lesson-entry.ts';
import { MasteryTables } from './mastery-tables.tsx';
import type { recordFrom } from './record.server.ts';
import { slotMark } from './slots.ts';
import { contentWords } from './teach/figures-query.ts';
import { kindWords } from './teach/kind-words.ts';

type RecordShown = ReturnType<typeof useLoaderData<typeof recordFrom>>;

interface LearnerRecordProps {
  readonly record: RecordShown;
  /** The page of an assignment, without its id. */
  readonly assignments: string;
}

const stateWords = { 'not-started': 'Not started', 'in-progress': 'In progress', done: 'Done', shaky: 'Worth another look' } as const;
const results = { true: 'Right', false: 'Not right', null: 'Not marked' } as const;

/** Where somebody stands: figures, lessons, what was set, activity, scores and ideas. */
export function LearnerStanding({ record, assignments }: LearnerRecordProps) {
  const { standing, days, versions } = record;
  const marked = record.kinds.reduce((sum, line) => sum + line.marked, 0);
  const mean = marked === 0 ? null : record.kinds.reduce((sum, line) => sum + line.score * line.marked, 0) / marked;
  const busiest = days.reduce((most, day) => (day.count > most.count ? day : most), { day: '', count: 0 });
  return (
    <>
      <Stats
        stats={[
          { label: 'Lessons done', value: `${standing.done} of ${standing.lessons.length}` },
          { label: 'Answers', value: String(record.answers) },
          { label: 'Time on questions', value: record.answers === 0 ? '–' : duration(record.seconds) },
        ]}
      />
      {record.set.length > 0 && <WhatWasSet set={record.set} assignments={assignments} />}
      <section aria-labelledby="lessons">
        <h2 id="lessons">Lessons</h2>
        <TableScroll label="Lessons and their state">
          <table className="data-table">
            <caption className="visually-hidden">State and best quiz of each lesson</caption>
            <thead>
              <tr>
                <th scope="col">Lesson</th>
                <th scope="col">State</th>
                <th scope="col" className="number">
                  Best quiz
                </th>
              </tr>
            </thead>
            <tbody>
              {standing.lessons.map((lesson) => (
                <tr key={lesson.slug}>
                  <th scope="row">
                    {lessonName(lesson)}: {lesson.title}
                  </th>
                  <td>{stateWords[lesson.state]}</td>
                  <td className="number figures">{lesson.bestScore === null ? '–' : percent(lesson.bestScore)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </section>
      {days.length > 0 && (
        <ActivityChart
          title={`${count(record.answers, 'answer')} over ${count(days.length, 'day')}, most on ${dayWords(busiest.day)}`}
          note={`Answers a day (UTC), all attempts, tests once they are finished${contentWords(versions)}.`}
          days={days}
          empty=""
        />
      )}
      {marked > 0 && (
        <>
          <section className="mastery" aria-labelledby="firm">
            <h2 id="firm">How firm it is</h2>
            <p className="hint">
              From the latest answers, ten at most on each criterion. The range is where the share that would be right probably lies, four
              chances in five. Right answers on two days are told apart by the clock of whoever reads this, {record.zone}.
            </p>
            <MasteryTables course={record.course} {...record.firmness} />
          </section>
          <ScoreSummary
            title="By kind of question"
            score={mean}
            marked={marked}
            what="Kind"
            lines={record.kinds.map((line) => ({ ...line, label: kindWords(line.label) }))}
          />
        </>
      )}
      {record.beliefs.answers > 0 && <Beliefs record={record} />}
      {record.misconceptions.length > 0 && (
        <section aria-labelledby="ideas">
          <h2 id="ideas">Ideas behind wrong answers</h2>
          <ul className="bullets">
            {record.misconceptions.map((idea) => (
              <li key={idea.id}>
                <a href={`${record.reference}/${idea.id}`}>{idea.name}</a>,{' '}
                <a href={`?idea=${idea.id}#answers`} aria-label={`${count(idea.times, 'answer')} that show “${idea.name}”`}>
                  {count(idea.times, 'answer')}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** The ideas that somebody may hold, each with its probability in words and rough odds, and the answers behind it. */
function Beliefs({ record: { beliefs, reference, version } }: { readonly record: RecordShown }) {
  return (
    <section aria-labelledby="beliefs">
      <h2 id="beliefs">What these answers suggest</h2>
      {beliefs.ideas.length === 0 ? (
        <p>No misconception: none is held with a chance of one in twenty or more.</p>
      ) : (
        <TableScroll label="Ideas with their probability">
          <table className="data-table">
            <caption className="visually-hidden">Each idea, how probable it is that it is held, and the answers that show it</caption>
            <thead>
              <tr>
                <th scope="col">Idea</th>
                <th scope="col">Held</th>
                <th scope="col">Evidence</th>
              </tr>
            </thead>
            <tbody>
              {beliefs.ideas.map(({ id, name, probability, times }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`${reference}/${id}`}>{name}</a>
                  </th>
                  <td>{sentenceCase(chanceWords(probability))}</td>
                  <td>
                    {times === 0 ? (
                      'What is not ruled out yet'
                    ) : (
                      <a href={`?idea=${id}#answers`} aria-label={`${count(times, 'answer')} behind “${name}”`}>
                        {count(times, 'answer')}
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <p className="hint">
        n = {count(beliefs.answers, 'answer')} that tell what is believed; later ones count for more, since people learn. Read by content
        version {version}.
      </p>
    </section>
  );
}

function WhatWasSet({ set, assignments }: { readonly set: RecordShown['set']; readonly assignments: string }) {
  return (
    <section aria-labelledby="set">
      <h2 id="set">What was set</h2>
      <TableScroll label="Assignments and how they stand">
        <table className="data-table">
          <caption className="visually-hidden">Each assignment with its state, mark and when it is due</caption>
          <thead>
            <tr>
              <th scope="col">Assignment</th>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Mark
              </th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {set.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={`${assignments}/${one.id}`}>{one.title}</a>
                </th>
                <td>{one.state}</td>
                <td className="number figures">{one.mark ?? '–'}</td>
                <td>
                  {one.due}
                  {one.extended && ', with more time'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** Every answer that is asked for, newest first, with its explanation. */
export function LearnerAnswers({ record }: { readonly record: RecordShown }) {
  const { timeline, only, asked, found, answers, next, first, version } = record;
  const older = new URLSearchParams({ ...asked, before: next ?? '' });
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{only ? `Answers ${only}` : 'Every answer, newest first'}</h2>
      {only && (
        <p>
          {found} of {count(answers, 'answer')}. <a href="?#answers">Show all</a>
        </p>
      )}
      {timeline.length === 0 ? <p>{only ? 'There is no such answer.' : 'None yet.'}</p> : <Timeline record={record} />}
      <Actions>
        {!first && <a href={`?${new URLSearchParams(asked)}#answers`}>Newest</a>}
        {next && <a href={`?${older}#answers`}>Older answers</a>}
      </Actions>
      <p className="hint">
        n = {count(found, 'answer')}, all attempts, tests once they are finished. Explanations follow content version {version}.
      </p>
    </section>
  );
}

function Timeline({ record }: { readonly record: RecordShown }) {
  return (
    <div className="timeline">
      {record.timeline.map((entry) => (
        <details key={entry.id} className="result-question">
          <summary>
            <span className="result-number figures">{entry.when}</span>{' '}
            <span className="result-stem">
              {entry.about} <span className="hint">{entry.lesson}</span>
            </span>{' '}
            <span className="result-outcome">
              {entry.score !== null && entry.score > 0 && entry.score < 1 ? 'Partly right' : results[`${entry.right}`]},{' '}
              {duration(entry.seconds)}
            </span>
          </summary>
          {entry.misconceptions.length > 0 && <p>Behind it may be: {entry.misconceptions.join('; ')}.</p>}
          {entry.known ? slotMark(entry.id) : <p className="hint">This question is no longer in the course.</p>}
        </details>
      ))}
    </div>
  );
}
