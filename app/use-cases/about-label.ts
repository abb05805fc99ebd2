import type { Theory } from '#app/definitions/theory.ts';

/** Returns the words for what an item is about: the label of a criterion or question of the theory, else the id itself. */
export function aboutLabel(theory: Theory<unknown>, about: string): string {
  for (const lens of theory.lenses) {
    const criterion = lens.criteria.find((entry) => entry.id === about);
    if (criterion) return criterion.label;
  }
  return theory.questions.find((question) => question.id === about)?.label ?? about;
}

/** Returns the name of a misconception; the id itself where the theory has none of this id any more. */
export function misconceptionName({ misconceptions }: Theory<unknown>, id: string): string {
  return misconceptions.find((misconception) => misconception.id === id)?.name ?? id;
}
