/** A picture of nothing is a mistake of the author's: the facts of the case hold nothing of the kind. */
import type { PictureKind } from './compiled.ts';
import type { CourseParts } from './read-course.ts';

const drawn: Readonly<Record<PictureKind, string>> = {
  steps: 'contribution',
  values: 'value',
  motives: 'motive',
  scales: 'decision',
};

/** Reports each picture for which the facts of its case give nothing to draw. */
export function checkPictures({ theory, lessons, scenarios }: CourseParts): void {
  const { depiction } = theory;
  const entries: Readonly<Record<PictureKind, (facts: unknown) => number>> = {
    steps: (facts) => depiction.steps(facts).length,
    values: (facts) => depiction.worth(facts).length,
    motives: (facts) => depiction.reasons(facts).length,
    scales: (facts) => depiction.balances(facts).length,
  };
  for (const { lesson } of lessons) {
    for (const { kind, id, block, at } of lesson.uses) {
      const of = (Object.keys(entries) as PictureKind[]).find((name) => name === block);
      const scenario = scenarios.get(id)?.scenario;
      if (kind !== 'scenario' || !of || !scenario || entries[of](scenario.facts) > 0) continue;
      lesson.report.error(
        at,
        'empty-picture',
        `the facts of \`${id}\` hold no ${drawn[of]} to draw`,
        'draw another case, or add it to the facts',
      );
    }
  }
}
