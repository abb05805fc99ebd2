import type { Theory } from '#app/definitions/theory.ts';
import { type CardId, ideaOf } from '#app/learning/review/card.ts';
import { aboutLabel, misconceptionName } from '../about-label.ts';

/** Returns the words for an idea: the label of a criterion or question, the name of a misconception. */
export function ideaLabel(theory: Theory<unknown>, card: CardId): string {
  const { kind, id } = ideaOf(card);
  if (kind === 'criterion') return aboutLabel(theory, id);
  return misconceptionName(theory, id);
}
