import type { Outcome, Verdict } from '#app/definitions/theory.ts';
import { Icon, type IconName } from './icon.tsx';
import { outcomeWords, verdictWords } from './words.ts';

const outcomeIcons: Readonly<Record<Outcome, IconName>> = { pass: 'check', edge: 'half', fail: 'cross' };
const verdictOutcome: Readonly<Record<Verdict, Outcome>> = { yes: 'pass', partly: 'edge', no: 'fail' };

/** "Met", "Met in part" or "Not met": a word and a shape, coloured last. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }) {
  return (
    <span className={`mark mark-${outcome}`}>
      <Icon name={outcomeIcons[outcome]} />
      {outcomeWords[outcome]}
    </span>
  );
}

/** "Yes", "In part" or "No" in the same form as the outcomes that lead to it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  const outcome = verdictOutcome[verdict];
  return (
    <span className={`mark mark-${outcome}`}>
      <Icon name={outcomeIcons[outcome]} />
      {verdictWords[verdict]}
    </span>
  );
}
