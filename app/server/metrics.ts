/** Counters and histograms in the text format that Prometheus reads (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4). */

export type Labels = Readonly<Record<string, string>>;

/** One metric with all its lines. */
export interface Series {
  readonly lines: () => string[];
}

const escaped = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function labelled(names: readonly string[], labels: Labels, more: Labels = {}): string {
  const all = [...names.map((name) => [name, labels[name] ?? '']), ...Object.entries(more)];
  return all.length === 0 ? '' : `{${all.map(([name, value]) => `${name}="${escaped(value ?? '')}"`).join(',')}}`;
}

const head = (name: string, help: string, type: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];

export interface Counter extends Series {
  readonly add: (labels: Labels) => void;
  /** Returns the sum over all series whose labels pass. */
  readonly total: (passes?: (labels: Labels) => boolean) => number;
}

/** Returns a counter that starts at nothing. Every value of a label makes a series that stays, so labels are few and ours. */
export function newCounter(name: string, help: string, labelNames: readonly string[]): Counter {
  const counted = new Map<string, { readonly labels: Labels; count: number }>();
  if (labelNames.length === 0) counted.set('', { labels: {}, count: 0 });
  return {
    add(labels) {
      const key = labelled(labelNames, labels);
      const one = counted.get(key);
      if (one) one.count++;
      else counted.set(key, { labels, count: 1 });
    },
    total: (passes = () => true) => [...counted.values()].reduce((sum, { labels, count }) => (passes(labels) ? sum + count : sum), 0),
    lines: () => [...head(name, help, 'counter'), ...[...counted].map(([key, { count }]) => `${name}${key} ${count}`)],
  };
}

export interface Histogram extends Series {
  readonly observe: (labels: Labels, value: number) => void;
}

/** Returns a histogram; `bounds` are the upper ends of its buckets, ascending, to which one without end is added. */
export function newHistogram(name: string, help: string, labelNames: readonly string[], bounds: readonly number[]): Histogram {
  const seen = new Map<string, { readonly labels: Labels; readonly buckets: number[]; sum: number; count: number }>();
  return {
    observe(labels, value) {
      const key = labelled(labelNames, labels);
      const one = seen.get(key) ?? { labels, buckets: bounds.map(() => 0), sum: 0, count: 0 };
      seen.set(key, one);
      const place = bounds.findIndex((bound) => value <= bound);
      if (place >= 0) one.buckets[place] = (one.buckets[place] ?? 0) + 1;
      one.sum += value;
      one.count++;
    },
    lines: () => [
      ...head(name, help, 'histogram'),
      ...[...seen].flatMap(([key, { labels, buckets, sum, count }]) => {
        let below = 0;
        const ended = bounds.map((bound, place) => {
          below += buckets[place] ?? 0;
          return `${name}_bucket${labelled(labelNames, labels, { le: String(bound) })} ${below}`;
        });
        return [
          ...ended,
          `${name}_bucket${labelled(labelNames, labels, { le: '+Inf' })} ${count}`,
          `${name}_sum${key} ${sum}`,
          `${name}_count${key} ${count}`,
        ];
      }),
    ],
  };
}

/** Returns the lines of something that is measured when it is asked for; none where there is nothing to measure. */
export function gauge(name: string, help: string, values: readonly (readonly [Labels, number | null])[]): Series {
  const measured = values.flatMap(([labels, value]) =>
    value === null ? [] : [`${name}${labelled(Object.keys(labels), labels)} ${value}`],
  );
  return { lines: () => (measured.length === 0 ? [] : [...head(name, help, 'gauge'), ...measured]) };
}

/** Returns what a scrape gets. */
export const exposition = (series: readonly Series[]) => `${series.flatMap((one) => one.lines()).join('\n')}\n`;
