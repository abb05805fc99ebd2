/** Which verdict, and why? The key is the lens's verdict with the reason that decides it. */

import { isDisputed } from '../disputed.ts';
import type { Answer } from '../item.ts';
import { explaining } from '../judging.ts';
import type { Kind } from '../kind.ts';
import { error, right, warning, wrong } from '../kind.ts';
import type { VerdictSpec } from '../spec.ts';
import { judgementOf, namedLens, scenarioOf } from '../subject.ts';
import { optionUnder, verdictOptions } from '../verdict-options.ts';
import { lensName, namesLens, verdictHeadline } from '../wording.ts';

const choose = (option: string): Answer => ({ type: 'choice', option });

export const verdict: Kind<VerdictSpec> = {
  id: 'verdict',
  diagnoses: () => true,
  hint: 'Choose the answer whose verdict and reason are both right.',
  scenarioIds: (spec) => [spec.scenario],
  lens: namedLens,

  errors(item) {
    return (item.spec.distractors ?? [])
      .filter((id) => !item.theory.misconceptions.some((misconception) => misconception.id === id))
      .map((id) => error('unknown-misconception', `The theory has no misconception “${id}”.`));
  },

  warnings(item) {
    const options = verdictOptions(item);
    const lengths = options.map((option) => option.text.length);
    const lens = namedLens(item);
    const idle = (item.spec.distractors ?? []).filter((id) => !options.some((option) => option.misconceptions.includes(id)));
    return [
      ...idle.map((id) =>
        warning('distractor-goes-right', `“${id}” is no option: it gives the same verdict as the key here, for a reason that can be true.`),
      ),
      ...((item.spec.distractors ?? []).length > 2 && options.slice(1).every((option) => option.verdict !== options[0]?.verdict)
        ? [warning('verdict-tells', 'Only one option has the right verdict, so nobody needs the reason. Name two misconceptions at most.')]
        : []),
      ...(options.length < 3
        ? [warning('few-options', `Only ${options.length} options follow from the facts; three or four are better.`)]
        : []),
      ...(Math.max(...lengths) > 2.5 * Math.min(...lengths)
        ? [
            warning(
              'option-lengths',
              `The longest option has ${Math.max(...lengths)} characters, the shortest ${Math.min(...lengths)}: length gives it away.`,
            ),
          ]
        : []),
      ...(item.spec.stem !== undefined && isDisputed(scenarioOf(item), item.theory) && !namesLens(item.spec.stem, lens)
        ? [warning('disputed-lens-unnamed', `The case is disputed: name the lens in the stem (“Under ${lensName(lens)}, …”).`)]
        : []),
    ];
  },

  stem(item) {
    const lens = namedLens(item);
    const isNamed = item.spec.lens !== undefined || isDisputed(scenarioOf(item), item.theory);
    return isNamed ? `Under ${lensName(lens)}, is this ${item.theory.concept}, and why?` : `Is this ${item.theory.concept}, and why?`;
  },

  sheet: (item) => ({ type: 'choice', options: verdictOptions(item) }),
  key: () => choose('key'),

  answerUnder(item, misconception) {
    const option = misconception.lens === undefined ? null : optionUnder(item, misconception);
    return option === null ? null : choose(option.id);
  },

  mark: (_, answer) => (answer.type === 'choice' && answer.option === 'key' ? right : wrong),

  /** The misconception that an option quotes counts even where its holder could have got the verdict right. */
  suspects(item, answer) {
    const chosen = verdictOptions(item).find((option) => answer.type === 'choice' && option.id === answer.option);
    if (chosen === undefined) return [];
    const holders = item.theory.misconceptions.filter((one) => one.lens !== undefined && optionUnder(item, one) === chosen);
    return [...new Set([...chosen.misconceptions, ...holders.map(({ id }) => id)])];
  },

  details(item, answer) {
    const lens = namedLens(item);
    const judgement = judgementOf(item);
    const other = item.theory.lenses.find((candidate) => answer.type === 'choice' && answer.option === `lens:${candidate.id}`);
    const headline = verdictHeadline(item.theory, lens, judgement.verdict);
    return {
      headline: other === undefined ? headline : `${headline} Your answer is that of ${lensName(other)}, which is held too.`,
      explanation: explaining(judgement, item.spec.about),
      changes: true,
      parts: [],
      points: [],
    };
  },
};
