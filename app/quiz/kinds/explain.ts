/** Write why, then compare with what follows from the facts. A machine does not mark it. */
import type { TracedFinding } from '#app/definitions/theory.ts';
import { quoteOf } from '../evidence.ts';
import type { Item } from '../item.ts';
import { explaining } from '../judging.ts';
import type { Kind } from '../kind.ts';
import { readingsBeside } from '../readings.ts';
import type { ExplainSpec } from '../spec.ts';
import { judgementOf, namedLens, scenarioOf } from '../subject.ts';
import { clause, lensName, sentenceCase, verdictClause, verdictHeadline, verdictWord } from '../wording.ts';

const maxLength = 2000;

/** Where all is met no single criterion decides, so then it is one that matters. */
function criterionPoint({ label, outcome }: TracedFinding): string {
  if (outcome === 'pass') return `It says how the case meets “${label}”.`;
  return `It names the criterion that decides, “${label}”, and says why.`;
}

/** What a full answer touches: the verdict with its lens, the deciding criterion, the fact, another reading. */
function points<F>(item: Item<F, ExplainSpec>) {
  const lens = namedLens(item);
  const judgement = judgementOf(item);
  const scenario = scenarioOf(item);
  const finding = explaining(judgement, item.spec.about);
  const quote = finding === null ? null : quoteOf(scenario.story, finding.facts);
  const [reading] = readingsBeside(item.theory, scenario.facts, lens);
  return [
    {
      id: 'verdict',
      text: `It gives the verdict and names the definition: under ${lensName(lens)}, ${verdictClause(item.theory, judgement.verdict)}.`,
    },
    ...(finding === null ? [] : [{ id: 'criterion', text: `${criterionPoint(finding)} ${clause(finding.because)}.` }]),
    ...(quote === null ? [] : [{ id: 'fact', text: `It points to the fact in the story: “${quote}”.` }]),
    ...(reading === undefined
      ? []
      : [
          {
            id: 'reading',
            text: `It says that others read it otherwise. ${sentenceCase(reading.label)}: ${verdictWord[reading.verdict].toLowerCase()}. ${clause(reading.because)}.`,
          },
        ]),
  ];
}

export const explain: Kind<ExplainSpec> = {
  id: 'explain',
  diagnoses: () => false,
  hint: 'Write two or three sentences. You compare them with the facts yourself.',
  scenarioIds: (spec) => [spec.scenario],
  lens: namedLens,
  errors: () => [],
  warnings: () => [],
  stem: (item) => item.spec.prompt,
  sheet: () => ({ type: 'text', maxLength }),
  key: () => null,
  answerUnder: () => null,
  mark: () => ({ score: null, right: null }),

  details(item) {
    const judgement = judgementOf(item);
    return {
      headline: `${verdictHeadline(item.theory, namedLens(item), judgement.verdict)} Compare your answer with these points.`,
      explanation: explaining(judgement, item.spec.about),
      changes: true,
      parts: [],
      points: points(item),
    };
  },
};
