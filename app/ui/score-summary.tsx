import { Bar } from './bar.tsx';
import { Heading, type HeadingLevel } from './heading.tsx';
import { count, percent } from './words.ts';

export interface ScoreLine {
  readonly label: string;
  /** From 0 to 1, null where nothing was marked. */
  readonly score: number | null;
  readonly marked: number;
}

interface ScoreSummaryProps {
  readonly title: string;
  /** From 0 to 1, null where nothing was marked. */
  readonly score: number | null;
  readonly marked: number;
  readonly lines: readonly ScoreLine[];
  /** What a line is. */
  readonly what?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** A score and what it is made of, concept by concept; each bar has its number. */
export function ScoreSummary({ title, score, marked, lines, what = 'Concept', headingLevel = 2 }: ScoreSummaryProps) {
  return (
    <section className="score">
      <div className="score-head">
        <Heading level={headingLevel}>{title}</Heading>
        <p className="score-total figures">{score === null ? '–' : percent(score)}</p>
        <p className="hint">over {count(marked, 'marked question')}</p>
      </div>
      {lines.length > 0 && (
        <table className="score-table">
          <caption className="visually-hidden">{title}, line by line</caption>
          <thead>
            <tr>
              <th scope="col">{what}</th>
              <th scope="col" className="number">
                Questions
              </th>
              <th scope="col" className="number">
                Score
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td className="number">{line.marked}</td>
                <td className="number">
                  {line.score === null ? (
                    '–'
                  ) : (
                    <span className="score-cell">
                      <Bar share={line.score} tone={tone(line.score)} /> {percent(line.score)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The lesson's thresholds: 80% overall, no concept below 60%. */
function tone(score: number): 'pass' | 'edge' | 'fail' {
  if (score >= 0.8) return 'pass';
  return score >= 0.6 ? 'edge' : 'fail';
}
