/** Answers of a cohort added up learner by learner, so that they need not all be there at once. */
import type { Course, CourseItem } from '#app/course/course.ts';
import type { Answer } from '#app/quiz/item.ts';
import { derivedOf, describe, grade, markAgain, readOtherwise } from '#app/quiz/quiz.ts';
import { attemptsToCorrect, type CountedAttempt, countedAttempts, pick } from '#app/statistics/attempts.ts';
import { median } from '#app/statistics/describe.ts';
import { itemFlags } from '#app/statistics/flags.ts';
import { type ItemStatistics, itemStatistics } from '#app/statistics/items.ts';
import { type WeekCount, weekOf } from '#app/statistics/weeks.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import { aboutLabel, misconceptionName } from '../about-label.ts';
import { lessonOn } from '../lesson-on.ts';
import type { RulingInForce } from '../regrading/rulings.server.ts';
import { holdersKept, type IdeaFigures, type ItemFigures, type OptionFigures } from './figures.ts';

type Marks = Map<string, Map<string, number>>;

/** What the counted answers to one item come to. */
interface Counted {
  readonly seconds: number[];
  /** How often each answer was given, by the answer as it is stored. */
  readonly given: Map<string, number>;
}

/** The figures that depend on which answer counts. */
class Counting {
  /** Marks by learner and item, of the answers given in a lesson. */
  readonly inLesson = new Map<string, Marks>();
  /** The same of the items that a lesson's quizzes draw from. */
  readonly inBank = new Map<string, Marks>();
  readonly items = new Map<string, Counted>();
  /** Answers that place cases on the map. */
  readonly onMap: LoggedAnswer[] = [];

  add(counted: LoggedAnswer, banks: readonly string[], placesCases: boolean): void {
    const { learnerId, itemId, lesson, score, seconds, answer } = counted;
    if (placesCases) this.onMap.push(counted);
    const marks = at(this.inLesson, lesson, newMarks);
    at(marks, learnerId, newOwn).set(itemId, score ?? 0);
    for (const bank of banks) at(at(this.inBank, bank, newMarks), learnerId, newOwn).set(itemId, score ?? 0);
    const item = at(this.items, itemId, newCounted);
    item.seconds.push(seconds);
    item.given.set(answer, (item.given.get(answer) ?? 0) + 1);
  }
}
const newMarks = (): Marks => new Map();
const newOwn = () => new Map<string, number>();
const newCounted = (): Counted => ({ seconds: [], given: new Map() });
const newTries = (): (number | null)[] => [];
const newWeeks = () => new Map<number, number>();
const newHolders = (): IdeaFigures['holders'][number][] => [];

/** Returns what a map has at a place, made first where there is nothing. */
function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

export class AnswerTallies {
  readonly #course: Course;
  readonly #rulings: ReadonlyMap<string, readonly RulingInForce[]>;
  readonly #banks = new Map<string, string[]>();
  readonly #by: Readonly<Record<CountedAttempt, Counting>> = { first: new Counting(), best: new Counting(), last: new Counting() };
  /** For each learner who tried an item, the number of the first right answer, or null. */
  readonly #tries = new Map<string, (number | null)[]>();
  readonly #holders = new Map<string, IdeaFigures['holders'][number][]>();
  /** For each misconception, answers that show it by week. */
  readonly #weeks = new Map<string, Map<number, number>>();
  /** Content versions, with when each was last answered under. */
  readonly #versions = new Map<string, number>();
  #answers = 0;
  #learners = 0;

  /** `rulings` are those that stand, by item. */
  constructor(course: Course, rulings: ReadonlyMap<string, readonly RulingInForce[]> = new Map()) {
    this.#course = course;
    this.#rulings = rulings;
    for (const { slug } of course.lessons) for (const { spec } of course.bank(slug)) at(this.#banks, spec.id, () => []).push(slug);
  }

  /** Adds all answers of one learner, given oldest first. */
  add(answers: readonly LoggedAnswer[]): void {
    if (answers.length === 0) return;
    this.#answers += answers.length;
    this.#learners += 1;
    for (const [itemId, run] of Map.groupBy(answers, (answer) => answer.itemId)) {
      const marked = run.filter(({ score }) => score !== null);
      if (marked.length > 0) at(this.#tries, itemId, newTries).push(attemptsToCorrect(marked.map(({ right }) => right === true)));
      for (const counts of countedAttempts) {
        const counted = pick(run, counts);
        if (counted) this.#by[counts].add(counted, this.#banks.get(itemId) ?? [], this.#course.item(itemId)?.spec.kind === 'grid');
      }
    }
    const held = new Map<string, LoggedAnswer[]>();
    for (const answer of answers) {
      this.#versions.set(answer.contentVersion, Math.max(answer.at, this.#versions.get(answer.contentVersion) ?? 0));
      for (const id of answer.misconceptions) at(held, id, () => []).push(answer);
    }
    for (const [id, own] of held) {
      const weeks = at(this.#weeks, id, newWeeks);
      for (const { at: when } of own) weeks.set(weekOf(when), (weeks.get(weekOf(when)) ?? 0) + 1);
      at(this.#holders, id, newHolders).push({
        learnerId: own[0]?.learnerId ?? '',
        times: own.length,
        since: own[0]?.at ?? 0,
        last: own.at(-1)?.at ?? 0,
      });
    }
  }

  /** Returns what the figures rest on; content versions with the latest answered first. */
  basis() {
    const versions = [...this.#versions].sort(([, a], [, b]) => b - a).map(([version]) => version);
    return { answers: this.#answers, learners: this.#learners, versions };
  }

  /** Returns the marks by learner and item of what a lesson's quizzes draw from. */
  bankMarks(lesson: string, counts: CountedAttempt): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return this.#by[counts].inBank.get(lesson) ?? new Map();
  }

  /** Returns the answers that count to questions which place cases on the map. */
  onMap(counts: CountedAttempt): readonly LoggedAnswer[] {
    return this.#by[counts].onMap;
  }

  /** Returns the figures of each item that has a mark, in the order of the course. */
  items(counts: CountedAttempt): ItemFigures[] {
    const [course, { inLesson, items }] = [this.#course, this.#by[counts]];
    // The rest score of an item is over the other items of its lesson, which is what a quiz of that lesson measures.
    const statistics = new Map<string, ItemStatistics>();
    for (const marks of inLesson.values()) for (const item of itemStatistics(marks)) statistics.set(item.item, item);
    return course.lessons.flatMap((lesson) =>
      [...new Set([...lesson.checkIds, ...course.bank(lesson.slug).map(({ spec }) => spec.id)])].flatMap((id) => {
        const [item, figures, chosen] = [course.item(id), statistics.get(id), items.get(id)];
        if (!item || !figures || !chosen) return [];
        const tries = this.#tries.get(id) ?? [];
        const rulings = this.#rulings.get(id) ?? [];
        return [
          {
            ...figures,
            lesson: lesson.slug,
            about: aboutLabel(course.theory, item.spec.about),
            kind: item.spec.kind,
            stem: item.spec.id,
            medianSeconds: median(chosen.seconds),
            attemptsToCorrect: median(tries.flatMap((n) => n ?? [])),
            neverRight: tries.filter((n) => n === null).length,
            options: optionsOf(course, item, chosen.given, rulings),
            flags: itemFlags(figures),
            rulings: rulings.map(({ title, says }) => ({ title, says })),
          },
        ];
      }),
    );
  }

  /** Returns the ideas that answers point to, those of most learners first. */
  ideas(): IdeaFigures[] {
    const course = this.#course;
    return course.theory.misconceptions
      .flatMap((misconception) => {
        const { id, name, says } = misconception;
        const holders = this.#holders.get(id);
        if (!holders) return [];
        return [
          {
            id,
            name,
            says,
            answers: holders.reduce((sum, { times }) => sum + times, 0),
            held: holders.length,
            holders: holders.toSorted((a, b) => b.times - a.times || a.since - b.since).slice(0, holdersKept),
            since: holders.reduce((first, { since }) => Math.min(first, since), Number.POSITIVE_INFINITY),
            last: holders.reduce((latest, { last }) => Math.max(latest, last), 0),
            weeks: inOrder(this.#weeks.get(id) ?? new Map()),
            lesson: lessonOn(course, misconception),
          },
        ];
      })
      .sort((a, b) => b.held - a.held || b.answers - a.answers);
  }
}

const inOrder = (weeks: ReadonlyMap<number, number>): WeekCount[] =>
  [...weeks].map(([week, count]) => ({ week, count })).sort((a, b) => a.week - b.week);

/** What was answered and how often, most often first. */
function optionsOf(
  course: Course,
  item: CourseItem,
  given: ReadonlyMap<string, number>,
  rulings: readonly RulingInForce[],
): OptionFigures[] {
  const asRuled = ruledRight(item, rulings);
  const options = [...given].map(([json, count]) => {
    const answer = JSON.parse(json) as Answer;
    const { right, misconceptions } = grade(item, answer);
    return {
      words: describe(item, answer),
      count,
      right: right === true,
      rightAsRuled: asRuled(answer),
      misconceptions: misconceptions.map((id) => misconceptionName(course.theory, id)),
    };
  });
  return options.sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}

/** Returns whether an answer is right as the item is read by the latest ruling on a fact; null where there is none. */
function ruledRight(item: CourseItem, rulings: readonly RulingInForce[]): (answer: Answer) => boolean | null {
  const ruling = rulings.findLast(({ ruling: { type } }) => type === 'reading')?.ruling;
  const read = ruling?.type === 'reading' ? readOtherwise(item, ruling) : null;
  if (!read) return () => null;
  const now = derivedOf(item);
  return (answer) => markAgain(read, now, answer)?.right === true;
}
