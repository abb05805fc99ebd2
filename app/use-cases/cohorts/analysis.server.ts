/** What a cohort's answers say of the questions, the quizzes and the ideas behind them. Screen and export both read it from here. */
import type { Course, CourseItem } from '#app/course/course.ts';
import { attemptScore } from '#app/learning/score.ts';
import type { Answer, ItemKindId } from '#app/quiz/item.ts';
import { describe, grade } from '#app/quiz/quiz.ts';
import { attemptsToCorrect, type CountedAttempt, pick } from '#app/statistics/attempts.ts';
import { median } from '#app/statistics/describe.ts';
import { itemFlags, testFlags } from '#app/statistics/flags.ts';
import { type ItemStatistics, itemStatistics } from '#app/statistics/items.ts';
import { marksByLearner } from '#app/statistics/marks.ts';
import { type Reliability, reliability, type ScoreStatistics, scoreStatistics } from '#app/statistics/test-scores.ts';
import { answersIn, type LoggedAnswer, quizzesIn } from '#db/cohort-log.ts';
import { aboutLabel } from '../about-label.ts';
import type { World } from '../scope.ts';
import { fresh } from './fresh.ts';
import { type CaseOnMap, casesOnMap } from './map-figures.ts';

export interface OptionFigures {
  readonly words: string;
  readonly count: number;
  readonly right: boolean;
  /** Names of misconceptions that lead to this answer. */
  readonly misconceptions: readonly string[];
}

export interface ItemFigures extends ItemStatistics {
  readonly lesson: string;
  readonly about: string;
  readonly kind: ItemKindId;
  readonly stem: string;
  /** Of the answers counted. */
  readonly medianSeconds: number | null;
  /** Median over those who got there; null where nobody did. */
  readonly attemptsToCorrect: number | null;
  readonly neverRight: number;
  /** Most chosen first. */
  readonly options: readonly OptionFigures[];
  readonly flags: readonly string[];
}

export interface QuizFigures {
  readonly lesson: string;
  readonly title: string;
  readonly scores: ScoreStatistics;
  readonly reliability: Reliability;
  readonly flags: readonly string[];
}

export interface IdeaFigures {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly answers: number;
  /** Most answers first. */
  readonly holders: readonly { readonly learnerId: string; readonly times: number; readonly since: number; readonly last: number }[];
  readonly since: number;
  /** The lesson that trains what it gets wrong; null where none does. */
  readonly lesson: { readonly slug: string; readonly title: string } | null;
}

export interface Analysis {
  readonly at: number;
  readonly counts: CountedAttempt;
  readonly answers: number;
  readonly learners: number;
  /** Content versions that the answers were given under, the latest first. */
  readonly versions: readonly string[];
  /** In the order of the course. */
  readonly items: readonly ItemFigures[];
  readonly quizzes: readonly QuizFigures[];
  /** Cases that are placed on the map, in the order of the course. */
  readonly onMap: readonly CaseOnMap[];
  /** Held by most learners first. */
  readonly ideas: readonly IdeaFigures[];
}

/** Returns the figures of a cohort, counting each learner's first, best or last answer to a question; a little old for a large one (fresh.ts). */
export function analysisOf(world: World, cohortId: string, course: Course, counts: CountedAttempt): Promise<Analysis> {
  return fresh(world, `analysis ${cohortId} ${course.version} ${counts}`, async () => {
    const key = { cohortId, course: course.id };
    const answers = await answersIn(world.db, key);
    const quizzes = await quizzesIn(world.db, key);
    const items = figuresOfItems(course, answers, counts);
    return {
      at: world.now(),
      counts,
      answers: answers.length,
      learners: new Set(answers.map(({ learnerId }) => learnerId)).size,
      versions: [...new Set(answers.map(({ contentVersion }) => contentVersion).reverse())],
      items,
      quizzes: figuresOfQuizzes(course, answers, quizzes, counts),
      onMap: casesOnMap(course, counted(answers, counts)),
      ideas: figuresOfIdeas(course, answers),
    };
  });
}

/** The answer that counts of each learner to each item, of one lesson or all. */
function counted(answers: readonly LoggedAnswer[], counts: CountedAttempt): LoggedAnswer[] {
  const byPair = Map.groupBy(answers, ({ learnerId, itemId }) => `${learnerId} ${itemId}`);
  return [...byPair.values()].flatMap((same) => pick(same, counts) ?? []);
}

const marksOf = (answers: readonly LoggedAnswer[]) =>
  marksByLearner(
    answers.flatMap(({ learnerId, itemId, score }) => (score === null ? [] : [{ learner: learnerId, item: itemId, mark: score }])),
  );

function figuresOfItems(course: Course, answers: readonly LoggedAnswer[], counts: CountedAttempt): ItemFigures[] {
  const byItem = Map.groupBy(answers, ({ itemId }) => itemId);
  const counting = counted(answers, counts);
  const countingByItem = Map.groupBy(counting, ({ itemId }) => itemId);
  // The rest score of an item is over the other items of its lesson, which is what a quiz of that lesson measures.
  const statistics = new Map<string, ItemStatistics>();
  for (const ofLesson of Map.groupBy(counting, ({ lesson }) => lesson).values())
    for (const item of itemStatistics(marksOf(ofLesson))) statistics.set(item.item, item);
  return course.lessons.flatMap((lesson) =>
    [...new Set([...lesson.checkIds, ...course.bank(lesson.slug).map(({ spec }) => spec.id)])].flatMap((id) => {
      const [item, figures] = [course.item(id), statistics.get(id)];
      if (!item || !figures) return [];
      const runs = [...Map.groupBy(byItem.get(id) ?? [], ({ learnerId }) => learnerId).values()];
      const tries = runs.map((run) => attemptsToCorrect(run.map(({ right }) => right === true)));
      const chosen = countingByItem.get(id) ?? [];
      return [
        {
          ...figures,
          lesson: lesson.slug,
          about: aboutLabel(course.theory, item.spec.about),
          kind: item.spec.kind,
          stem: item.spec.id,
          medianSeconds: median(chosen.map(({ seconds }) => seconds)),
          attemptsToCorrect: median(tries.flatMap((n) => n ?? [])),
          neverRight: tries.filter((n) => n === null).length,
          options: optionsOf(course, item, chosen),
          flags: itemFlags(figures),
        },
      ];
    }),
  );
}

function optionsOf(course: Course, item: CourseItem, chosen: readonly LoggedAnswer[]): OptionFigures[] {
  const options = [...Map.groupBy(chosen, ({ answer }) => answer)].map(([json, same]) => {
    const answer = JSON.parse(json) as Answer;
    const { right, misconceptions } = grade(item, answer);
    return {
      words: describe(item, answer),
      count: same.length,
      right: right === true,
      misconceptions: misconceptions.map((id) => course.theory.misconceptions.find((known) => known.id === id)?.name ?? id),
    };
  });
  return options.sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}

function figuresOfQuizzes(
  course: Course,
  answers: readonly LoggedAnswer[],
  quizzes: Awaited<ReturnType<typeof quizzesIn>>,
  counts: CountedAttempt,
): QuizFigures[] {
  const byLesson = Map.groupBy(quizzes, ({ lesson }) => lesson);
  return course.lessons.flatMap(({ slug, title }) => {
    const taken = byLesson.get(slug);
    if (!taken) return [];
    const scored = taken.map((quiz) => ({ learnerId: quiz.learnerId, score: attemptScore(quiz) }));
    const picked = [...Map.groupBy(scored, ({ learnerId }) => learnerId).values()].flatMap((own) => pick(own, counts)?.score ?? []);
    const bank = new Set(course.bank(slug).map(({ spec }) => spec.id));
    const measured = reliability(
      marksOf(
        counted(
          answers.filter(({ itemId }) => bank.has(itemId)),
          counts,
        ),
      ),
    );
    return [
      {
        lesson: slug,
        title,
        scores: scoreStatistics(picked),
        reliability: measured,
        flags: testFlags({ n: picked.length, items: measured.items, alpha: measured.alpha }),
      },
    ];
  });
}

function figuresOfIdeas(course: Course, answers: readonly LoggedAnswer[]): IdeaFigures[] {
  const held = new Map<string, LoggedAnswer[]>();
  for (const answer of answers)
    for (const id of answer.misconceptions) {
      const before = held.get(id);
      if (before) before.push(answer);
      else held.set(id, [answer]);
    }
  const lessonOn = (about: string) =>
    course.lessons.find(({ slug, role }) => role === 'lesson' && course.bank(slug).some(({ spec }) => spec.about === about));
  return course.theory.misconceptions
    .flatMap(({ id, name, says, concerns }) => {
      const shown = held.get(id);
      if (!shown) return [];
      const holders = [...Map.groupBy(shown, ({ learnerId }) => learnerId)].map(([learnerId, own]) => ({
        learnerId,
        times: own.length,
        since: own[0]?.at ?? 0,
        last: own.at(-1)?.at ?? 0,
      }));
      const lesson = lessonOn(concerns);
      return [
        {
          id,
          name,
          says,
          answers: shown.length,
          holders: holders.sort((a, b) => b.times - a.times),
          since: shown[0]?.at ?? 0,
          lesson: lesson ? { slug: lesson.slug, title: lesson.title } : null,
        },
      ];
    })
    .sort((a, b) => b.holders.length - a.holders.length || b.answers - a.answers);
}
