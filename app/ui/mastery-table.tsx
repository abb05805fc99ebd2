import { Icon, type IconName } from './icon.tsx';
import { RangeBar } from './range-bar.tsx';
import { StackingCell, StackingRow, StackingTable } from './stacking-table.tsx';
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

const probably = 'Would probably be right';

/** How firm things are, each with its uncertainty in words and as a range; never as a bare percentage. */
export function MasteryTable({ caption, what, lines }: MasteryTableProps) {
  const reviewed = lines.some(({ review }) => review !== undefined);
  return (
    <StackingTable caption={caption} className="mastery-table" columns={[what, 'State', probably, ...(reviewed ? ['Review'] : [])]}>
      {lines.map(({ label, href, mastery, missing, review }) => (
        <StackingRow key={href} head={<a href={href}>{label}</a>}>
          <StackingCell>
            <span className={`mastery-state mastery-${mastery.state}`}>
              <Icon name={looks[mastery.state].icon} />
              {looks[mastery.state].word}
            </span>
            {mastery.state !== 'unknown' && missing.length > 0 && <span className="mastery-missing">To come: {missing.join('; ')}.</span>}
          </StackingCell>
          <StackingCell label={mastery.range ? probably : undefined} className="figures">
            {mastery.range ? (
              <>
                <RangeBar {...mastery.range} tone={looks[mastery.state].tone} />
                {rangeWords(mastery.range)}, from {count(mastery.answers, 'answer')}
              </>
            ) : (
              `${count(mastery.answers, 'answer')} so far`
            )}
          </StackingCell>
          {reviewed && (
            <StackingCell label="Review" className="figures">
              {review ?? 'After a quiz'}
            </StackingCell>
          )}
        </StackingRow>
      ))}
    </StackingTable>
  );
}
