interface RowLabelProps {
  readonly label: string;
  readonly wide: boolean;
  /** Where the row begins. */
  readonly top?: number;
}

/** The name of a row above what is drawn of it, cut short where it does not fit; the chart's table has the whole of it. */
export function RowLabel({ label, wide, top = 0 }: RowLabelProps) {
  const most = wide ? 90 : 38;
  return (
    <text className="figure-text" x={0} y={top + 16} fontSize={wide ? 15 : 14}>
      {label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`}
    </text>
  );
}
