interface RangeBarProps {
  /** Shares from 0 to 1. */
  readonly low: number;
  readonly high: number;
  readonly tone: 'accent' | 'pass' | 'edge' | 'fail';
}

/** A range on a line from nothing to all, beside the words that say the same; hidden from assistive technology. */
export function RangeBar({ low, high, tone }: RangeBarProps) {
  const at = (share: number) => `${(share * 100).toFixed(1)}%`;
  return (
    <svg className={`bar bar-${tone}`} width="100%" height="8" aria-hidden="true" focusable="false">
      <rect className="bar-ground" width="100%" height="8" rx="2" />
      <rect className="bar-fill" x={at(low)} width={at(high - low)} height="8" rx="2" />
    </svg>
  );
}
