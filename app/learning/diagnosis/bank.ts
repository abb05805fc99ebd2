/** Items as the choice of the next one sees them. */
import { scenarioIds } from '#app/quiz/quiz.ts';
import type { Candidate } from './choose-next.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { AnyItem } from './parts.ts';

export interface BankItem extends Candidate {
  readonly item: AnyItem;
  readonly evidence: Evidence;
}

/** Returns those items that are evidence of something, in their order. */
export function candidatesOf(items: readonly AnyItem[]): BankItem[] {
  return items.flatMap((item) => {
    const evidence = evidenceOf(item);
    return evidence === null ? [] : [{ id: item.spec.id, about: item.spec.about, scenarios: scenarioIds(item), item, evidence }];
  });
}
