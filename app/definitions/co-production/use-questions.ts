/** D1 to D4: whether or how, and should we use it here? Asked after the verdict; they never change it. */
import type { Question } from '../theory.ts';
import { across, byCash, cashMisleads, comparison, decideUse, net, type Winner, winner } from './decision.ts';
import { narrow } from './lenses.ts';
import { type Derived, notAsked, toolWords, whyNecessary } from './questions.ts';
import type { Area, Facts, Option } from './vocabulary.ts';
import { figure, list, sentence } from './words.ts';

const source = 'Not just a cost-saving measure';

/** Why nothing is compared in this case; null where figures are. */
function notCompared(facts: Facts): Derived | null {
  const areas = comparison(facts);
  if (areas === 'n/a') return notAsked(facts, narrow);
  if (areas === 'how-not-whether') {
    const { because, facts: refs } = whyNecessary(facts);
    return {
      answer: areas,
      because: `The question is how to do it well, not whether, since ${because.charAt(0).toLowerCase()}${because.slice(1)}`,
      facts: refs,
    };
  }
  if (areas === 'not-asked') {
    return { answer: areas, because: 'There is another way, but no figures are given to compare the two.', facts: facts.focus };
  }
  return null;
}

const areasOf = (facts: Facts): readonly Area[] => facts.decision?.areas ?? [];

function compared({ name, coproduction, alternative }: Area, score: (option: Option) => number): string {
  return `${figure(score(coproduction))} with co-production against ${figure(score(alternative))} with ${toolWords[alternative.tool]} (${name})`;
}

export const howQuestion: Question<Facts> = {
  id: 'D1',
  label: 'Whether or how',
  ask: 'Is the question for a manager whether to rely on it, or only how?',
  source: 'Sometimes it’s unavoidable',
  answers: [
    { id: 'how-not-whether', label: 'Only how: there is no doing without it' },
    { id: 'whether', label: 'Whether: it has to be weighed against other ways' },
  ],
  derive: (facts) => {
    const derived = whyNecessary(facts);
    if (derived.answer === 'n/a') return derived;
    return { ...derived, answer: derived.answer === 'unavoidable' ? 'how-not-whether' : 'whether' };
  },
};

const winnerWords: Record<Winner, string> = {
  use: 'co-production is worth more',
  'do-not-use': 'the alternative is worth more',
  tie: 'both are worth the same',
};

export const useQuestion: Question<Facts> = {
  id: 'D2',
  label: 'Use it or not',
  ask: 'All costs and benefits counted, should the service use it here?',
  source,
  answers: [
    { id: 'use', label: 'Use it' },
    { id: 'do-not-use', label: 'Do not use it' },
    { id: 'tie', label: 'Either: they come out equal' },
    { id: 'tailor', label: 'Tailor it: use it in some areas only' },
    { id: 'how-not-whether', label: 'Not whether but how: it is unavoidable' },
    { id: 'not-asked', label: 'Cannot be said: there are no figures' },
  ],
  derive: (facts) => {
    const none = notCompared(facts);
    if (none !== null) return none;
    const each = areasOf(facts).map((area) => compared(area, net));
    return { answer: decideUse(facts), because: `The net benefit is ${list(each)}.`, facts: ['decision'] };
  },
};

export const tailorQuestion: Question<Facts> = {
  id: 'D3',
  label: 'One answer for all',
  ask: 'Does one answer fit every area?',
  source,
  answers: [
    { id: 'use', label: 'Yes: use it in every area' },
    { id: 'do-not-use', label: 'Yes: use it in no area' },
    { id: 'tie', label: 'Yes: either will do in every area' },
    { id: 'tailor', label: 'No: the areas differ' },
  ],
  derive: (facts) => {
    const none = notCompared(facts);
    if (none !== null) return { ...none, answer: 'n/a' };
    const areas = areasOf(facts);
    if (areas.length < 2) return { answer: 'n/a', because: 'There is only one area.', facts: ['decision'] };
    const each = areas.map((area) => `${winnerWords[winner(area, net)]} (${area.name})`);
    return { answer: across(areas.map((area) => winner(area, net))), because: `Area by area, ${list(each)}.`, facts: ['decision'] };
  },
};

export const cashQuestion: Question<Facts> = {
  id: 'D4',
  label: 'Does cash mislead?',
  ask: 'Would looking at cash alone give another answer?',
  source,
  answers: [
    { id: 'cash-misleads', label: 'Yes: the cheaper way is not the better one' },
    { id: 'cash-agrees', label: 'No: cash points the same way' },
  ],
  derive: (facts) => {
    const misleads = cashMisleads(facts);
    const none = notCompared(facts);
    if (misleads === null || none !== null) return { ...(none ?? notAsked(facts, narrow)), answer: 'n/a' };
    const areas = areasOf(facts);
    const telling = areas.find((area) => winner(area, net) !== winner(area, byCash)) ?? areas[0];
    const figures =
      telling === undefined
        ? ''
        : `in cash it costs ${compared(telling, ({ cash }) => cash)}, and all counted it is worth ${compared(telling, net)}`;
    return { answer: misleads ? 'cash-misleads' : 'cash-agrees', because: sentence(`${figures}.`), facts: ['decision'] };
  },
};
