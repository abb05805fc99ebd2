/**
 * Facts as a link carries them: tuples instead of names, places in the vocabulary instead of its words. The order of the vocabulary is
 * therefore part of the format: whoever changes it raises `version` in link.ts.
 */
import { z } from 'zod';
import {
  activities,
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
  scales,
  tools,
  voices,
} from '#app/definitions/co-production/vocabulary.ts';
import { most } from './state.ts';

const objects = [null, 'service', 'case'] as const;
const voicesOrNone = [null, ...voices] as const;
const consumptions = ['individual', 'joint'] as const;
const signs = ['positive', 'negative'] as const;
const achievements = ['as-well', 'worse', 'no'] as const;
const weights = [1, 2, 3] as const;

/** A place in a list, read as what stands there. */
function placeIn<const T extends readonly unknown[]>(list: T) {
  return z
    .int()
    .min(0)
    .max(list.length - 1)
    .transform((place) => list[place] as T[number]);
}

const text = z.string().max(most.text);
const id = z.string().regex(/^[a-z][\w-]{0,59}$/i);
const step = z.int().min(1).max(99);
const yes = z.union([z.literal(0), z.literal(1)]).transform((bit) => bit === 1);
const amount = z.number().min(-1e9).max(1e9);
const amounts = z.record(z.string().min(1).max(most.text), amount).refine((record) => Object.keys(record).length <= most.figures);
const option = z
  .tuple([amount, z.union([z.literal(0), amounts]), amounts])
  .transform(([cash, otherCosts, benefits]): Option => ({ cash, ...(otherCosts === 0 ? {} : { otherCosts }), benefits }));
/** Places in the list of gifts, one digit each, so that their order is kept. */
const gives = z
  .string()
  .regex(/^[0-6]{0,7}$/)
  .refine((digits) => new Set(digits).size === digits.length)
  .transform((digits) => [...digits].map((digit) => gifts[Number(digit)] as (typeof gifts)[number]));

const party = z
  .tuple([id, text, placeIn(kinds), placeIn(roles), placeIn(pays), placeIn(scales)])
  .transform(([id, label, kind, role, pay, scale]) => ({ id, label, kind, role, pay, scale }));

const contribution = z
  .tuple([
    id,
    id,
    text,
    placeIn(activities),
    placeIn(objects),
    placeIn(forms),
    gives,
    placeIn(voicesOrNone),
    placeIn(compulsions),
    placeIn(links),
    yes,
    step,
    step,
  ])
  .transform(([id, by, what, activity, object, form, gives, voice, compulsion, link, feedsOutput, from, to]) => ({
    id,
    by,
    what,
    activity,
    object,
    form,
    gives,
    voice,
    compulsion,
    link,
    feedsOutput,
    steps: [from, to] as const,
  }));

const value = z
  .tuple([placeIn(consumptions), text, placeIn(signs), text])
  .transform(([consumption, to, sign, what]) => ({ consumption, to, sign, what }));
const alternative = z
  .tuple([placeIn(tools), placeIn(achievements), text])
  .transform(([tool, achieves, note]) => ({ tool, achieves, note }));
const motive = z
  .tuple([id, placeIn(motiveTypes), placeIn(weights), text])
  .transform(([by, type, weight, cue]) => ({ by, type, weight, cue }));
const area = z
  .tuple([text, option, placeIn(tools), option])
  .transform(([name, coproduction, tool, other]) => ({ name, coproduction, alternative: { tool, ...other } }));
const decision = z
  .tuple([text, z.array(area).min(1).max(most.areas)])
  .transform(([unit, areas]) => ({ unit, areas }))
  .nullable();

/** Reads what `toWire` wrote. The facts have the right shape and size; whether they can be judged, their own schema says. */
export const wire = z
  .tuple([
    z.tuple([text, text, yes]),
    z.array(party).max(most.parties),
    z.array(contribution).max(most.contributions),
    z.array(id).max(most.contributions),
    z.array(value).max(most.value),
    z.array(alternative).max(most.alternatives),
    z.array(motive).max(most.motives),
    decision,
  ])
  .transform(
    ([[purpose, output, publicService], parties, contributions, focus, value, alternatives, motives, decision]): Facts => ({
      service: { purpose, output, publicService },
      parties,
      contributions,
      focus,
      value,
      alternatives,
      motives,
      decision,
    }),
  );

const bit = (value: boolean) => (value ? 1 : 0);
const optionTuple = ({ cash, otherCosts, benefits }: Option) => [cash, otherCosts ?? 0, benefits];

/** The facts as plain JSON of the form that `wire` reads. */
export function toWire({ service, parties, contributions, focus, value, alternatives, motives, decision }: Facts): unknown {
  return [
    [service.purpose, service.output, bit(service.publicService)],
    parties.map(({ id, label, kind, role, pay, scale }) => [
      id,
      label,
      kinds.indexOf(kind),
      roles.indexOf(role),
      pays.indexOf(pay),
      scales.indexOf(scale),
    ]),
    contributions.map((c) => [
      c.id,
      c.by,
      c.what,
      activities.indexOf(c.activity),
      objects.indexOf(c.object),
      forms.indexOf(c.form),
      [...new Set(c.gives)].map((gift) => gifts.indexOf(gift)).join(''),
      voicesOrNone.indexOf(c.voice),
      compulsions.indexOf(c.compulsion),
      links.indexOf(c.link),
      bit(c.feedsOutput),
      c.steps[0],
      c.steps[1],
    ]),
    focus,
    value.map(({ consumption, to, sign, what }) => [consumptions.indexOf(consumption), to, signs.indexOf(sign), what]),
    alternatives.map(({ tool, achieves, note }) => [tools.indexOf(tool), achievements.indexOf(achieves), note]),
    motives.map(({ by, type, weight, cue }) => [by, motiveTypes.indexOf(type), weights.indexOf(weight), cue]),
    decision && [
      decision.unit,
      decision.areas.map(({ name, coproduction, alternative }) => [
        name,
        optionTuple(coproduction),
        tools.indexOf(alternative.tool),
        optionTuple(alternative),
      ]),
    ],
  ];
}
