export interface Stat {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

/** A few figures in a row, in tabular numerals. */
export function Stats({ stats }: { readonly stats: readonly Stat[] }) {
  return (
    <dl className="stats">
      {stats.map((stat) => (
        <div key={stat.label}>
          <dt>{stat.label}</dt>
          <dd className="stat-value figures">{stat.value}</dd>
          {stat.note && <dd className="hint">{stat.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
