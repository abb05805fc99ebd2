/** What is wrong with the slots of a template itself, before any variant is made. */
import { idHint, type Report } from '../problem.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';
import { type Choice, type Choices, type Slots, slotsIn, textOf } from './slots.ts';

interface Authored {
  readonly title: string;
  readonly gist: string;
  readonly story: string;
  readonly facts?: unknown;
  readonly slots: Slots;
  readonly except: readonly Choices[];
  readonly source: { readonly note: string | null };
}

/** Reports choices that lack a text, slots that lead nowhere, and texts that no variant shows. Returns whether variants can be made. */
export function checkSlots(template: Authored, yaml: YamlFile, report: Report): boolean {
  const { slots } = template;
  let sound = true;
  const error = (path: YamlPath, message: string, hint: string) => {
    report.error(yaml.at(path), 'slot', message, hint);
    sound = false;
  };
  for (const [slot, choices] of Object.entries(slots)) {
    const [first, ...others] = Object.entries(choices);
    if (!first || others.length === 0)
      error(['slots', slot], `\`${slot}\` has no two choices`, 'give it another choice, or write it into the story');
    for (const [name, choice] of others) {
      const [own, wanted] = [namesOf(choice), namesOf(first?.[1])];
      if (own.join() !== wanted.join())
        error(
          ['slots', slot, name],
          `\`${name}\` has the texts ${listed(own)}, and \`${first?.[0]}\` has ${listed(wanted)}`,
          'give every choice of a slot the same texts; one may be empty: ""',
        );
    }
  }
  template.except.forEach((left, index) => {
    for (const [slot, name] of Object.entries(left))
      if (slots[slot]?.[name] === undefined)
        error(['except', index, slot], `there is no \`${slot}: ${name}\``, idHint(name, Object.keys(slots[slot] ?? slots)));
  });
  return checkRefs(template, yaml, report) && sound;
}

function checkRefs({ slots, ...template }: Authored, yaml: YamlFile, report: Report): boolean {
  const order = Object.keys(slots);
  const used = new Set<string>();
  let sound = true;
  for (const { path, text } of textsIn({ ...template, slots }, [])) {
    const at = (index: number) => (path[0] === 'facts' || path.includes('facts') ? yaml.at(path) : yaml.inText(path, index));
    const error = (index: number, message: string, hint: string) => {
      report.error(at(index), 'slot', message, hint);
      sound = false;
    };
    const refs = slotsIn(text);
    for (const { slot, text: name, written, index } of refs) {
      used.add(`${slot}.${name ?? ''}`);
      const [choice] = Object.values(slots[slot] ?? {});
      if (choice === undefined) error(index, `there is no slot for \`${written}\``, idHint(slot, order));
      else if (textOf(choice, name) === undefined)
        error(index, `\`${slot}\` has no text for \`${written}\``, idHint(name ?? '', namesOf(choice)));
      else if (path[0] === 'slots' && order.indexOf(slot) >= order.indexOf(String(path[1])))
        error(index, `\`${written}\` stands in the slot \`${path[1]}\``, 'a text of a slot may name only slots that stand above it');
    }
    const others = refs.reduce(
      (left, { written, index }) => left.slice(0, index) + ' '.repeat(written.length) + left.slice(index + written.length),
      text,
    );
    const stray = others.search(/[<>]/);
    if (stray !== -1) error(stray, 'a `<` or `>` stands here that is no slot', 'write <slot> or <slot.text>');
  }
  for (const [slot, choices] of Object.entries(slots)) {
    const [name, choice] = Object.entries(choices)[0] ?? [];
    for (const text of namesOf(choice).filter((one) => !used.has(`${slot}.${one}`)))
      report.warn(
        yaml.at(['slots', slot, name ?? '']),
        'unused-text',
        `nothing shows \`<${slot}${text && `.${text}`}>\``,
        'use it, or take it out',
      );
  }
  return sound;
}

/** Every text in a value with its path. */
function textsIn(value: unknown, path: YamlPath): readonly { readonly path: YamlPath; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([step, inner]) => textsIn(inner, [...path, Array.isArray(value) ? Number(step) : step]));
}

/** The names of a choice's texts; one without a name where the choice is a text. */
function namesOf(choice: Choice | undefined): readonly string[] {
  if (typeof choice === 'string') return [''];
  return Object.keys(choice ?? {})
    .filter((name) => name !== 'facts')
    .sort();
}

const listed = (names: readonly string[]) => names.map((name) => `\`${name || 'a text'}\``).join(', ') || 'none';
