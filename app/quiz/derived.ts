/** What follows from the definitions for an item: what two versions of a course are compared by. Holds the key. */

import { grade, keyOf } from './grade.ts';
import type { Answer, Grade, Item } from './item.ts';
import { kinds } from './kinds/index.ts';
import { describe } from './learner.ts';

export interface Derived {
  /** What the key claims, the same text as long as the same answer is right; null where a machine must not mark. */
  readonly answer: string | null;
  /** The key in words; null where a machine must not mark. */
  readonly key: string | null;
  /** The sentences that explain it, in the order of the feedback. */
  readonly says: readonly string[];
  /** What the options or sentences claim that an answer points at, by their id or place: those can move between versions. */
  readonly claims: Readonly<Record<string, string>>;
}

const unmarked: Answer = { type: 'text', text: '' };

/** Returns the key of an item in words, the sentences that explain it, and what can be claimed in its answer. */
export function derivedOf<F>(item: Item<F>): Derived {
  const key = keyOf(item);
  const claims = claimsOf(item);
  const { headline, explanation, parts, points } = kinds[item.spec.kind].details(item, key ?? unmarked);
  return {
    answer: key && (claims[placeOf(key) ?? ''] ?? JSON.stringify(key)),
    key: key && describe(item, key),
    says: [
      headline,
      ...(explanation ? [`${explanation.label}: ${explanation.because}`] : []),
      ...parts.map(({ text, key: of, because }) => [text, of, because].filter(Boolean).join(' — ')),
      ...points.map(({ text }) => text),
    ],
    claims,
  };
}

function claimsOf<F>(item: Item<F>): Readonly<Record<string, string>> {
  const sheet = kinds[item.spec.kind].sheet(item);
  if (sheet.type === 'choice') return Object.fromEntries(sheet.options.map(({ id, claim }) => [id, claim ?? id]));
  return sheet.type === 'sentence' ? Object.fromEntries(sheet.sentences.entries()) : {};
}

/** Where an answer points at one option or sentence: its id or place. */
function placeOf(answer: Answer): string | null {
  if (answer.type === 'choice') return answer.option;
  return answer.type === 'sentence' ? String(answer.sentence) : null;
}

/**
 * Grades an answer of an earlier version by what it claimed then. What is no longer offered is not right, unless it is what the key claims
 * now. Null where that cannot be told, because the item did not exist or its story has another wording.
 */
export function gradeAgain<F>(item: Item<F>, then: Derived, answer: Answer): Grade | null {
  const place = placeOf(answer);
  if (place === null) return grade(item, answer);
  const claimed = then.claims[place];
  const now = Object.entries(claimsOf(item)).filter(([, claim]) => claim === claimed);
  const [moved] = now.find(([id]) => id === place) ?? now[0] ?? [];
  if (answer.type === 'sentence') return moved === undefined ? null : grade(item, { type: 'sentence', sentence: Number(moved) });
  return claimed === undefined ? null : grade(item, { type: 'choice', option: moved ?? 'withdrawn' });
}
