/** The facts of a variant: those of the template, with the changes of its choices laid over them and the slots in them filled. */
import type { YamlPath } from '../yaml-file.ts';
import { type Choices, expand, type Slots } from './slots.ts';

/** One of the values that the facts are made of, and where it stands in the template. */
export interface Layer {
  readonly path: YamlPath;
  readonly value: unknown;
}

/** The facts of the template and then the changes of each choice that has any. */
export function layersOf(facts: unknown, slots: Slots, choices: Choices): readonly Layer[] {
  const changes = Object.entries(choices).flatMap(([slot, name]): Layer[] => {
    const choice = slots[slot]?.[name];
    const value = typeof choice === 'object' ? choice.facts : undefined;
    return value === undefined ? [] : [{ path: ['slots', slot, name, 'facts'], value }];
  });
  return [{ path: ['facts'], value: facts }, ...changes];
}

/** The layers laid over one another, with the slots in every text filled. */
export function factsFrom(layers: readonly Layer[], slots: Slots, choices: Choices): unknown {
  const [first, ...others] = layers;
  return filled(
    others.reduce((under, { value }) => laidOver(under, value), first?.value),
    slots,
    choices,
  );
}

/**
 * `change` laid over `under`: a group field by field, a list of entries with ids entry by entry, an entry with a new id at the end. Anything
 * else takes the place of what was there.
 */
function laidOver(under: unknown, change: unknown): unknown {
  if (hasIds(under) && hasIds(change)) {
    const added = change.filter(({ id }) => !under.some((entry) => entry.id === id));
    return [
      ...under.map((entry) =>
        laidOver(
          entry,
          change.find(({ id }) => id === entry.id),
        ),
      ),
      ...added,
    ];
  }
  if (isGroup(under) && isGroup(change)) {
    const fields = Object.entries(change).map(([name, value]) => [name, laidOver(under[name], value)] as const);
    return { ...under, ...Object.fromEntries(fields) };
  }
  return change === undefined ? under : change;
}

/** Where in the template a fact of the variant was written: in the last layer that has it. */
export function factOrigin(layers: readonly Layer[], facts: unknown, path: YamlPath): YamlPath {
  for (const { path: from, value } of layers.toReversed()) {
    const found = follow(value, facts, path);
    if (found) return [...from, ...found];
  }
  return ['facts', ...path];
}

/** The path in one layer to what stands at `path` in the facts; null where the layer has nothing there. */
function follow(layer: unknown, facts: unknown, [step, ...rest]: YamlPath): YamlPath | null {
  if (step === undefined) return [];
  const inner = childOf(facts, step);
  const id = isGroup(inner) ? inner.id : undefined;
  const own = Array.isArray(layer) && id !== undefined ? layer.findIndex((entry) => isGroup(entry) && entry.id === id) : step;
  const child = childOf(layer, own);
  const below = child === undefined ? null : follow(child, inner, rest);
  return below && [own, ...below];
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isGroup(value) ? value[step] : undefined;
}

function filled(value: unknown, slots: Slots, choices: Choices): unknown {
  if (typeof value === 'string') return expand(value, [], slots, choices).text;
  if (Array.isArray(value)) return value.map((entry) => filled(entry, slots, choices));
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, slots, choices)]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasIds(value: unknown): value is readonly { readonly id: unknown }[] {
  return Array.isArray(value) && value.length > 0 && value.every((entry) => isGroup(entry) && entry.id !== undefined);
}
