/** What of an answered question can be disputed: a criterion of its checklist, or a fact that the checklist rests on. Holds the key. */
import { judge } from '#app/definitions/judge.ts';
import { covers, type FactRef } from '#app/definitions/theory.ts';
import { derivedOf } from './derived.ts';
import { quoteOf } from './evidence.ts';
import { lensOf } from './grade.ts';
import type { Item } from './item.ts';
import { type Ruling, readOtherwise } from './ruling.ts';

/** One thing that a learner disputes, as it is kept with the dispute. */
export interface Disputed {
  readonly type: 'criterion' | 'fact';
  /** Id of the case. */
  readonly scenario: string;
  /** The facts that it comes down to. */
  readonly facts: readonly FactRef[];
  /** In words: a row of the checklist, or the words of the story. */
  readonly words: string;
}

/** What can be disputed of one case. The place in the list is what a form sends: the names of facts stay on the server. */
export interface DisputableCase {
  readonly title: string;
  readonly criteria: readonly Disputed[];
  readonly facts: readonly Disputed[];
}

const outcomeWords = { pass: 'met', edge: 'met in part', fail: 'not met' } as const;

/** Returns what can be disputed of an item, case by case: what its feedback shows, and no more. */
export function disputablesOf<F>(item: Item<F>): readonly DisputableCase[] {
  return item.scenarios.map((scenario) => {
    const { subjects } = judge(item.theory, scenario.facts, lensOf(item));
    const findings = subjects.flatMap((subject) => subject.findings.map((finding) => ({ subject, finding })));
    const quoted = new Map<string, FactRef[]>();
    for (const ref of new Set(findings.flatMap(({ finding }) => finding.facts))) {
      const words = quoteOf(scenario.story, [ref]);
      if (words !== null) quoted.set(words, [...(quoted.get(words) ?? []), ref]);
    }
    return {
      title: scenario.title,
      criteria: findings.map(({ subject, finding }) => ({
        type: 'criterion' as const,
        scenario: scenario.id,
        facts: finding.facts,
        words: `${finding.label} (${finding.criterion}): ${outcomeWords[finding.outcome]}${subjects.length > 1 ? `, ${subject.label}` : ''}`,
      })),
      facts: [...quoted].map(([words, facts]) => ({ type: 'fact' as const, scenario: scenario.id, facts, words })),
    };
  });
}

export interface OfferedReading {
  readonly ruling: Extract<Ruling, { type: 'reading' }>;
  /** Completes "Suppose …": "residents were paid a wage for it". */
  readonly text: string;
  /** The key that then follows, in words; null where a machine must not mark. */
  readonly key: string | null;
}

/** Returns the readings of what is disputed that give the item another key, as the theory's changes offer them. */
export function readingsOffered<F>(item: Item<F>, { scenario, facts }: Disputed): readonly OfferedReading[] {
  const found = item.scenarios.find(({ id }) => id === scenario);
  if (!found) return [];
  const { answer } = derivedOf(item);
  return item.theory.changes(found.facts).flatMap((change): OfferedReading[] => {
    const touches = change.facts.some((ref) => facts.some((disputed) => covers(disputed, ref) || covers(ref, disputed)));
    const ruling = { type: 'reading', scenario, change: change.id } as const;
    const read = touches ? readOtherwise(item, ruling) : null;
    const then = read && derivedOf(read);
    return then && then.answer !== answer ? [{ ruling, text: change.text, key: then.key }] : [];
  });
}
