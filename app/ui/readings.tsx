import type { Reading, Verdict } from '#app/definitions/theory.ts';
import { Heading, type HeadingLevel } from './heading.tsx';
import { VerdictMark } from './outcome-mark.tsx';

interface ReadingsProps {
  /** The verdict under the definition in force, and its name. */
  readonly verdict: Verdict;
  readonly lens: string;
  readonly readings: readonly Reading[];
  readonly headingLevel?: HeadingLevel | undefined;
}

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five'];

/** A disputed case under each reading, with who holds it: none of them is marked as the wrong one. */
export function Readings({ verdict, lens, readings, headingLevel = 3 }: ReadingsProps) {
  const total = readings.length + 1;
  return (
    <section className="readings">
      <Heading level={headingLevel} className="minor-title">
        {numbers[total] ?? total} readings
      </Heading>
      <ul>
        <li>
          <p className="reading-label">
            <span className="reading-lens">{lens}</span> <VerdictMark verdict={verdict} />
          </p>
          <p>The checklist above.</p>
        </li>
        {readings.map((reading) => (
          <li key={reading.id}>
            <p className="reading-label">
              <span className="reading-lens">{reading.label}</span> <VerdictMark verdict={reading.verdict} />
            </p>
            <p>{reading.because}</p>
            <p className="reading-holder">Held by {reading.heldBy}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
