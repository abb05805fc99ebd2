/** What an author should look at again in an item that can be asked. */
import { answerUnder, grade } from './grade.ts';
import type { AuthoringProblem, Item } from './item.ts';
import { separation } from './judging.ts';
import { warning } from './kind.ts';
import { kinds } from './kinds/index.ts';
import { clause } from './wording.ts';

/** Warnings on a resolved item: those of its kind, and whether any misconception goes wrong on it. */
export function problems<F>(item: Item<F>): readonly AuthoringProblem[] {
  const kind = kinds[item.spec.kind];
  return [...kind.warnings(item), ...(kind.diagnoses(item) ? weakness(item) : [])];
}

/** An item on which nobody who is mistaken goes wrong tells nothing apart. */
function weakness<F>(item: Item<F>): AuthoringProblem[] {
  const isTold = item.theory.misconceptions.some(({ id }) => {
    const answer = answerUnder(item, id);
    return answer !== null && grade(item, answer).right === false;
  });
  if (isTold) return [];
  return [warning('no-misconception-goes-wrong', `No misconception goes wrong on this item.${advice(item)}`)];
}

/** The change of the case under which a misconception about the same thing would give another verdict. */
function advice<F>(item: Item<F>): string {
  const { theory, spec, scenarios } = item;
  const related = theory.misconceptions.filter((misconception) => misconception.concerns === spec.about);
  for (const misconception of [...related, ...theory.misconceptions]) {
    for (const scenario of scenarios) {
      const change = separation(theory, misconception, scenario.facts)?.change;
      if (change !== undefined) {
        return ` It would separate “${misconception.name}” (${misconception.id}) in ${scenario.id} if ${clause(change.text)}.`;
      }
    }
  }
  return '';
}
