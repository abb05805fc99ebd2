/** Mistaken ways to answer the questions that come after the verdict. */
import type { Misconception } from '../theory.ts';
import { byCash, comparison, decideUseBy, net, round, winner } from './decision.ts';
import { quantityBy } from './quantities.ts';
import { motiveAnswer } from './questions.ts';
import { mainMotives, necessity, valueType } from './verdicts.ts';
import type { Area, Facts, MotiveType, Option } from './vocabulary.ts';
import { spaced } from './words.ts';

/** Time of those outside, by the name of the cost: `parentTime`, `volunteer_hours`; not that of staff. */
function isContributorsTime(name: string): boolean {
  const words = spaced(name);
  return /\b(time|hours|effort)\b/.test(words) && !/\b(staff|official|officer)/.test(words);
}

/** Net benefit to someone for whom the time of contributors is free. */
function withoutTheirTime(option: Option, jointly: boolean): number {
  const ignored = Object.entries(option.otherCosts ?? {}).filter(([name]) => jointly && isContributorsTime(name));
  return round(net(option) + ignored.reduce((total, [, cost]) => total + cost, 0));
}

const size = ({ benefits, cash, otherCosts = {} }: Option): number =>
  [cash, ...Object.values(benefits), ...Object.values(otherCosts)].reduce((total, amount) => total + Math.abs(amount), 0);

/** The area where most is at stake: the sum of all its figures is highest. The first of equals. */
function largest(areas: readonly Area[]): Area | undefined {
  const stake = ({ coproduction, alternative }: Area) => size(coproduction) + size(alternative);
  return areas.reduce<Area | undefined>((most, area) => (most === undefined || stake(area) > stake(most) ? area : most), undefined);
}

function oneForAll(facts: Facts): string {
  const areas = comparison(facts);
  const area = typeof areas === 'string' || areas.length < 2 ? undefined : largest(areas);
  return area === undefined ? 'n/a' : winner(area, net);
}

const ifInTheMix = (type: MotiveType) => (facts: Facts) =>
  facts.motives.some((motive) => motive.type === type) ? type : motiveAnswer(mainMotives(facts));

export const questionMisconceptions: readonly Misconception<Facts>[] = [
  {
    id: 'nice-extra',
    name: 'A nice extra',
    says: 'it is a nice extra that the service could just as well do without',
    tempts: 'It is often presented as something new to add, as if services had managed without it before.',
    breaks: 'Some outputs cannot exist without the people concerned: nobody else can learn, heal or change for them.',
    concerns: 'N1',
    question: { id: 'N1', answer: (facts) => (necessity(facts) === 'n/a' ? 'n/a' : 'optional') },
  },
  {
    id: 'cheapest-wins',
    name: 'The cheapest wins',
    says: 'it takes less money from the budget, and that settles it',
    tempts: 'Cash stands in the budget, in figures, while time, trust and quality do not.',
    breaks: 'The comparison is between all benefits and all costs. What is cheap in cash can be dear, and what is dear can be worth it.',
    concerns: 'D2',
    question: { id: 'D2', answer: (facts) => decideUseBy(facts, byCash) },
    quantity: (facts, id) => quantityBy(facts, id, byCash),
  },
  {
    id: 'free-labour',
    name: 'Their time is free',
    says: 'the people who help cost nothing, since nobody pays them',
    tempts: 'No invoice comes for the hours that people put in.',
    breaks: 'Their time is a cost to them, and pushing work on to them does not make it disappear. It belongs in the sum.',
    concerns: 'D2',
    question: { id: 'D2', answer: (facts) => decideUseBy(facts, withoutTheirTime) },
    quantity: (facts, id) => quantityBy(facts, id, withoutTheirTime),
  },
  {
    id: 'one-programme-for-all',
    name: 'One programme for all',
    says: 'what works best in the largest area should be done everywhere',
    tempts: 'One rule for everybody is simple, and looks fair.',
    breaks: 'People bring different things to it. Where the figures differ by area, so does the best answer.',
    concerns: 'D3',
    question: { id: 'D3', answer: oneForAll },
  },
  {
    id: 'only-money-moves-people',
    name: 'Only money moves people',
    says: 'in the end people do it for what they get',
    tempts: 'A reward or a penalty is easy to see and easy to offer.',
    breaks:
      'Rewards are one motive among four, and often the weaker one in a mixture. What people enjoy, share and believe in moves them too.',
    concerns: 'M1',
    question: { id: 'M1', answer: ifInTheMix('extrinsic') },
  },
  {
    id: 'only-goodness-moves-people',
    name: 'Only goodness moves people',
    says: 'people do it because they believe that it is right',
    tempts: 'It is a warm thought, and people like to give this reason when asked.',
    breaks: 'Conviction is one motive among four. A refund, good company or a hobby can weigh more, and that is nothing to be ashamed of.',
    concerns: 'M1',
    question: { id: 'M1', answer: ifInTheMix('normative') },
  },
  {
    id: 'individual-benefit-cannot-be-public',
    name: 'What is good for one cannot be public',
    says: 'individuals gain by it, so its value is private',
    tempts: 'Private and public look like opposites.',
    breaks: 'One act can do both: a vaccination protects the one who has it, and everybody that person meets.',
    concerns: 'V1',
    question: { id: 'V1', answer: (facts) => (['private', 'both'].includes(valueType(facts)) ? 'private' : valueType(facts)) },
  },
];
