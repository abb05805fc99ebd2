import { percent } from './words.ts';

export interface AttemptLine {
  readonly href: string;
  /** The start, for people ("3 March, 14:05") and for machines (ISO 8601). */
  readonly when: string;
  readonly iso: string;
  /** "Practice" or "Mock test". */
  readonly mode: string;
  readonly lesson?: string | undefined;
  /** How far it is: "4 of 6 answered", "finished". */
  readonly state: string;
  /** From 0 to 1, null while open or where nothing was marked. */
  readonly score: number | null;
}

/** Earlier attempts, newest first, each to be opened again. */
export function AttemptList({ attempts, caption }: { readonly attempts: readonly AttemptLine[]; readonly caption: string }) {
  return (
    <table className="attempts">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Started</th>
          <th scope="col">Kind</th>
          <th scope="col">State</th>
          <th scope="col" className="number">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <tr key={attempt.href}>
            <th scope="row">
              <a href={attempt.href}>
                <time dateTime={attempt.iso}>{attempt.when}</time>
              </a>
              {attempt.lesson && <span className="attempt-lesson">{attempt.lesson}</span>}
            </th>
            <td>{attempt.mode}</td>
            <td>{attempt.state}</td>
            <td className="number">{attempt.score === null ? '–' : percent(attempt.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
