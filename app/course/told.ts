/** A question may only be asked of a story that says what it takes to answer it: when things happen, what for, why, and what else would do. */
import { covers, type FactRef, type Theory } from '#app/definitions/theory.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import type { CourseParts } from './read-course.ts';
import { scenariosOf } from './references.ts';

/** The facts that no words of the story establish, each once. */
export function untold(scenario: Scenario, refs: readonly FactRef[]): readonly FactRef[] {
  const marks = scenario.story.flatMap((sentences) => sentences.flatMap(({ segments }) => segments.flatMap(({ facts }) => facts)));
  return [...new Set(refs)].filter((ref) => !marks.some((mark) => covers(mark, ref)));
}

/** Reports each item whose story leaves out a fact that its answer rests on, at the place where the item names the story. */
export function checkTold({ theory, lessons, scenarios }: CourseParts): void {
  for (const { spec, at, report } of lessons.flatMap(({ items }) => items)) {
    for (const { id, path } of scenariosOf(spec)) {
      const scenario = scenarios.get(id)?.scenario;
      if (!scenario) continue;
      for (const [what, refs] of factsAsked(theory, spec, scenario)) {
        const missing = untold(scenario, refs);
        if (missing.length === 0) continue;
        const list = missing.map((ref) => `\`${ref}\``).join(', ');
        report.error(
          at(path),
          'story-does-not-tell',
          `${spec.id} asks for ${what}, and no words of the story \`${id}\` establish ${list}`,
          'say it in the story and mark the words, or ask about another case',
        );
      }
    }
  }
}

/** What the answer to an item rests on beside the verdict, named for the author. A question that does not arise rests on nothing. */
function factsAsked(theory: Theory<unknown>, spec: ItemSpec, { facts }: Scenario): readonly (readonly [string, readonly FactRef[]])[] {
  const needed = theory.evidenceNeeded(facts).questions;
  const questions = new Set([spec.about, ...('by' in spec ? [spec.by] : [])]);
  return [
    ...[...questions].map((id) => [id, needed[id] ?? []] as const),
    ...(spec.kind === 'order' ? [['the order of the steps', theory.sequence(facts).flatMap((step) => step.facts)] as const] : []),
    ...(spec.kind === 'match' ? [['motives', theory.cues(facts).flatMap((cue) => cue.facts)] as const] : []),
    ...(spec.kind === 'numeric'
      ? [['a sum', theory.quantities(facts).flatMap((quantity) => (quantity.id === spec.quantity ? quantity.facts : []))] as const]
      : []),
  ];
}
