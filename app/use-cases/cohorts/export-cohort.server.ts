/** A cohort's figures as sheets, from the same functions that the pages read. */
import type { Course } from '#app/course/course.ts';
import type { Answer } from '#app/quiz/item.ts';
import { describe } from '#app/quiz/quiz.ts';
import type { Cell } from '#app/sheets/cell.ts';
import type { Sheet } from '#app/sheets/sheet.ts';
import type { CountedAttempt } from '#app/statistics/attempts.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { recordAudit } from '#db/audit.ts';
import { answersIn } from '#db/cohort-log.ts';
import type { Cohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { aboutLabel } from '../about-label.ts';
import type { World } from '../scope.ts';
import { analysisOf } from './analysis.server.ts';
import { overviewOf } from './overview.server.ts';

const instant = (at: number | null) => (at === null ? null : new Date(at));

/** Returns the figures of questions and quizzes, and what they rest on. */
export async function figureSheets(world: World, cohort: Cohort, course: Course, counts: CountedAttempt): Promise<readonly Sheet[]> {
  const analysis = await analysisOf(world, cohort.id, course, counts);
  return [
    {
      name: 'Questions',
      columns: [
        { title: 'Item', width: 40 },
        { title: 'Lesson' },
        { title: 'About', width: 24 },
        { title: 'Kind' },
        { title: 'n', format: 'number' },
        { title: 'Facility', format: 'percent' },
        { title: 'Discrimination', format: 'number' },
        { title: 'Median seconds', format: 'number' },
        { title: 'Median tries to right', format: 'number' },
        { title: 'Never right', format: 'number' },
        { title: 'Flags', width: 60 },
        { title: 'Ruled after a dispute', width: 60 },
      ],
      rows: analysis.items.map((item) => [
        item.item,
        item.lesson,
        item.about,
        item.kind,
        item.n,
        item.facility,
        item.discrimination,
        item.medianSeconds,
        item.attemptsToCorrect,
        item.neverRight,
        item.flags.join(' '),
        item.rulings.map(({ title, says }) => `“${title}”: ${says}`).join(' ') || null,
      ]),
    },
    {
      name: 'Quizzes',
      columns: [
        { title: 'Quiz', width: 30 },
        { title: 'n', format: 'number' },
        { title: 'Mean', format: 'percent' },
        { title: 'Median', format: 'percent' },
        { title: 'Standard deviation', format: 'percent' },
        { title: 'Cronbach alpha', format: 'number' },
        { title: 'Standard error', format: 'percent' },
        { title: 'n of alpha', format: 'number' },
        { title: 'Flags', width: 60 },
      ],
      rows: analysis.quizzes.map(({ title, scores, reliability, flags }) => [
        title,
        scores.n,
        scores.mean,
        scores.median,
        scores.sd,
        reliability.alpha,
        reliability.standardError,
        reliability.n,
        flags.join(' '),
      ]),
    },
    {
      name: 'Options chosen',
      columns: [
        { title: 'Item', width: 40 },
        { title: 'Answer', width: 60 },
        { title: 'Right' },
        { title: 'Right as ruled' },
        { title: 'Given', format: 'number' },
        { title: 'n', format: 'number' },
        { title: 'Ideas behind it', width: 40 },
      ],
      rows: analysis.items.flatMap(({ item, n, options }) =>
        options.map((option) => [item, option.words, option.right, option.rightAsRuled, option.count, n, option.misconceptions.join('; ')]),
      ),
    },
    {
      name: 'Misconceptions',
      columns: [
        { title: 'Misconception', width: 40 },
        { title: 'Learners', format: 'number' },
        { title: 'n', format: 'number' },
        { title: 'Answers', format: 'number' },
        { title: 'First (UTC)', format: 'instant' },
        { title: 'Answered by', width: 30 },
      ],
      rows: analysis.ideas.map(({ name, held, answers, since, lesson }) => [
        name,
        held,
        analysis.learners,
        answers,
        instant(since),
        lesson?.title ?? null,
      ]),
    },
    {
      name: 'Basis',
      columns: [
        { title: 'What', width: 30 },
        { title: 'Value', width: 60 },
      ],
      rows: [
        ['Cohort', cohort.name],
        ['Counts, of each learner to a question', `${counts} answer`],
        ['Answers', analysis.answers],
        ['Learners', analysis.learners],
        ['Content versions', analysis.versions.join(', ')],
        ['As of (UTC)', instant(analysis.at)],
        ...(analysis.learners < tooFew ? [['Mind', tooFewWords]] : []),
      ],
    },
  ];
}

/** Returns a row for each answer whose marks are out, learner by learner, oldest first; read one learner at a time as the file is sent. */
export async function responsesSheet(world: World, cohort: Cohort, course: Course): Promise<Sheet> {
  const { learners } = await overviewOf(world, cohort.id, course);
  const ideas = new Map(course.theory.misconceptions.map(({ id, name }) => [id, name]));
  async function* rows(): AsyncGenerator<readonly Cell[]> {
    for (const { id, name, email } of learners)
      for (const answer of await answersIn(world.db, { cohortId: cohort.id, course: course.id }, [id])) {
        const item = course.item(answer.itemId);
        yield [
          instant(answer.at),
          name,
          email,
          answer.lesson,
          answer.itemId,
          item?.spec.kind ?? null,
          aboutLabel(course.theory, answer.about),
          item ? describe(item, JSON.parse(answer.answer) as Answer) : answer.answer,
          answer.score,
          answer.scoreBefore,
          answer.right,
          answer.misconceptions.map((idea) => ideas.get(idea) ?? idea).join('; '),
          answer.seconds,
          answer.contentVersion,
        ];
      }
  }
  return {
    name: 'Answers',
    columns: [
      { title: 'At (UTC)', format: 'instant' },
      { title: 'Name', width: 24 },
      { title: 'Email', width: 30 },
      { title: 'Lesson' },
      { title: 'Item', width: 40 },
      { title: 'Kind' },
      { title: 'About', width: 24 },
      { title: 'Answer', width: 60 },
      { title: 'Score', format: 'percent' },
      { title: 'Score before it was regraded', format: 'percent' },
      { title: 'Right' },
      { title: 'Ideas behind it', width: 40 },
      { title: 'Seconds', format: 'number' },
      { title: 'Content version' },
    ],
    rows: rows(),
  };
}

/** Notes that somebody took a copy of a cohort's record along. */
export async function noteExport(world: World, actorId: string, cohort: Cohort, file: string): Promise<void> {
  const entry = { id: world.newId(), at: world.now(), actorId, action: 'cohort-exported', subjectId: null } as const;
  await write(world.db, (tx) => recordAudit(tx, { ...entry, detail: `${file} of ${cohort.name}` }));
}
