import type { Feedback } from '#app/quiz/item.ts';
import { Heading, type HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';

interface PartsTableProps {
  readonly parts: Feedback['parts'];
  readonly headingLevel?: HeadingLevel | undefined;
}

/** An answer with parts, line by line: what was asked, what was answered, what follows from the facts. */
export function PartsTable({ parts, headingLevel = 3 }: PartsTableProps) {
  return (
    <section className="parts">
      <Heading level={headingLevel} className="minor-title">
        Part by part
      </Heading>
      {/* Roles are spelled out since the phone layout changes how the table is displayed. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: display: block would drop the table semantics */}
      <table className="stacking-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Part
            </th>
            <th scope="col" role="columnheader">
              Your answer
            </th>
            <th scope="col" role="columnheader">
              Follows from the facts
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {parts.map((part) => (
            <tr key={part.text} role="row" className={part.right ? 'part-right' : 'part-wrong'}>
              <th scope="row" role="rowheader">
                {part.text}
              </th>
              <td role="cell">
                <span className="stack-label" aria-hidden="true">
                  Your answer
                </span>
                <span className={`mark mark-${part.right ? 'pass' : 'fail'}`}>
                  <Icon name={part.right ? 'check' : 'cross'} />
                  <span className="visually-hidden">{part.right ? 'Right: ' : 'Not right: '}</span>
                  {part.yours}
                </span>
              </td>
              <td role="cell">
                <span className="stack-label" aria-hidden="true">
                  Follows from the facts
                </span>
                <strong>{part.key}</strong>
                {part.because && <span className="part-because">{part.because}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </section>
  );
}
