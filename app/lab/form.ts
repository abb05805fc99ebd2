/** What the form of the lab says, laid over the facts that it was made from. The name of a control is the path of its fact. */
import { hasOutsideRole, isSay } from '#app/definitions/co-production/parties.ts';
import {
  activities,
  type Contribution,
  compulsions,
  type Facts,
  forms,
  gifts,
  kinds,
  links,
  motiveTypes,
  type Option,
  pays,
  roles,
  tools,
  voices,
} from '#app/definitions/co-production/vocabulary.ts';
import { heldOf, type LabState, lensOf, most } from './state.ts';

type Form = Pick<URLSearchParams, 'get' | 'getAll'>;

const text = (form: Form, name: string, before: string) => (form.get(name) ?? before).slice(0, most.text);
const flag = (form: Form, name: string, before: boolean) => (form.get(name) === null ? before : form.get(name) === 'yes');

function one<T extends string>(form: Form, name: string, options: readonly T[], before: T): T {
  return options.find((option) => option === form.get(name)) ?? before;
}

/** A whole number from 1 to 99; the one before where none was typed. */
function step(form: Form, name: string, before: number): number {
  const typed = Number(form.get(name) || Number.NaN);
  return Number.isInteger(typed) && typed >= 1 && typed <= 99 ? typed : before;
}

function amount(form: Form, name: string, before: number): number {
  const typed = (form.get(name) ?? '').trim().replace('−', '-').replace(',', '.');
  const read = typed === '' ? Number.NaN : Number(typed);
  return Number.isFinite(read) && Math.abs(read) <= 1e9 ? read : before;
}

const amounts = (form: Form, name: string, before: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(before).map(([key, value], place) => [key, amount(form, `${name}.${place}`, value)]));

function option<O extends Option>(form: Form, name: string, before: O): O {
  const { otherCosts } = before;
  return {
    ...before,
    cash: amount(form, `${name}.cash`, before.cash),
    ...(otherCosts && { otherCosts: amounts(form, `${name}.otherCosts`, otherCosts) }),
    benefits: amounts(form, `${name}.benefits`, before.benefits),
  };
}

/**
 * What follows from other facts is made to follow: a new activity has a voice where it is a say, an object where it is deciding, and
 * neither elsewhere; a say that is now somebody's outside has a voice.
 */
function consistent(contribution: Contribution, before: Contribution, parties: Facts['parties']): Contribution {
  const { activity, object, voice, by } = contribution;
  const outside = parties.some((party) => party.id === by && hasOutsideRole(party));
  const said = voice ?? (outside && isSay(contribution) ? ('shared' as const) : null);
  if (activity === before.activity) return { ...contribution, voice: said };
  return {
    ...contribution,
    object: activity === 'deciding' ? (object ?? 'service') : null,
    voice: isSay(contribution) ? said : null,
  };
}

function contributions(form: Form, before: Facts, parties: Facts['parties']): Contribution[] {
  const ids = parties.map(({ id }) => id);
  return before.contributions.map((c, index) => {
    const at = (field: string) => `contributions.${index}.${field}`;
    const read: Contribution = {
      ...c,
      by: one(form, at('by'), ids, c.by),
      what: text(form, at('what'), c.what),
      activity: one(form, at('activity'), activities, c.activity),
      object:
        (['service', 'case'] as const).find((object) => object === form.get(at('object')) && object !== (c.object ?? 'service')) ??
        c.object,
      form: one(form, at('form'), forms, c.form),
      gives: form.get(at('shown')) === null ? c.gives : gifts.filter((gift) => form.getAll(at('gives')).includes(gift)),
      voice: voices.find((voice) => voice === form.get(at('voice'))) ?? c.voice,
      compulsion: one(form, at('compulsion'), compulsions, c.compulsion),
      link: one(form, at('link'), links, c.link),
      feedsOutput: flag(form, at('feedsOutput'), c.feedsOutput),
      steps: [step(form, at('steps.0'), c.steps[0]), step(form, at('steps.1'), c.steps[1])],
    };
    // The order in which gifts were written is kept where nothing was ticked anew.
    const same = read.gives.length === c.gives.length && read.gives.every((gift) => c.gives.includes(gift));
    return consistent(same ? { ...read, gives: c.gives } : read, c, parties);
  });
}

/** Which contributions are judged. Those that were judged before keep their order. */
function focus(form: Form, { contributions, focus }: Facts): string[] {
  const ticked = contributions
    .filter(({ id }, index) =>
      form.get(`contributions.${index}.shown`) === null ? focus.includes(id) : form.get(`contributions.${index}.judged`) === 'yes',
    )
    .map(({ id }) => id);
  return [...focus.filter((id) => ticked.includes(id)), ...ticked.filter((id) => !focus.includes(id))];
}

/** Returns the facts as the form has them; a field that is missing or makes no sense leaves its fact as it was. */
export function readFacts(form: Form, before: Facts): Facts {
  const { service, value, alternatives, motives, decision } = before;
  const parties = before.parties.map((party, index) => ({
    ...party,
    label: text(form, `parties.${index}.label`, party.label),
    kind: one(form, `parties.${index}.kind`, kinds, party.kind),
    role: one(form, `parties.${index}.role`, roles, party.role),
    pay: one(form, `parties.${index}.pay`, pays, party.pay),
  }));
  const ids = parties.map(({ id }) => id);
  return {
    service: {
      purpose: text(form, 'service.purpose', service.purpose),
      output: text(form, 'service.output', service.output),
      publicService: flag(form, 'service.publicService', service.publicService),
    },
    parties,
    contributions: contributions(form, before, parties),
    focus: focus(form, before),
    value: value.map((worth, index) => ({
      consumption: one(form, `value.${index}.consumption`, ['individual', 'joint'] as const, worth.consumption),
      to: text(form, `value.${index}.to`, worth.to),
      sign: one(form, `value.${index}.sign`, ['positive', 'negative'] as const, worth.sign),
      what: text(form, `value.${index}.what`, worth.what),
    })),
    alternatives: alternatives.map((other, index) => ({
      tool: one(form, `alternatives.${index}.tool`, tools, other.tool),
      achieves: one(form, `alternatives.${index}.achieves`, ['as-well', 'worse', 'no'] as const, other.achieves),
      note: text(form, `alternatives.${index}.note`, other.note),
    })),
    motives: motives.map((motive, index) => ({
      by: one(form, `motives.${index}.by`, ids, motive.by),
      type: one(form, `motives.${index}.type`, motiveTypes, motive.type),
      weight: Number(one(form, `motives.${index}.weight`, ['1', '2', '3'] as const, `${motive.weight}`)) as 1 | 2 | 3,
      cue: text(form, `motives.${index}.cue`, motive.cue),
    })),
    decision: decision && {
      unit: decision.unit,
      areas: decision.areas.map((area, index) => {
        const at = `decision.areas.${index}`;
        return {
          name: text(form, `${at}.name`, area.name),
          coproduction: option(form, `${at}.coproduction`, area.coproduction),
          alternative: {
            ...option(form, `${at}.alternative`, area.alternative),
            tool: one(form, `${at}.alternative.tool`, tools, area.alternative.tool),
          },
        };
      }),
    },
  };
}

/** Returns the whole state as the form has it. */
export function readState(form: Form, before: LabState): LabState {
  const lens = form.get('lens');
  const held = form.get('held');
  return {
    facts: readFacts(form, before.facts),
    lens: lens === null ? before.lens : lensOf(lens),
    held: held === null ? before.held : heldOf(held),
  };
}
