/** Key, misconceptions' answers and grades, all derived. */
import type { Lens } from '#app/definitions/theory.ts';
import type { Answer, Grade, Item } from './item.ts';
import { kinds } from './kinds/index.ts';
import { oncePerItem } from './once.ts';

/** The answer that follows from the facts; null where a machine must not say. Kinds that take several give one of them. */
export function keyOf<F>(item: Item<F>): Answer | null {
  return kinds[item.spec.kind].key(item);
}

/** The lens that an item is graded under. */
export function lensOf<F>(item: Item<F>): Lens<F> {
  return kinds[item.spec.kind].lens(item);
}

/** What somebody who holds the misconception answers; null where that cannot be told or there is no such misconception. */
export function answerUnder<F>(item: Item<F>, misconceptionId: string): Answer | null {
  return answersUnder(item).get(misconceptionId) ?? null;
}

const answersUnder: <F>(item: Item<F>) => ReadonlyMap<string, Answer> = oncePerItem((item) => {
  const kind = kinds[item.spec.kind];
  return new Map(
    item.theory.misconceptions.flatMap((misconception) => {
      const answer = kind.answerUnder(item, misconception);
      return answer === null ? [] : [[misconception.id, answer] as const];
    }),
  );
});

/** Grades an answer in canonical ids. An answer that does not fit the item (it was edited since) is not right. */
export function grade<F>(item: Item<F>, answer: Answer): Grade {
  const kind = kinds[item.spec.kind];
  const { score, right } = kind.mark(item, answer);
  if (right !== false) return { score, right, misconceptions: [] };
  const misconceptions = kind.suspects?.(item, answer) ?? holdersOf(item, answer);
  return { score, right, misconceptions };
}

/** Misconceptions whose holder answers exactly this. */
function holdersOf<F>(item: Item<F>, answer: Answer): readonly string[] {
  return [...answersUnder(item)].filter(([, held]) => isSame(held, answer)).map(([id]) => id);
}

function isSame(one: Answer, other: Answer): boolean {
  return canonical(one) === canonical(other);
}

/** The same text for answers that mean the same, whatever the order of ticks or cells. */
function canonical(answer: Answer): string {
  switch (answer.type) {
    case 'checklist':
      return JSON.stringify(answer.met.toSorted());
    case 'table':
      return JSON.stringify(Object.entries(answer.cells).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    default:
      return JSON.stringify(answer);
  }
}
