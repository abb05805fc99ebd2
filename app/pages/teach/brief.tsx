import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, lessonName, percent } from '#app/ui/words.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { basisWords, countsIn } from './figures-query.ts';
import { reasonWords } from './help-words.ts';
import { namesOf } from './names.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Brief: ${data?.name ?? 'cohort'} – Criterion` }];

const most = 6;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const { learners, at } = await overviewOf(context, cohort.id, course);
  const analysis = await analysisOf(context, cohort.id, course, countsIn(request));
  const [zone, names] = [zoneOf(request), namesOf(course)];
  const needing = learners.filter(({ reasons }) => reasons.length > 0).sort((a, b) => b.reasons.length - a.reasons.length);
  return {
    id: cohort.id,
    name: cohort.name,
    course: course.title,
    total: learners.length,
    started: learners.filter(({ lastAt }) => lastAt !== null).length,
    week: learners.filter(({ lastAt }) => lastAt !== null && lastAt > at - 7 * 86_400_000).length,
    parts: course.lessons.map((lesson, index) => ({
      name: `${lessonName(lesson)}: ${lesson.title}`,
      done: learners.filter(({ lessons }) => lessons[index]?.state === 'done').length,
    })),
    needing: needing.length,
    help: needing.slice(0, most).map(({ id, name, reasons }) => ({ id, name, reason: reasons[0] ? reasonWords(reasons[0], names) : '' })),
    ideas: analysis.ideas.slice(0, most).map(({ id, name, held, lesson }) => ({ id, name, held, lesson: lesson?.title ?? null })),
    items: analysis.items
      .filter(({ n, flags }) => n >= tooFew && flags.length > 0)
      .sort((a, b) => a.facility - b.facility)
      .slice(0, most)
      .map(({ item, flags, facility, n }) => ({ id: item, item: names.item(item), flag: flags[0], facility, n })),
    basis: basisWords({ ...analysis, when: timeIn(zone, analysis.at) }),
  };
}

export default function Brief() {
  const brief = useLoaderData<typeof loader>();
  return (
    <Main>
      <Breadcrumb
        trail={[{ label: 'Your cohorts', href: '/teach' }, { label: brief.name, href: `/teach/${brief.id}` }, { label: 'Class brief' }]}
      />
      <div className="brief">
        <PageHeader title={brief.name} eyebrow="Class brief">
          <p>{brief.course}</p>
        </PageHeader>
        <Stats
          stats={[
            { label: 'Learners', value: String(brief.total) },
            { label: 'Started', value: String(brief.started) },
            { label: 'Here in the last week', value: String(brief.week) },
          ]}
        />
        {brief.total > 0 && brief.total < tooFew && <p className="hint">{tooFewWords}</p>}
        <div className="brief-parts">
          <section>
            <h2>Who may need you</h2>
            <ul className="bullets">
              {brief.help.map((learner) => (
                <li key={learner.id}>
                  <a href={`/teach/${brief.id}/learners/${learner.id}`}>{learner.name}</a>: {learner.reason}
                </li>
              ))}
              {brief.help.length === 0 && <li>Nobody stands out.</li>}
              {brief.needing > brief.help.length && <li>and {brief.needing - brief.help.length} more, on the board</li>}
            </ul>
          </section>
          <section>
            <h2>Common ideas</h2>
            <ul className="bullets">
              {brief.ideas.map((idea) => (
                <li key={idea.id}>
                  <strong>{idea.name}</strong>: {count(idea.held, 'learner')}
                  {idea.lesson && `; answered by “${idea.lesson}”`}
                </li>
              ))}
              {brief.ideas.length === 0 && <li>None so far.</li>}
            </ul>
          </section>
          <section>
            <h2>Lessons done</h2>
            <ul className="bullets">
              {brief.parts.map((part) => (
                <li key={part.name}>
                  {brief.total === 0 ? '–' : percent(part.done / brief.total)} {part.name}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>Questions to look at</h2>
            <ul className="bullets">
              {brief.items.map((item) => (
                <li key={item.id}>
                  <a href={`/teach/${brief.id}/items#item-${item.id}`}>{item.item}</a>: {percent(item.facility)} right, n = {item.n}.{' '}
                  {item.flag}
                </li>
              ))}
              {brief.items.length === 0 && <li>None stands out.</li>}
            </ul>
          </section>
        </div>
        <p className="hint">{brief.basis}</p>
      </div>
    </Main>
  );
}
