/** From an authored spec to an item that can be asked. */
import { findLens } from '#app/definitions/judge.ts';
import type { Theory } from '#app/definitions/theory.ts';
import type { AuthoringProblem, Item } from './item.ts';
import { lensWith } from './judging.ts';
import { error } from './kind.ts';
import { kinds } from './kinds/index.ts';
import { findQuestion } from './questions.ts';
import type { Scenario } from './scenario.ts';
import type { ItemSpec } from './spec.ts';

/** The item, or every reason why it cannot be asked. */
export function resolve<F>(
  spec: ItemSpec,
  theory: Theory<F>,
  scenarioById: ReadonlyMap<string, Scenario<F>>,
): { readonly item: Item<F, ItemSpec> } | { readonly problems: readonly AuthoringProblem[] } {
  const kind = kinds[spec.kind];
  const ids = kind.scenarioIds(spec);
  const scenarios = ids.flatMap((id) => scenarioById.get(id) ?? []);
  const missing = ids.filter((id) => !scenarioById.has(id));
  const unknown = [
    ...missing.map((id) => error('unknown-scenario', `There is no scenario “${id}”.`)),
    ...unknownAbout(spec, theory),
    ...unknownLens(spec, theory),
  ];
  if (unknown.length > 0) return { problems: unknown };
  const item: Item<F, ItemSpec> = { spec, theory, scenarios };
  const problems = kind.errors(item);
  return problems.length > 0 ? { problems } : { item };
}

function unknownAbout<F>(spec: ItemSpec, theory: Theory<F>): AuthoringProblem[] {
  if (lensWith(theory, spec.about) !== undefined || findQuestion(theory, spec.about) !== undefined) return [];
  const criteria = theory.lenses.flatMap((lens) => lens.criteria.map((criterion) => criterion.id));
  const known = [...new Set([...criteria, ...theory.questions.map((question) => question.id)])];
  return [error('unknown-about', `“${spec.about}” is no criterion or question. Use one of ${known.join(', ')}.`)];
}

function unknownLens<F>(spec: ItemSpec, theory: Theory<F>): AuthoringProblem[] {
  if (!('lens' in spec) || spec.lens === undefined || findLens(theory, spec.lens) !== undefined) return [];
  return [error('unknown-lens', `There is no lens “${spec.lens}”. Use one of ${theory.lenses.map((lens) => lens.id).join(', ')}.`)];
}
