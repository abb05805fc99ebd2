/** What can be asked about the cases that templates make, worked out when a course is compiled. */
import { defaultLens, judge, outcomesOf } from '#app/definitions/judge.ts';
import { covers, type FactRef, type Lens, type Question, type Theory } from '#app/definitions/theory.ts';
import { singleFlips } from '#app/quiz/judging.ts';
import { resolve } from '#app/quiz/quiz.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { Variant } from '../compiled.ts';
import type { CourseParts } from '../read-course.ts';
import { stockSpec } from '../stock.ts';
import { untold } from '../told.ts';
import type { ReadTemplate, ReadVariant } from './template-file.ts';

type Variants = ReadTemplate['variants'];

/** A template that has not changed is not worked out again. */
const known = new WeakMap<Variants, readonly Variant[]>();

/** Every variant of every template, with those of its items whose matter the lessons ask about too. */
export function stockOf({ theory, templates, lessons }: Pick<CourseParts, 'theory' | 'templates' | 'lessons'>): readonly Variant[] {
  const asked = new Set(lessons.flatMap(({ items }) => items.map(({ spec }) => spec.about)));
  return templates.flatMap(({ template, variants }) => {
    const all = known.get(variants) ?? variantsOf(theory, template.id, variants);
    known.set(variants, all);
    return all.map((variant) => ({ ...variant, items: variant.items.filter((item) => asked.has(item.split(' ')[1] ?? '')) }));
  });
}

function variantsOf(theory: Theory<unknown>, template: string, variants: Variants): readonly Variant[] {
  const matters = [...theory.lenses.flatMap((lens) => criteriaIn(theory, lens, variants)), ...questionsIn(theory, variants)];
  return variants.map(({ scenario, choices }) => ({
    id: scenario.id,
    template,
    choices,
    follows: followsFrom(theory, scenario),
    items: [...matters, sums(theory)].flatMap((itemsOn) => itemsOn(scenario)).filter(askable(theory, scenario)),
  }));
}

/** The items of a case on one matter, by kind and matter. */
type ItemsOn = (scenario: Scenario) => readonly string[];

/**
 * A criterion is worth asking about in a template that has both: cases that it alone decides, and cases in which all is met. One of another
 * lens than the usual is asked about where the usual has none of that name.
 */
function criteriaIn(theory: Theory<unknown>, lens: Lens<unknown>, variants: Variants): readonly ItemsOn[] {
  const usual = defaultLens(theory);
  const own = lens.criteria.filter(({ id }) => lens === usual || !usual.criteria.some((criterion) => criterion.id === id));
  const unmet = new Map(variants.map(({ scenario }) => [scenario, unmetIn(theory, scenario, lens)]));
  const isMet = (scenario: Scenario) => (unmet.get(scenario) ?? unmetIn(theory, scenario, lens)).length === 0;
  const isAlone = (scenario: Scenario, id: string) => (unmet.get(scenario) ?? unmetIn(theory, scenario, lens)).join() === id;
  return own
    .filter(({ id }) => variants.some(({ scenario }) => isAlone(scenario, id)))
    .map(({ id }): ItemsOn => {
      const items = ['verdict', 'what-if', 'criteria', 'evidence'].map((kind) => `${kind} ${id}`);
      return (scenario) => (isMet(scenario) || isAlone(scenario, id) ? items : []);
    });
}

/** Criteria of a lens that a case does not meet in full. */
function unmetIn(theory: Theory<unknown>, { facts }: Scenario, lens: Lens<unknown>): readonly string[] {
  const outcomes = outcomesOf(theory, facts, lens);
  return lens.criteria.filter((_, column) => outcomes.some((row) => row[column] !== 'pass')).map(({ id }) => id);
}

/** A question is worth asking in a template whose cases answer it in more than one way. */
function questionsIn(theory: Theory<unknown>, variants: Variants): readonly ItemsOn[] {
  return theory.questions
    .filter((question) => new Set(variants.map(({ scenario }) => answerIn(theory, question, scenario)).filter(Boolean)).size > 1)
    .map((question) => (scenario) => {
      if (answerIn(theory, question, scenario) === null) return [];
      const refs = theory.evidenceNeeded(scenario.facts).questions[question.id] ?? [];
      const areIn = (steps: readonly { readonly facts: readonly FactRef[] }[]) =>
        refs.every((ref) => steps.some(({ facts }) => facts.some((fact) => covers(fact, ref))));
      return [
        `classify ${question.id}`,
        `evidence ${question.id}`,
        ...(areIn(theory.cues(scenario.facts)) ? [`match ${question.id}`] : []),
        ...(areIn(theory.sequence(scenario.facts)) ? [`order ${question.id}`] : []),
      ];
    });
}

/** The answer of a case to a question; null where it does not arise, or where the story does not tell what it takes to answer it. */
function answerIn(theory: Theory<unknown>, { id, derive }: Question<unknown>, scenario: Scenario): string | null {
  const refs = theory.evidenceNeeded(scenario.facts).questions[id] ?? [];
  return refs.length > 0 && untold(scenario, refs).length === 0 ? derive(scenario.facts).answer : null;
}

/** Every sum of a case, under the question that those go wrong on who get sums wrong. */
function sums(theory: Theory<unknown>): ItemsOn {
  const about = theory.misconceptions.find(({ quantity }) => quantity !== undefined)?.concerns;
  return ({ facts }) => (about === undefined ? [] : theory.quantities(facts).map(({ id }) => `numeric ${about} ${id}`));
}

/**
 * Whether an item of this case can be asked. A what-if can where some single change turns the verdict, which is the same for all that are
 * asked under one lens; to word the options would take long.
 */
function askable(theory: Theory<unknown>, scenario: Scenario): (item: string) => boolean {
  const turns = new Map<Lens<unknown>, boolean>();
  return (item) => {
    const spec = stockSpec(theory, scenario.id, item);
    if (spec.kind !== 'what-if') return 'item' in resolve(spec, theory, new Map([[scenario.id, scenario]]));
    const lens = theory.lenses.find(({ id }) => id === spec.lens) ?? defaultLens(theory);
    const known = turns.get(lens) ?? singleFlips(theory, scenario.facts, lens).length > 0;
    turns.set(lens, known);
    return known;
  };
}

/** What follows for a case under each lens and question, in short. */
function followsFrom(theory: Theory<unknown>, scenario: ReadVariant['scenario']): Readonly<Record<string, string>> {
  const verdicts = theory.lenses.map((lens) => {
    const { verdict } = judge(theory, scenario.facts, lens);
    return [lens.id, [verdict, ...unmetIn(theory, scenario, lens)].join(' ')] as const;
  });
  const answers = theory.questions.map(({ id, derive }) => [id, derive(scenario.facts).answer] as const);
  return Object.fromEntries([...verdicts, ...answers]);
}
