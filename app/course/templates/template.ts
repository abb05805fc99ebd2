/** A template as a compiled course carries it, and its variants, made when somebody needs them. */
import type { Theory } from '#app/definitions/theory.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import { parseStory } from '../story.ts';
import { factsFrom, layersOf } from './facts.ts';
import { type Choices, expand, type Slots, variantId } from './slots.ts';

/** Texts hold slots; `facts` are as an author wrote them. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly gist: string;
  readonly story: string;
  readonly facts: unknown;
  readonly slots: Slots;
  /** Found in the course's sources; its note may hold slots. */
  readonly source: Scenario['source'];
}

/**
 * The scenario that these choices make: the same as the compiler read and checked.
 * @throws where the facts no longer fit the theory, which is other than the one the course was compiled with
 */
export function scenarioOf(template: Template, choices: Choices, theory: Theory<unknown>): Scenario {
  const { id, title, gist, story, facts, slots, source } = template;
  const text = (written: string) => expand(written, [], slots, choices).text.trim();
  return {
    id: variantId(id, choices),
    title: text(title),
    gist: text(gist),
    story: parseStory(text(story)).paragraphs,
    facts: theory.facts.parse(factsFrom(layersOf(facts, slots, choices), slots, choices)),
    source: { ...source, note: source.note === null ? null : text(source.note) },
  };
}
