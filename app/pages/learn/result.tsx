import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lessonPath, referencePath } from '#app/course/paths.ts';
import { lessonThreshold } from '#app/learning/lesson-state.ts';
import type { Feedback } from '#app/quiz/item.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { FeedbackPanel } from '#app/ui/feedback-panel.tsx';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { ScoreSummary } from '#app/ui/score-summary.tsx';
import { count, resultWords, sittingName } from '#app/ui/words.ts';
import { type ResultView, viewResult } from '#app/use-cases/view-result.server.ts';
import { ToldMarks, toldIn } from '../class/told-marks.tsx';
import { learnerFrom, missing, scopeOf } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { ContestLink } from './contest-link.tsx';
import { duration } from './lesson-entry.ts';

const notYours = 'There is no such quiz of yours on this device.';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Result: ${data.lesson.title} – ${data.course.title}` : 'Result – Criterion' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learnerId = await learnerFrom(request, context, notYours);
  const attemptId = params.attempt ?? '';
  const result = await viewResult(scopeOf(context), learnerId, attemptId);
  // A mock test that still runs has no result yet: its page says what is open.
  if (!result) throw redirect(`/attempts/${encodeURIComponent(attemptId)}`);
  if (result.questions.length === 0) throw missing(notYours);
  const { regrades, ...shown } = result;
  return { ...shown, told: toldIn(zoneOf(request), regrades) };
}

/** The thresholds of a lesson: 80% over all, no criterion below 60%. */
const weakestOf = (abouts: ResultView['abouts']) => abouts.find((about) => about.score < 0.6);

function capstoneAdvice({ score, argued }: ResultView): string {
  const passed = score !== null && score >= lessonThreshold;
  if (passed && argued) return 'Passed. You judged cases that you had never met, and argued one under both definitions.';
  if (passed) return 'The marked questions are firm. To pass, argue an edge case too: take another test and write on its last question.';
  return 'Not passed yet: 80% is the mark. Read the explanations below, look again at what was weakest, and take another test; it brings other cases.';
}

function advice(result: ResultView): string {
  const { score, abouts, lesson } = result;
  if (lesson.role === 'capstone') return capstoneAdvice(result);
  const weakest = weakestOf(abouts);
  if (score === null) return 'Nothing here is marked by a machine. Hold your explanations against the points below.';
  if (score >= lessonThreshold && !weakest)
    return 'That is firm. Go on to the next lesson; a later quiz will bring new stories on the same ideas.';
  if (weakest) return `Look again at “${weakest.label}”: that is where most was missed. Then take another quiz; it brings other stories.`;
  return 'Nearly there. Read the explanations below, then take another quiz; it brings other stories.';
}

const marks: Readonly<Record<Feedback['outcome'], IconName>> = { right: 'check', partly: 'half', wrong: 'cross', unmarked: 'note' };

function NextSteps({ result }: { readonly result: ResultView }) {
  const lessonHref = lessonPath(result.course.id, result.lesson.slug);
  const firm = result.score !== null && result.score >= lessonThreshold && !weakestOf(result.abouts);
  const { next, role } = result.lesson;
  return (
    <Actions>
      {result.complete && <ButtonLink href={`/courses/${result.course.id}/certificate`}>Get your certificate</ButtonLink>}
      {firm && next && <ButtonLink href={lessonPath(result.course.id, next.slug)}>Next: {next.title}</ButtonLink>}
      <ButtonLink href={`${lessonHref}/quiz`} variant={(firm && next) || result.complete ? 'quiet' : 'primary'}>
        {role === 'capstone' ? 'Take another test' : 'Take another quiz'}
      </ButtonLink>
      {role === 'lesson' && (
        <ButtonLink href={lessonHref} variant="quiet">
          Read the lesson again
        </ButtonLink>
      )}
      <ButtonLink href="/progress" variant="quiet">
        See your progress
      </ButtonLink>
    </Actions>
  );
}

export default function ResultRoute() {
  const result = useLoaderData<typeof loader>();
  const { course, lesson, questions, misconceptions } = result;
  return (
    <Main>
      <Breadcrumb
        trail={[
          { label: course.title, href: `/courses/${course.id}` },
          { label: lesson.title, href: lessonPath(course.id, lesson.slug) },
          { label: 'Result' },
        ]}
      />
      <PageHeader eyebrow={sittingName(result.mode, lesson.role)} title={`Your result: ${lesson.title}`}>
        <p>{advice(result)}</p>
      </PageHeader>
      {result.finishedAt === null && (
        <Notice title="This quiz is still open">
          <p>
            Not every question is answered yet. <a href={`/attempts/${result.id}`}>Go on with it</a>
          </p>
        </Notice>
      )}
      <ToldMarks told={result.told} />
      {result.contentChanged && (
        <Notice title="The course has changed since">
          <p>
            Your marks are those of the day{result.told.length > 0 && ', but for what is said above'}. The explanations below follow the
            course as it is now.
          </p>
        </Notice>
      )}
      <ScoreSummary title="Score" score={result.score} marked={result.marked} lines={result.abouts} />
      {result.argued !== null && (
        <p>
          <Icon name={result.argued ? 'check' : 'cross'} />{' '}
          {result.argued ? 'You argued an edge case under both definitions.' : 'The edge case was left open.'}
        </p>
      )}
      <p className="hint">Time on these questions: {duration(result.seconds)}.</p>
      {misconceptions.length > 0 && (
        <section aria-labelledby="ideas">
          <h2 id="ideas">Ideas behind the misses</h2>
          <div className="prose">
            <ul>
              {misconceptions.map((misconception) => (
                <li key={misconception.id}>
                  <strong>{misconception.name}</strong> ({count(misconception.times, 'answer')}). {misconception.breaks}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
      <NextSteps result={result} />
      <section aria-labelledby="answers">
        <h2 id="answers">Every answer</h2>
        <ReferenceBase.Provider value={referencePath(course.id)}>
          {questions.map((question) => (
            <details key={question.position} className="result-question">
              <summary>
                <span className="result-number figures">{question.position + 1}</span>{' '}
                <span className="result-stem">{question.answered?.item.stem ?? 'Not answered'}</span>{' '}
                <span className="result-outcome">
                  <Icon name={question.outcome ? marks[question.outcome] : 'note'} />
                  {question.voided ? 'Counts for nobody' : question.outcome ? resultWords[question.outcome] : 'Left open'}
                  {question.retry ? ' · second try, not counted' : ''}
                </span>
              </summary>
              {question.decided && <p>{question.decided}</p>}
              {question.answered ? (
                <>
                  <AnswerSummary
                    item={question.answered.item}
                    yours={question.answered.yours}
                    chosen={question.answered.chosen ?? undefined}
                    right={question.answered.right ?? undefined}
                    headingLevel={3}
                  />
                  <FeedbackPanel feedback={question.answered.feedback} id={`feedback-${question.position}`} headingLevel={4} />
                  {result.mayContest && <ContestLink response={question.answered.responseId} />}
                </>
              ) : (
                <p className="hint">This question was not answered{!question.voided && ', so it counted as not right'}.</p>
              )}
            </details>
          ))}
        </ReferenceBase.Provider>
      </section>
    </Main>
  );
}
