/** Which one change would turn the verdict? The key and the decoys come from the theory's changes of the case. */

import { changeOptions } from '../change-options.ts';
import type { Answer } from '../item.ts';
import { explaining } from '../judging.ts';
import type { Kind } from '../kind.ts';
import { error, right, warning, wrong } from '../kind.ts';
import type { WhatIfSpec } from '../spec.ts';
import { judgementOf, namedLens, scenarioOf } from '../subject.ts';
import { clause, lensName, verdictStatement, verdictWord } from '../wording.ts';

const choose = (option: string): Answer => ({ type: 'choice', option });

export const whatIf: Kind<WhatIfSpec> = {
  id: 'what-if',
  diagnoses: () => true,
  hint: 'Choose the one change that turns the verdict; the rest of the story stays as it is.',
  scenarioIds: (spec) => [spec.scenario],
  lens: namedLens,

  errors(item) {
    const known = item.theory.changes(scenarioOf(item).facts).map((change) => change.id);
    const strangers = (item.spec.options ?? []).filter((id) => !known.includes(id));
    if (strangers.length > 0) {
      return [error('unknown-change', `No such change here: ${strangers.join(', ')}. Possible: ${known.join(', ')}.`)];
    }
    const turning = changeOptions(item).filter((option) => option.flips);
    if (turning.length === 1) return [];
    const which = turning.length === 0 ? 'None' : turning.map((option) => option.id).join(', ');
    return [error('not-one-flip', `Exactly one option must turn the verdict under ${lensName(namedLens(item))}. Turning: ${which}.`)];
  },

  warnings(item) {
    const count = changeOptions(item).length;
    return count < 3 ? [warning('few-options', `Only ${count} options; three or four are better.`)] : [];
  },

  stem(item) {
    const statement = verdictStatement(item.theory, judgementOf(item).verdict);
    return `Under ${lensName(namedLens(item))}, ${statement}. Which one of these changes would turn that verdict?`;
  },

  sheet: (item) => ({ type: 'choice', options: changeOptions(item) }),

  key(item) {
    const option = changeOptions(item).find((candidate) => candidate.flips);
    return option === undefined ? null : choose(option.id);
  },

  answerUnder(item, misconception) {
    if (misconception.lens === undefined) return null;
    const suiting = changeOptions(item).filter((option) => option.flipsUnder.includes(misconception.id));
    const [only] = suiting;
    return only !== undefined && suiting.length === 1 ? choose(only.id) : null;
  },

  mark(item, answer) {
    const key = whatIf.key(item);
    return answer.type === 'choice' && key?.type === 'choice' && answer.option === key.option ? right : wrong;
  },

  /** Whoever thinks that a change turns the verdict shows the misconception under which it would. */
  suspects(item, answer) {
    const chosen = changeOptions(item).find((option) => answer.type === 'choice' && option.id === answer.option);
    return chosen === undefined || chosen.flips ? [] : chosen.flipsUnder;
  },

  details(item, answer) {
    const options = changeOptions(item);
    const key = options.find((option) => option.flips);
    const { verdict } = judgementOf(item);
    const chosen = answer.type === 'choice' ? answer.option : null;
    return {
      headline: `Under ${lensName(namedLens(item))}, the verdict turns from ${verdict} to ${key?.to ?? verdict} if ${clause(key?.clause ?? '')}.`,
      explanation: explaining(judgementOf(item), key?.criteria[0] ?? item.spec.about),
      changes: false,
      parts: options.map((option) => ({
        text: option.text,
        yours: option.id === chosen ? 'turns it' : 'leaves it',
        key: option.flips ? `turns it to ${verdictWord[option.to].toLowerCase()}` : 'leaves it',
        right: (option.id === chosen) === option.flips,
        because: option.because,
      })),
      points: [],
    };
  },
};
