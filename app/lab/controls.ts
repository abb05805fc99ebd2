/** The controls of the lab, as data: one per fact, grouped by who, what, and what for. */
import { hasOutsideRole, isSay } from '#app/definitions/co-production/parties.ts';
import type { Contribution, Facts, Option } from '#app/definitions/co-production/vocabulary.ts';
import { mayAdd } from './act.ts';
import type { LabProblem } from './problems.ts';
import { most } from './state.ts';
import type { Choice } from './words.ts';
import * as words from './words.ts';

interface ControlBase {
  /** Path of the fact, and name of the field. */
  readonly name: string;
  readonly label: string;
  readonly problem: string | null;
}

/** `chips`: one of a few, all in sight. `menu`: one of many. `ticks`: any of several. `yes`: a single tick. */
export type Control =
  | (ControlBase & { readonly type: 'text'; readonly value: string; readonly longest: number })
  | (ControlBase & { readonly type: 'number'; readonly value: string; readonly whole: boolean })
  | (ControlBase & { readonly type: 'chips' | 'menu'; readonly value: string; readonly choices: readonly Choice[] })
  | (ControlBase & { readonly type: 'ticks'; readonly value: readonly string[]; readonly choices: readonly Choice[] })
  | (ControlBase & { readonly type: 'yes'; readonly value: boolean });

/** One party, contribution or worth, with its controls. */
export interface ControlCard {
  readonly id: string;
  readonly title: string;
  /** The facts that matter most, in a few words, for the folded card. */
  readonly digest: string;
  readonly controls: readonly Control[];
  /** Unfolded at first: what is judged, what was added, and what has a problem. */
  readonly open: boolean;
  /** Act that takes it away; null where it stays. */
  readonly remove: string | null;
}

/** Controls of one sort of thing. */
export interface ControlList {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly cards: readonly ControlCard[];
  /** Act that adds one more, and its words; null where no more fit. */
  readonly add: { readonly act: string; readonly label: string } | null;
  /** Folded to a line until it is wanted. */
  readonly folded: boolean;
}

export interface ControlGroup {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly lists: readonly ControlList[];
}

type Plain<T> = T extends unknown ? Omit<T, 'problem'> : never;

/** Returns every control of these facts, each with its problem where it has one. `base` is the case that the lab began from. */
export function controlGroups(facts: Facts, problems: readonly LabProblem[], base: Facts): readonly ControlGroup[] {
  const { service, decision } = facts;
  const troubled = (control: Plain<Control>): Control => ({
    ...control,
    problem: problems.find((problem) => problem.control === control.name)?.text ?? null,
  });
  const within = (id: string) => problems.some(({ control }) => control?.startsWith(`${id}.`));
  const card = (id: string, title: string, digest: string, open: boolean, controls: readonly Plain<Control>[]): ControlCard => ({
    id,
    title,
    digest,
    controls: controls.map(troubled),
    open: open || within(id),
    remove: `remove:${id}`,
  });
  const adding = (list: keyof typeof most, label: string) => (mayAdd(facts, list) ? { act: `add:${list}`, label } : null);
  const people = facts.parties.map(({ id, label }) => ({ value: id, label: label || 'Somebody without a name' }));
  const named = (id: string) => people.find(({ value }) => value === id)?.label ?? 'Somebody';
  const { labelOf } = words;

  const parties = facts.parties.map((party, index) =>
    card(
      `parties.${index}`,
      party.label || `Party ${index + 1}`,
      labelOf(words.roles, party.role),
      !base.parties.some(({ id }) => id === party.id),
      [
        text(`parties.${index}.label`, 'Name', party.label),
        menu(`parties.${index}.kind`, 'Kind', party.kind, words.kinds),
        menu(`parties.${index}.role`, 'Role', party.role, words.roles),
        chips(`parties.${index}.pay`, 'Pay for it', party.pay, words.pays),
      ],
    ),
  );
  const theService = card('service', 'The service', service.publicService ? 'A public task' : 'Private business', false, [
    text('service.purpose', 'Purpose: to …', service.purpose),
    text('service.output', 'Output', service.output),
    yesNo('service.publicService', 'Is it a public task?', service.publicService, ['Yes, a public task', 'No, private business']),
  ]);
  const contributions = facts.contributions.map((c, index) =>
    card(
      `contributions.${index}`,
      `${named(c.by)}: ${c.what || '…'}`,
      `${labelOf(words.activities, c.activity)}${facts.focus.includes(c.id) ? ', judged' : ''}`,
      base.focus.includes(c.id) || !base.contributions.some(({ id }) => id === c.id),
      ofContribution(facts, c, `contributions.${index}`, people),
    ),
  );
  const value = facts.value.map((worth, index) =>
    card(`value.${index}`, worth.what || `Value ${index + 1}`, labelOf(words.signs, worth.sign), index >= base.value.length, [
      text(`value.${index}.what`, 'What comes of it', worth.what),
      text(`value.${index}.to`, 'For whom', worth.to),
      chips(`value.${index}.consumption`, 'Felt by', worth.consumption, words.consumptions),
      chips(`value.${index}.sign`, 'For good or ill', worth.sign, words.signs),
    ]),
  );
  const motives = facts.motives.map((motive, index) =>
    card(
      `motives.${index}`,
      `${named(motive.by)}: ${motive.cue || '…'}`,
      labelOf(words.motiveTypes, motive.type),
      index >= base.motives.length,
      [
        menu(`motives.${index}.by`, 'Whose', motive.by, people),
        chips(`motives.${index}.type`, 'Kind of motive', motive.type, words.motiveTypes),
        chips(`motives.${index}.weight`, 'Strength', String(motive.weight), words.weights),
        text(`motives.${index}.cue`, 'In words', motive.cue),
      ],
    ),
  );
  const alternatives = facts.alternatives.map((other, index) =>
    card(
      `alternatives.${index}`,
      labelOf(words.tools, other.tool),
      labelOf(words.achievements, other.achieves),
      index >= base.alternatives.length,
      [
        menu(`alternatives.${index}.tool`, 'By', other.tool, words.tools),
        chips(`alternatives.${index}.achieves`, 'Would it bring about the output?', other.achieves, words.achievements),
        text(`alternatives.${index}.note`, 'Note', other.note),
      ],
    ),
  );
  const areas = (decision?.areas ?? []).map((area, index) => {
    const at = `decision.areas.${index}`;
    const isNew = index >= (base.decision?.areas.length ?? 0);
    const made = card(at, area.name || `Area ${index + 1}`, 'Figures', isNew, [
      text(`${at}.name`, 'Area', area.name),
      ...figures(`${at}.coproduction`, 'With co-production', area.coproduction),
      menu(`${at}.alternative.tool`, 'Compared with', area.alternative.tool, words.tools),
      ...figures(`${at}.alternative`, 'The other way', area.alternative),
    ]);
    return { ...made, remove: `remove:areas.${index}` };
  });

  const list = (
    id: string,
    title: string,
    hint: string,
    cards: readonly ControlCard[],
    add: ControlList['add'],
    folded = false,
  ): ControlList => ({ id, title, hint, cards, add, folded: folded && !within(id) });
  const unchanged = (one: readonly unknown[] | undefined, other: readonly unknown[] | undefined) => one?.length === other?.length;
  return [
    {
      id: 'who',
      title: 'Who',
      hint: 'Everybody who takes part, and in what role.',
      lists: [list('parties', 'Parties', '', parties, adding('parties', 'Add a party'))],
    },
    {
      id: 'what',
      title: 'What',
      hint: 'The service, and what each puts into it.',
      lists: [
        list('service', 'The service', '', [{ ...theService, remove: null }], null),
        list(
          'contributions',
          'Contributions',
          'What somebody does, uses, pays or says. Tick those that you want judged.',
          contributions,
          adding('contributions', 'Add a contribution'),
        ),
      ],
    },
    {
      id: 'for',
      title: 'What for',
      hint: 'What comes of it, why people give, and how else it could be done.',
      lists: [
        list('value', 'Value', 'Who gains, or is harmed.', value, adding('value', 'Add a gain or a harm')),
        list(
          'motives',
          'Motives',
          'They never change the verdict.',
          motives,
          adding('motives', 'Add a motive'),
          unchanged(facts.motives, base.motives),
        ),
        list(
          'alternatives',
          'Other ways to do it',
          'Where none would work, co-production is unavoidable.',
          alternatives,
          adding('alternatives', 'Add another way'),
          unchanged(facts.alternatives, base.alternatives),
        ),
        list(
          'areas',
          'Costs and benefits',
          decision ? `Figures in: ${decision.unit}.` : 'Compare the figures with another way to do it.',
          areas,
          decision ? adding('areas', 'Add an area') : { act: 'add:decision', label: 'Add figures' },
          unchanged(decision?.areas, base.decision?.areas),
        ),
      ],
    },
  ];
}

function ofContribution(facts: Facts, c: Contribution, at: string, people: readonly Choice[]): Plain<Control>[] {
  const party = facts.parties.find(({ id }) => id === c.by);
  const unsaid = party && hasOutsideRole(party) ? [] : [{ value: '', label: 'Not said' }];
  return [
    { type: 'yes', name: `${at}.judged`, label: 'Judge this contribution', value: facts.focus.includes(c.id) },
    menu(`${at}.by`, 'By', c.by, people),
    text(`${at}.what`, 'What is done', c.what),
    menu(`${at}.activity`, 'Kind of activity', c.activity, words.activities),
    ...(c.activity === 'deciding' ? [chips(`${at}.object`, 'About', c.object ?? 'service', words.objects)] : []),
    ...(isSay(c) ? [chips(`${at}.voice`, 'How far the say goes', c.voice ?? '', [...unsaid, ...words.voices])] : []),
    chips(`${at}.form`, 'How', c.form, words.forms),
    { type: 'ticks', name: `${at}.gives`, label: 'Gives', value: c.gives, choices: words.gifts },
    menu(`${at}.compulsion`, 'How freely', c.compulsion, words.compulsions),
    menu(`${at}.link`, 'Tie to the public body’s work', c.link, words.links),
    yesNo(`${at}.feedsOutput`, 'Is it used for the output?', c.feedsOutput, ['Yes, it is used', 'No, put aside']),
    whole(`${at}.steps.0`, 'First step in time', c.steps[0]),
    whole(`${at}.steps.1`, 'Last step', c.steps[1]),
  ];
}

function figures(at: string, label: string, { cash, otherCosts = {}, benefits }: Option): Plain<Control>[] {
  const figure = (name: string, what: string, value: number): Plain<Control> => ({
    type: 'number',
    name,
    label: `${label}: ${what}`,
    value: String(value),
    whole: false,
  });
  return [
    figure(`${at}.cash`, 'cash cost', cash),
    ...Object.entries(otherCosts).map(([key, value], place) => figure(`${at}.otherCosts.${place}`, `cost, ${words.spaced(key)}`, value)),
    ...Object.entries(benefits).map(([key, value], place) => figure(`${at}.benefits.${place}`, `benefit, ${words.spaced(key)}`, value)),
  ];
}

const text = (name: string, label: string, value: string): Plain<Control> => ({ type: 'text', name, label, value, longest: most.text });
const whole = (name: string, label: string, value: number): Plain<Control> => ({
  type: 'number',
  name,
  label,
  value: String(value),
  whole: true,
});
const menu = (name: string, label: string, value: string, choices: readonly Choice[]): Plain<Control> => ({
  type: 'menu',
  name,
  label,
  value,
  choices,
});
const chips = (name: string, label: string, value: string, choices: readonly Choice[]): Plain<Control> => ({
  type: 'chips',
  name,
  label,
  value,
  choices,
});
const yesNo = (name: string, label: string, value: boolean, [yes, no]: readonly [string, string]): Plain<Control> =>
  chips(name, label, value ? 'yes' : 'no', [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ]);
