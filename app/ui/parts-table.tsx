import type { Feedback } from '#app/quiz/item.ts';
import { Heading, type HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';
import { StackingCell, StackingRow, StackingTable } from './stacking-table.tsx';

interface PartsTableProps {
  readonly parts: Feedback['parts'];
  readonly headingLevel?: HeadingLevel | undefined;
}

const yourAnswer = 'Your answer';
const follows = 'Follows from the facts';

/** An answer with parts, line by line: what was asked, what was answered, what follows from the facts. */
export function PartsTable({ parts, headingLevel = 3 }: PartsTableProps) {
  return (
    <section className="parts">
      <Heading level={headingLevel} className="minor-title">
        Part by part
      </Heading>
      <StackingTable columns={['Part', yourAnswer, follows]}>
        {parts.map((part) => (
          <StackingRow key={part.text} head={part.text} className={part.right ? 'part-right' : 'part-wrong'}>
            <StackingCell label={yourAnswer}>
              <span className={`mark mark-${part.right ? 'pass' : 'fail'}`}>
                <Icon name={part.right ? 'check' : 'cross'} />
                <span className="visually-hidden">{part.right ? 'Right: ' : 'Not right: '}</span>
                {part.yours}
              </span>
            </StackingCell>
            <StackingCell label={follows}>
              <strong>{part.key}</strong>
              {part.because && <span className="part-because">{part.because}</span>}
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </section>
  );
}
