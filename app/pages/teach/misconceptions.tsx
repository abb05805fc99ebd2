import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { classBeliefsOf } from '#app/use-cases/cohorts/class-beliefs.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { teachNext } from '#app/use-cases/cohorts/teach-next.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { slotMark } from '../slots.ts';
import { zoneOf } from '../zone.server.ts';
import { pageIn } from './beliefs-words.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { ideaSlots } from './idea-slots.server.tsx';
import { TeachNextPart } from './teach-next.tsx';
import { teachNextWords } from './teach-next-words.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Misconceptions: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

const nothingHeld = 'Nobody holds any misconception more likely than not, so nothing presses: go on as planned.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const analysis = await analysisOf(context, cohort.id, course, 'first');
  const overview = await overviewOf(context, cohort.id, course);
  const beliefs = await classBeliefsOf(context, cohort.id, course);
  const next = await teachNext(context, course, beliefs);
  context.slots = ideaSlots({
    course,
    cohortId: cohort.id,
    analysis,
    beliefs,
    overview,
    page: pageIn(request),
    zone: zoneOf(request),
  });
  return {
    cohort: await headingOf(context, cohort),
    next: next && teachNextWords(course, cohort.id, next),
    believing: beliefs.learners.length,
    shown: analysis.ideas.length > 0,
  };
}

export default function Misconceptions() {
  const { cohort, next, believing, shown } = useLoaderData<typeof loader>();
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Misconceptions">
        <p>What this class probably believes, the ideas that lead to its wrong answers, and the lesson that answers each.</p>
      </CohortHeader>
      {believing > 0 && (
        <>
          {believing < tooFew && <p className="hint">{tooFewWords}</p>}
          {next ? <TeachNextPart next={next} /> : <p>{nothingHeld}</p>}
          {slotMark('beliefs')}
        </>
      )}
      {shown ? (
        slotMark('ideas')
      ) : (
        <EmptyState title="None so far">
          <p>No answer of this cohort points to a misconception yet.</p>
        </EmptyState>
      )}
    </Main>
  );
}
