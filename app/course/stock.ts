/** The items about cases that templates make. Nothing of it is made until somebody asks for it. */
import { defaultLens } from '#app/definitions/judge.ts';
import type { Theory } from '#app/definitions/theory.ts';
import type { Item, ItemKindId } from '#app/quiz/item.ts';
import { resolve } from '#app/quiz/quiz.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import type { CompiledCourse, Variant } from './compiled.ts';
import { slugOf } from './slug.ts';
import { scenarioOf } from './templates/template.ts';

/** An item of the stock, as the choice of items sees it. */
export interface StockEntry {
  /** `course.item(id)` gives the item. It stays the same as long as the names in the template do. */
  readonly id: string;
  readonly kind: ItemKindId;
  /** The criterion or question that it trains. */
  readonly about: string;
  /** The one scenario whose story it tells. */
  readonly scenarios: readonly string[];
  /** Scenarios of one template tell similar stories: whoever chooses should prefer another template. */
  readonly template: string;
}

export interface Stock {
  readonly item: (id: string) => Item<unknown, ItemSpec> | undefined;
  readonly about: (about: string) => readonly StockEntry[];
}

/** The parts of an item's name in `Variant.items`; a quantity may have spaces in it. */
function partsOf(item: string): { readonly kind: ItemKindId; readonly about: string; readonly quantity: string } {
  const [kind, about = '', ...quantity] = item.split(' ') as [ItemKindId, ...string[]];
  return { kind, about, quantity: quantity.join(' ') };
}

/** Id of an item of a variant, from its name in `Variant.items`. */
export function stockItemId(variant: string, item: string): string {
  const { kind, about, quantity } = partsOf(item);
  return `${variant}-${kind}-${slugOf(quantity || about)}`;
}

/**
 * The spec of a stock item, from its name in `Variant.items`. A criterion that only another lens than the usual has is asked about under
 * that lens; a question is asked about one case alone, which a `classify` item of a lesson cannot do.
 */
export function stockSpec(theory: Theory<unknown>, variant: string, item: string): ItemSpec {
  const { kind, about, quantity } = partsOf(item);
  const base = { id: stockItemId(variant, item), objective: 'stock', about, scenario: variant };
  const has = (lens: Theory<unknown>['lenses'][number]) => lens.criteria.some(({ id }) => id === about);
  const lens = has(defaultLens(theory)) ? undefined : theory.lenses.find(has)?.id;
  switch (kind) {
    case 'verdict':
    case 'criteria':
    case 'what-if':
      return { ...base, kind, lens };
    case 'numeric':
      return { ...base, kind, quantity };
    case 'classify':
    case 'match': {
      const { scenario, ...rest } = base;
      return kind === 'match' ? { ...rest, kind, scenarios: [scenario] } : { ...rest, kind, scenarios: [scenario], by: about };
    }
    case 'evidence':
    case 'order':
      return { ...base, kind };
    default:
      throw new Error(`no stock item is of the kind ${kind}`);
  }
}

export function createStock({ templates, variants }: Pick<CompiledCourse, 'templates' | 'variants'>, theory: Theory<unknown>): Stock {
  const byId = new Map(templates.map((template) => [template.id, template]));
  const scenarios = new Map<string, Scenario>();
  const items = new Map<string, Item<unknown, ItemSpec>>();
  let index: {
    readonly items: ReadonlyMap<string, readonly [Variant, string]>;
    readonly abouts: ReadonlyMap<string, readonly StockEntry[]>;
  } | null = null;

  /** The one scenario of a variant, the same object each time. */
  function scenario({ id, template, choices }: Variant): Scenario {
    const made = scenarios.get(id);
    if (made) return made;
    const from = byId.get(template);
    if (!from) throw new Error(`variant ${id}: there is no template ${template}`);
    const one = scenarioOf(from, choices, theory);
    scenarios.set(id, one);
    return one;
  }

  function item(id: string): Item<unknown, ItemSpec> | undefined {
    const known = items.get(id);
    if (known) return known;
    index ??= indexOf(variants);
    const [variant, name] = index.items.get(id) ?? [];
    if (!variant || name === undefined) return undefined;
    const resolved = resolve(stockSpec(theory, variant.id, name), theory, new Map([[variant.id, scenario(variant)]]));
    if ('problems' in resolved) throw new Error(`stock item ${id}: ${resolved.problems.map(({ message }) => message).join('; ')}`);
    items.set(id, resolved.item);
    return resolved.item;
  }

  return {
    item,
    about(about) {
      index ??= indexOf(variants);
      return index.abouts.get(about) ?? [];
    },
  };
}

function indexOf(variants: readonly Variant[]) {
  const named = variants.flatMap((variant) => variant.items.map((name) => [variant, name] as const));
  const entries = named.map(([{ id, template }, name]): StockEntry => {
    const { kind, about } = partsOf(name);
    return { id: stockItemId(id, name), kind, about, scenarios: [id], template };
  });
  return {
    items: new Map(named.map((one) => [stockItemId(one[0].id, one[1]), one])),
    abouts: Map.groupBy(entries, ({ about }) => about),
  };
}
