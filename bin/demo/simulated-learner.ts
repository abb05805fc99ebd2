/**
 * A learner as the demo plays one: holds misconceptions, answers by them, slips and guesses, unlearns some when told and forgets again.
 * The rates are invented to look like a class, not estimated from one.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Course, CourseItem } from '#app/course/course.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder, grade, keyOf } from '#app/quiz/quiz.ts';

const slip = 0.08;
const learns = 0.4;
const forgets = 0.01;

/** Numbers from 0 up to 1, the same for the same seed. */
export function dice(seed: number): () => number {
  const random = xoroshiro128plus(seed);
  return () => uniformFloat64(random);
}

export class SimulatedLearner {
  readonly #roll: () => number;
  readonly #ideas: readonly string[];
  readonly #held = new Set<string>();
  /** 0 to 1: how much of the rest they know. */
  readonly #skill: number;

  constructor(course: Course, roll: () => number) {
    this.#roll = roll;
    this.#ideas = course.theory.misconceptions.map(({ id }) => id);
    this.#skill = 0.55 + 0.4 * roll();
    // Some ideas tempt more than others: the earlier ones of the theory, here.
    for (const [index, id] of this.#ideas.entries()) if (roll() < 0.3 / (1 + index / 3)) this.#held.add(id);
  }

  /** Answers one item, and learns from being told. */
  answer(item: CourseItem): Answer {
    const key = keyOf(item);
    if (!key) {
      const words = 'It counts under the narrow definition, because they do part of the work themselves.';
      const lenses = item.spec.kind === 'explain' ? (item.spec as { lenses?: readonly string[] }).lenses : undefined;
      return lenses ? { type: 'texts', texts: Object.fromEntries(lenses.map((id) => [id, words])) } : { type: 'text', text: words };
    }
    const given = this.#choose(item, key);
    for (const idea of grade(item, given).misconceptions) if (this.#roll() < learns) this.#held.delete(idea);
    for (const idea of this.#ideas) if (this.#roll() < forgets / this.#ideas.length) this.#held.add(idea);
    return given;
  }

  #choose(item: CourseItem, key: Answer): Answer {
    const wrong = (id: string) => {
      const answer = answerUnder(item, id);
      return answer && grade(item, answer).right === false ? answer : null;
    };
    if (this.#roll() >= slip)
      for (const id of this.#held) {
        const tempted = wrong(id);
        if (tempted) return tempted;
      }
    if (this.#roll() < this.#skill) return key;
    const others = this.#ideas.flatMap((id) => wrong(id) ?? []);
    return others[Math.floor(this.#roll() * others.length)] ?? key;
  }
}
