interface BarProps {
  /** From 0 to 1; outside values are cut off. */
  readonly share: number;
  readonly tone?: 'accent' | 'pass' | 'edge' | 'fail' | undefined;
}

/** A thin bar beside a number that says the same; hidden from assistive technology. */
export function Bar({ share, tone = 'accent' }: BarProps) {
  const width = Math.min(1, Math.max(0, share)) * 100;
  return (
    <svg className={`bar bar-${tone}`} width="100%" height="8" aria-hidden="true" focusable="false">
      <rect className="bar-ground" width="100%" height="8" rx="2" />
      <rect className="bar-fill" width={`${width.toFixed(1)}%`} height="8" rx="2" />
    </svg>
  );
}
