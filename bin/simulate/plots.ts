/** Figures as SVG files that are readable on a light and on a dark page. */
import { line } from 'd3-shape';
import type { Reliability } from './figures.ts';

const width = 640;
const height = 360;
const margin = { left: 56, right: 120, top: 44, bottom: 52 };

const style = `<style>
text{font:13px system-ui,sans-serif;fill:#24292f}.quiet{stroke:#d0d7de}.title{font-weight:600;font-size:15px}
.a{stroke:#0b6b5b}.b{stroke:#9a4b00}.c{stroke:#6e5494}.a,.b,.c{fill:none;stroke-width:2.5}.b{stroke-dasharray:7 4}.c{stroke-dasharray:2 4}
.dot{fill:#0b6b5b}.even{stroke:#8c959f;stroke-dasharray:4 4}.paper{fill:#fff}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.quiet{stroke:#30363d}.a{stroke:#4fd1b5}.b{stroke:#f0a35e}.c{stroke:#c4a7f0}.dot{fill:#4fd1b5}.even{stroke:#6e7681}.paper{fill:#0d1117}}
</style>`;

const y = (share: number) => height - margin.bottom - share * (height - margin.top - margin.bottom);
const percent = (share: number) => `${Math.round(share * 100)}%`;

function frame(title: string, below: string, ticks: readonly { readonly at: number; readonly label: string }[], body: string): string {
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line class="quiet" x1="${margin.left}" x2="${width - margin.right}" y1="${y(share)}" y2="${y(share)}"/><text x="${margin.left - 8}" y="${y(share) + 4}" text-anchor="end">${percent(share)}</text>`,
  );
  const axis = ticks.map(({ at, label }) => `<text x="${at}" y="${height - margin.bottom + 20}" text-anchor="middle">${label}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">${style}<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="${margin.left}" y="24">${title}</text>
${grid.join('')}${axis.join('')}
<text x="${(margin.left + width - margin.right) / 2}" y="${height - 10}" text-anchor="middle">${below}</text>
${body}</svg>
`;
}

/** A line for each order: share of runs in which the misconception held is the most probable state, by number of answers. */
export function foundPlot(lines: readonly { readonly label: string; readonly found: readonly number[] }[], answers: number): string {
  const x = (count: number) => margin.left + (count / answers) * (width - margin.left - margin.right);
  const paths = lines.map(({ label, found }, index) => {
    const points: [number, number][] = [
      [x(0), y(0)],
      ...found.slice(0, answers).map((share, at): [number, number] => [x(at + 1), y(share)]),
    ];
    const [endX, endY] = points.at(-1) ?? [0, 0];
    return `<path class="${'abc'[index]}" d="${line()(points)}"/><text x="${endX + 8}" y="${endY + 4}">${label}</text>`;
  });
  const ticks = Array.from({ length: answers / 4 + 1 }, (_, step) => ({ at: x(step * 4), label: String(step * 4) }));
  return frame('How often the misconception held is named', 'answers', ticks, paths.join('\n'));
}

/** What was said against what was true; on the dashed line the two agree. */
export function reliabilityPlot(table: readonly Reliability[]): string {
  const x = (share: number) => margin.left + share * (width - margin.left - margin.right);
  const most = Math.max(...table.map(({ cases }) => cases));
  const dots = table.map(
    ({ said, true: truth, cases }) =>
      `<circle class="dot" cx="${x(said)}" cy="${y(truth)}" r="${(3 + 7 * Math.sqrt(cases / most)).toFixed(1)}"/>`,
  );
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ at: x(share), label: percent(share) }));
  const even = `<line class="even" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>`;
  return frame('How often what is said is true', 'probability given to the most probable state', ticks, `${even}${dots.join('')}`);
}
