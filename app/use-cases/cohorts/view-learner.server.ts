/** One learner's record as those who teach the cohort see it. */
import type { Course } from '#app/course/course.ts';
import type { Calendar } from '#app/learning/calendar.ts';
import { type RecentAnswer, recentAfter } from '#app/learning/recent.ts';
import { shareOf } from '#app/learning/score.ts';
import type { Answer, ItemKindId } from '#app/quiz/item.ts';
import { recordAudit } from '#db/audit.ts';
import { answersIn, type LoggedAnswer } from '#db/cohort-log.ts';
import type { Cohort } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { writeNote } from '#db/notes.ts';
import { aboutLabel, misconceptionName } from '../about-label.ts';
import { firmnessOf } from '../mastery.ts';
import { type AnsweredQuestion, answered } from '../question.ts';
import type { Problem, Scope } from '../scope.ts';
import { courseStanding } from '../standing.server.ts';
import { learnerBeliefs } from './learner-beliefs.server.ts';
import { overviewOf } from './overview.server.ts';

/** Each with its question and its explanation: more make a heavy page. */
const answersShown = 10;
const day = 24 * 60 * 60 * 1000;

export interface TimelineEntry {
  readonly id: string;
  readonly at: number;
  readonly lesson: string;
  readonly about: string;
  readonly right: boolean | null;
  readonly score: number | null;
  readonly seconds: number;
  readonly misconceptions: readonly string[];
  /** Null for a question that was taken out of the course since. */
  readonly question: AnsweredQuestion | null;
}

export interface ShareLine {
  readonly id: string;
  readonly label: string;
  readonly marked: number;
  /** 0 to 1. */
  readonly score: number;
}

/** Adds answers up by what `of` returns, the weakest first. */
function sharesBy<T extends { readonly score: number | null }>(
  answers: readonly T[],
  of: (answer: T) => { id: string; label: string },
): ShareLine[] {
  const lines = new Map<string, { label: string; marked: number; scoreSum: number }>();
  for (const answer of answers) {
    if (answer.score === null) continue;
    const { id, label } = of(answer);
    const before = lines.get(id) ?? { label, marked: 0, scoreSum: 0 };
    lines.set(id, { label, marked: before.marked + 1, scoreSum: before.scoreSum + answer.score });
  }
  return [...lines]
    .map(([id, { label, ...tally }]) => ({ id, label, marked: tally.marked, score: shareOf(tally) ?? 0 }))
    .sort((a, b) => a.score - b.score);
}

/** The latest marked answers on each criterion and question, folded from the log as those that are kept are. */
function recentOf(log: readonly LoggedAnswer[]): { readonly about: string; readonly recent: readonly RecentAnswer[] }[] {
  const recent = new Map<string, readonly RecentAnswer[]>();
  for (const { id, itemId, about, score, at } of log)
    if (score !== null) recent.set(about, recentAfter(recent.get(about) ?? [], { id, itemId, score, at }));
  return [...recent].map(([about, latest]) => ({ about, recent: latest }));
}

/** Which answers are asked for: those after one of them, to one question, behind which is one misconception; null for all. */
export interface AnswersAsked {
  readonly before: string | null;
  readonly item: string | null;
  readonly idea: string | null;
}

/** Returns how many answers were given on each day (UTC) from the first on which there was one to the last, quiet days included. */
function daysOf(answers: readonly { readonly at: number }[]): { readonly day: string; readonly count: number }[] {
  const days = Map.groupBy(answers, ({ at }) => Math.floor(at / day));
  const first = Math.min(...days.keys());
  return Array.from({ length: days.size === 0 ? 0 : Math.max(...days.keys()) - first + 1 }, (_, index) => ({
    day: new Date((first + index) * day).toISOString().slice(0, 10),
    count: days.get(first + index)?.length ?? 0,
  }));
}

/**
 * Returns a member's record: how each lesson stands, how firm each criterion and lesson is (on days of the given
 * calendar), score by kind of question, misconceptions, answers by day, and the answers that are asked for, newest first.
 */
export async function viewLearner(
  scope: Scope,
  cohort: Cohort,
  course: Course,
  learnerId: string,
  { before, item: askedItem, idea: askedIdea }: AnswersAsked,
  calendar: Calendar,
) {
  const log = await answersIn(scope.db, { cohortId: cohort.id, course: course.id }, [learnerId]);
  const answers = log.toReversed();
  const beliefs = await learnerBeliefs(scope.db, course, learnerId, log);
  const ideaName = (id: string) => misconceptionName(course.theory, id);
  const asked = answers.filter(
    ({ itemId, misconceptions }) =>
      (askedItem === null || itemId === askedItem) && (askedIdea === null || misconceptions.includes(askedIdea)),
  );
  const start = before === null ? 0 : asked.findIndex(({ id }) => id === before) + 1;
  const page = asked.slice(start, start + answersShown);
  const overview = (await overviewOf(scope, cohort.id, course)).learners.find(({ id }) => id === learnerId);
  const timeline: TimelineEntry[] = [];
  for (const { id, at, lesson, itemId, about, right, score, seconds, misconceptions, answer } of page) {
    const item = course.item(itemId);
    timeline.push({
      id,
      at,
      lesson: course.lesson(lesson)?.title ?? lesson,
      about: aboutLabel(course.theory, about),
      right,
      score,
      seconds,
      misconceptions: misconceptions.map(ideaName),
      question: item ? answered(item, 1, { id, answer: JSON.parse(answer) as Answer }) : null,
    });
  }
  const times = new Map<string, number>();
  for (const { misconceptions } of answers) for (const id of misconceptions) times.set(id, (times.get(id) ?? 0) + 1);
  const kindOf = (itemId: string): ItemKindId | 'gone' => course.item(itemId)?.spec.kind ?? 'gone';
  const standing = await courseStanding(scope, learnerId, course, calendar);
  return {
    standing,
    reasons: overview?.reasons ?? [],
    answers: answers.length,
    found: asked.length,
    days: daysOf(answers),
    /** Content versions that the answers were given under, the latest first. */
    versions: [...new Set(answers.map(({ contentVersion }) => contentVersion))],
    seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
    firmness: firmnessOf(course, recentOf(log), standing.lessons, calendar),
    kinds: sharesBy(answers, ({ itemId }) => ({ id: kindOf(itemId), label: kindOf(itemId) })),
    /** How many answers tell what is believed, and what probably is, the most probable first. */
    beliefs: {
      answers: beliefs.answers,
      ideas: beliefs.ideas.map(({ id, probability }) => ({ id, name: ideaName(id), probability, times: times.get(id) ?? 0 })),
    },
    misconceptions: [...times].map(([id, n]) => ({ id, name: ideaName(id), times: n })).sort((a, b) => b.times - a.times),
    timeline,
    next: start + answersShown < asked.length ? (page.at(-1)?.id ?? null) : null,
  };
}

const longestNote = 4000;

/** Keeps a note about a member, which only those who teach the cohort see, and records that it was written. Returns what to mend, or null. */
export async function keepNote(
  scope: Scope,
  {
    actorId,
    cohort,
    learnerId,
    text,
  }: { readonly actorId: string; readonly cohort: Cohort; readonly learnerId: string; readonly text: string },
): Promise<Problem | null> {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  if (plain.length > longestNote) return { problem: `The note is longer than ${longestNote} characters; nothing was changed.` };
  await write(scope.db, async (tx) => {
    const at = scope.now();
    await writeNote(tx, { cohortId: cohort.id, learnerId, text: plain, writtenBy: actorId, at });
    await recordAudit(tx, { id: scope.newId(), at, actorId, action: 'note-written', subjectId: learnerId, detail: cohort.name });
  });
  return null;
}
