import { Icon, type IconName } from './icon.tsx';
import { RangeBar } from './range-bar.tsx';
import { count, rangeWords } from './words.ts';

type State = 'unknown' | 'shaky' | 'growing' | 'mastered';

export interface MasteryLine {
  readonly label: string;
  readonly href: string;
  readonly mastery: {
    readonly state: State;
    readonly answers: number;
    /** Shares from 0 to 1; null where there are too few answers to say. */
    readonly range: { readonly low: number; readonly high: number } | null;
  };
  /** What is still to be shown, in words. */
  readonly missing: readonly string[];
  /** When it is due for review; left out where that is not asked. */
  readonly review?: string | null | undefined;
}

interface MasteryTableProps {
  readonly caption: string;
  /** What a line is. */
  readonly what: string;
  readonly lines: readonly MasteryLine[];
}

const looks: Readonly<
  Record<State, { readonly word: string; readonly icon: IconName; readonly tone: 'accent' | 'pass' | 'edge' | 'fail' }>
> = {
  unknown: { word: 'Not enough answers to say', icon: 'note', tone: 'accent' },
  shaky: { word: 'Shaky', icon: 'warning', tone: 'fail' },
  growing: { word: 'On the way', icon: 'half', tone: 'edge' },
  mastered: { word: 'Mastered', icon: 'check', tone: 'pass' },
};

// Roles are spelled out since the phone layout changes how the table is displayed.
// biome-ignore-start lint/a11y/noRedundantRoles: display: block would drop the table semantics
/** How firm things are, each with its uncertainty in words and as a range; never as a bare percentage. */
export function MasteryTable({ caption, what, lines }: MasteryTableProps) {
  const reviewed = lines.some(({ review }) => review !== undefined);
  return (
    <table className="stacking-table mastery-table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {what}
          </th>
          <th scope="col" role="columnheader">
            State
          </th>
          <th scope="col" role="columnheader">
            Would probably be right
          </th>
          {reviewed && (
            <th scope="col" role="columnheader">
              Review
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ label, href, mastery, missing, review }) => (
          <tr role="row" key={href}>
            <th scope="row" role="rowheader">
              <a href={href}>{label}</a>
            </th>
            <td role="cell">
              <span className={`mastery-state mastery-${mastery.state}`}>
                <Icon name={looks[mastery.state].icon} />
                {looks[mastery.state].word}
              </span>
              {mastery.state !== 'unknown' && missing.length > 0 && <span className="mastery-missing">To come: {missing.join('; ')}.</span>}
            </td>
            <td role="cell" className="figures">
              <span className="stack-label" aria-hidden="true">
                Would probably be right
              </span>
              {mastery.range ? (
                <>
                  <RangeBar {...mastery.range} tone={looks[mastery.state].tone} />
                  {rangeWords(mastery.range)}, from {count(mastery.answers, 'answer')}
                </>
              ) : (
                count(mastery.answers, 'answer')
              )}
            </td>
            {reviewed && (
              <td role="cell" className="figures">
                <span className="stack-label" aria-hidden="true">
                  Review
                </span>
                {review ?? 'After a quiz'}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
// biome-ignore-end lint/a11y/noRedundantRoles: see above
