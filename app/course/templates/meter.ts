/** What the templates of a course add: lines for the content check. */
import { verdictOf } from '#app/definitions/judge.ts';
import type { Theory } from '#app/definitions/theory.ts';
import { type LabelledStory, wordingBias } from '../blueprint/wording.ts';
import type { CompiledCourse } from '../compiled.ts';
import type { StockEntry } from '../stock.ts';
import { plainText } from '../story.ts';
import { scenarioOf } from './template.ts';

/**
 * Returns how many cases and templates there are for each matter, and how far words alone tell a verdict to somebody who knows all stories
 * but those of the same template. Nothing for a course without templates.
 */
export function stockMeter(
  theory: Theory<unknown>,
  course: CompiledCourse,
  stock: (about: string) => readonly StockEntry[],
): readonly string[] {
  if (course.templates.length === 0) return [];
  const matters = [...theory.lenses.flatMap(({ criteria }) => criteria), ...theory.questions].map(({ id }) => id);
  const counts = [...new Set(matters)].flatMap((about) => {
    const entries = stock(about);
    if (entries.length === 0) return [];
    const cases = new Set(entries.flatMap(({ scenarios }) => scenarios)).size;
    return [`  ${about}  ${cases} cases of ${new Set(entries.map(({ template }) => template)).size} templates, ${entries.length} items`];
  });
  const stories = storiesOf(theory, course);
  const wording = theory.lenses.map((lens) => {
    const { accuracy } = wordingBias(stories.map(({ facts, ...story }) => ({ ...story, falls: verdictOf(theory, facts, lens) !== 'no' })));
    return `  ${lens.label}: words alone tell the verdict in ${Math.round(accuracy * 100)}% of all stories, other variants of the same template set aside (chance 50%)`;
  });
  return [`Stock: ${course.variants.length} cases of ${course.templates.length} templates`, ...counts, ...wording];
}

/** Every story of the course and of its templates; those of one template are one family. */
function storiesOf(
  theory: Theory<unknown>,
  { scenarios, templates, variants }: CompiledCourse,
): readonly (Omit<LabelledStory, 'falls'> & { readonly facts: unknown })[] {
  const authored = scenarios.map((scenario) => ({ scenario, family: scenario.id }));
  const made = variants.flatMap(({ template, choices }) => {
    const from = templates.find(({ id }) => id === template);
    return from ? [{ scenario: scenarioOf(from, choices, theory), family: template }] : [];
  });
  return [...authored, ...made].map(({ scenario: { id, title, story, facts }, family }) => ({
    id,
    family,
    text: `${title}\n\n${plainText(story)}`,
    facts,
  }));
}
