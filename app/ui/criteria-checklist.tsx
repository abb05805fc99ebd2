import type { Verdict } from '#app/definitions/theory.ts';
import type { ChecklistRow } from '#app/quiz/item.ts';
import { Heading, type HeadingLevel } from './heading.tsx';
import { OutcomeMark, VerdictMark } from './outcome-mark.tsx';
import { Quote } from './quote.tsx';
import { ReferenceLink } from './reference-link.tsx';

interface CriteriaChecklistProps {
  /** Who does what: the contribution that is judged. */
  readonly label: string;
  readonly verdict: Verdict;
  readonly rows: readonly ChecklistRow[];
  /** The definition in force, for the total: "narrow definition". */
  readonly lens?: string | undefined;
  /** Criteria left to the learner (a faded example): their rows, and the verdict, open on demand. */
  readonly blank?: readonly string[] | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** The signature piece: a judgement as a ruled ledger, criterion by criterion, with the verdict as its total. */
export function CriteriaChecklist({ label, verdict, rows, lens, blank = [], headingLevel = 3 }: CriteriaChecklistProps) {
  const total = (
    <p className="ledger-sum">
      <span className="ledger-sum-label">Verdict{lens ? ` under the ${lens}` : ''}</span> <VerdictMark verdict={verdict} />
    </p>
  );
  return (
    <div className="ledger breakout">
      <Heading level={headingLevel} className="ledger-title">
        <span className="eyebrow">Criteria</span> {label}
      </Heading>
      <ol className="ledger-rows">
        {rows.map((row, index) => {
          const decides = row.decides && blank.length === 0;
          return (
            <li key={row.criterion} className={`ledger-row${decides ? ' ledger-decides' : ''}`}>
              <span className="ledger-id figures">{row.criterion}</span>
              {blank.includes(row.criterion) ? (
                <BlankRow row={row} />
              ) : (
                <FullRow row={row} decides={decides} ditto={isDitto(rows, index, blank)} />
              )}
            </li>
          );
        })}
      </ol>
      {blank.length === 0 ? (
        <div className="ledger-total">{total}</div>
      ) : (
        <details className="ledger-total">
          <summary>Decide the verdict, then open this line</summary>
          {total}
        </details>
      )}
    </div>
  );
}

/** True where the row above shows the same words of the story. */
function isDitto(rows: readonly ChecklistRow[], index: number, blank: readonly string[]): boolean {
  const above = rows[index - 1];
  return above !== undefined && above.quote === rows[index]?.quote && !blank.includes(above.criterion);
}

interface FullRowProps {
  readonly row: ChecklistRow;
  readonly decides: boolean;
  readonly ditto: boolean;
}

function FullRow({ row, decides, ditto }: FullRowProps) {
  return (
    <>
      <p className="ledger-label">
        <ReferenceLink entry={row.criterion}>{row.label}</ReferenceLink>
        {decides && <span className="ledger-tag">This decides it</span>}
      </p>
      <p className="ledger-outcome">
        <OutcomeMark outcome={row.outcome} />
      </p>
      <Reason row={row} decides={decides} ditto={ditto && !decides} />
    </>
  );
}

function BlankRow({ row }: { readonly row: ChecklistRow }) {
  return (
    <details className="ledger-blank">
      <summary>
        <span className="ledger-label">{row.label}</span> <span className="ledger-prompt">Met or not? Decide, then open</span>
      </summary>
      <div className="ledger-answer">
        <p className="ledger-outcome">
          <OutcomeMark outcome={row.outcome} /> <ReferenceLink entry={row.criterion}>more on {row.criterion}</ReferenceLink>
        </p>
        <Reason row={row} decides={false} ditto={false} />
      </div>
    </details>
  );
}

/** The words of the story stand in the margin; those that decide are under the marker, as they are in the story. */
function Reason({ row, decides, ditto }: FullRowProps) {
  return (
    <div className="ledger-reason">
      <p className="ledger-because">{row.because}</p>
      {row.quote && (ditto ? <p className="ledger-ditto">the same words</p> : <Quote text={row.quote} marked={decides} />)}
    </div>
  );
}
