/** Texts with slots, such as `<place.town>`, and what stands in them for one variant. */
import type { YamlPath } from '../yaml-file.ts';

/** What may stand in a slot: one text, or several by name, and changes of the facts under `facts`. */
export type Choice = string | { readonly facts?: unknown; readonly [text: string]: unknown };

/** By name of the slot, then of the choice, in the order of the file. */
export type Slots = Readonly<Record<string, Readonly<Record<string, Choice>>>>;

/** The name of a choice for each slot. */
export type Choices = Readonly<Record<string, string>>;

export interface SlotRef {
  readonly slot: string;
  /** Name of one of the texts of a choice; null where the choice is the text. */
  readonly text: string | null;
  /** True where the text stands with a capital: `<Place.town>`. */
  readonly capital: boolean;
  /** As written, and where. */
  readonly written: string;
  readonly index: number;
}

/** Every slot named in a text, in order. */
export function slotsIn(text: string): readonly SlotRef[] {
  return [...text.matchAll(/<([A-Za-z][A-Za-z0-9-]*)(?:\.([a-z][a-z0-9-]*))?>/g)].map(({ 0: written, 1: name = '', 2: part, index }) => ({
    slot: name.charAt(0).toLowerCase() + name.slice(1),
    text: part ?? null,
    capital: /^[A-Z]/.test(name),
    written,
    index,
  }));
}

/** The text that a choice puts in a slot; undefined where it has none of that name. */
export function textOf(choice: Choice | undefined, name: string | null): string | undefined {
  if (typeof choice === 'string') return name === null ? choice : undefined;
  const found = name === null || name === 'facts' ? undefined : choice?.[name];
  return typeof found === 'string' ? found : undefined;
}

/** A run of an expanded text, and where in the template its first character stands. */
interface Run {
  readonly start: number;
  readonly path: YamlPath;
  readonly offset: number;
}

export interface Expanded {
  readonly text: string;
  /** Where a character of the expanded text was written: a text of the template, and the place in it. */
  readonly origin: (index: number) => { readonly path: YamlPath; readonly index: number };
}

/** The text written at `path` with every slot filled. A slot that is not there is left as it is written. */
export function expand(text: string, path: YamlPath, slots: Slots, choices: Choices): Expanded {
  const runs: Run[] = [];
  let made = '';
  const add = (part: string, from: YamlPath, offset: number) => {
    runs.push({ start: made.length, path: from, offset });
    made += part;
  };
  const fill = (part: string, from: YamlPath, above: readonly string[]) => {
    let done = 0;
    for (const { slot, text: name, capital, written, index } of slotsIn(part)) {
      const chosen = choices[slot] ?? '';
      const filling = above.includes(slot) ? undefined : textOf(slots[slot]?.[chosen], name);
      if (filling === undefined) continue;
      add(part.slice(done, index), from, done);
      const start = made.length;
      fill(filling, ['slots', slot, chosen, ...(name === null ? [] : [name])], [...above, slot]);
      if (capital) made = made.slice(0, start) + made.charAt(start).toUpperCase() + made.slice(start + 1);
      done = index + written.length;
    }
    add(part.slice(done), from, done);
  };
  fill(text, path, []);
  return {
    text: made,
    origin(index) {
      const run = runs.findLast(({ start }) => start <= index) ?? { start: 0, path, offset: 0 };
      return { path: run.path, index: run.offset + index - run.start };
    },
  };
}

/** Every way to choose one from each slot, but those left out; in the order of the file, the last slot turning fastest. */
export function combinations(slots: Slots, except: readonly Choices[]): readonly Choices[] {
  const all = Object.entries(slots).reduce<readonly Choices[]>(
    (made, [slot, choices]) => made.flatMap((one) => Object.keys(choices).map((name) => ({ ...one, [slot]: name }))),
    [{}],
  );
  return all.filter((one) => !except.some((left) => Object.entries(left).every(([slot, name]) => one[slot] === name)));
}

/** The id of a variant: the template's, and the names of its choices. It stays as long as those names do. */
export function variantId(template: string, choices: Choices): string {
  return [template, ...Object.values(choices)].join('-');
}
