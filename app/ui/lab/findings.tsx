import type { LabFindings, LabHeld, LabView } from '#app/lab/view.ts';
import { Button } from '../button.tsx';
import { CriteriaChecklist } from '../criteria-checklist.tsx';
import { OutcomeMark, VerdictMark } from '../outcome-mark.tsx';
import { Readings } from '../readings.tsx';
import { ReferenceLink } from '../reference-link.tsx';
import { count } from '../words.ts';
import { Chips, controlId } from './controls.tsx';

interface FindingsProps {
  readonly view: LabView;
}

/** What follows from the facts: checklist, smallest changes, other definitions, misconceptions and the questions after the verdict. */
export function Findings({ view }: FindingsProps) {
  const { findings, lens } = view;
  return (
    <div className="lab-findings stack">
      <section aria-labelledby="lab-verdict">
        <h2 id="lab-verdict">What follows</h2>
        <Chips label="Judge it by this definition" name="lens" type="radio" value={[lens.id]} choices={view.lenses} />
        <p className="hint">Held by {lens.heldBy}.</p>
        {findings ? <Checklists findings={findings} lens={lens.label} concept={view.concept} /> : <Problems view={view} />}
      </section>
      {findings && <Flips findings={findings} />}
      {findings && findings.readings.length > 0 && <Readings verdict={findings.verdict} lens={lens.label} readings={findings.readings} />}
      <HeldSection view={view} />
      {findings && <Answers findings={findings} />}
    </div>
  );
}

function Checklists({ findings, lens, concept }: { readonly findings: LabFindings; readonly lens: string; readonly concept: string }) {
  const { checklists, nearest, flags } = findings;
  return (
    <>
      {checklists.map((list, index) => (
        <CriteriaChecklist
          // biome-ignore lint/suspicious/noArrayIndexKey: two contributions may read alike, and their order is that of the facts
          key={index}
          label={list.label}
          verdict={list.verdict}
          rows={list.rows}
          lens={lens}
        />
      ))}
      {nearest && (
        <p className="lab-nearest">
          Not {concept} by the narrow definition. What comes nearest: <strong>{nearest}</strong>.
        </p>
      )}
      {flags.length > 0 && (
        <ul className="lab-flags">
          {flags.map((flag) => (
            <li key={flag}>{flag}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Problems({ view }: FindingsProps) {
  return (
    <div className="notice notice-warning">
      <p className="notice-title">These facts cannot all be true together</p>
      <ul>
        {view.problems.map(({ control, place, text }) => (
          <li key={`${place} ${text}`}>
            {control === null ? place : <a href={`#${controlId(control)}`}>{place}</a>}: {text}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Flips({ findings: { flips } }: { readonly findings: LabFindings }) {
  return (
    <section aria-labelledby="lab-flips">
      <h3 id="lab-flips">The smallest change</h3>
      {flips.length === 0 ? (
        <p>No change of one fact, nor of two, would turn the verdict.</p>
      ) : (
        <ul className="lab-flips">
          {flips.map((flip) => (
            <li key={flip.apply}>
              <p>
                Suppose {flip.changes.join(', and ')}. <span className="lab-then">Then:</span> <VerdictMark verdict={flip.to} />{' '}
                <span className="hint">
                  {count(flip.criteria.length, 'criterion', 'criteria')} turned: {flip.criteria.join(', ')}
                </span>
              </p>
              <Button variant="quiet" name="do" value={flip.apply}>
                Apply<span className="visually-hidden">: {flip.changes.join(', and ')}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function HeldSection({ view }: FindingsProps) {
  const held = view.findings?.held;
  const id = controlId('held');
  return (
    <section aria-labelledby="lab-held-title">
      <h3 id="lab-held-title">What would somebody say who believes …</h3>
      <p className="entry">
        <label htmlFor={id}>Misconception</label>
        <select id={id} name="held" value={view.heldId} onChange={() => undefined}>
          {view.misconceptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {held && <Held held={held} />}
    </section>
  );
}

function Held({ held }: { readonly held: LabHeld }) {
  return (
    <div className="lab-held">
      <p>
        <ReferenceLink entry={held.id}>{held.name}</ReferenceLink>: “{held.says}”
      </p>
      <p className="lab-held-claim">
        <strong>{held.parts ? 'Here it leads astray.' : 'Here it makes no difference.'}</strong> {held.claim}
      </p>
      {held.parts && <p>{held.breaks}</p>}
      {held.checklists.length > 0 && (
        <details>
          <summary>The checklist as they would fill it in</summary>
          {held.checklists.map((list, index) => (
            <div key={list.label + String(index)}>
              <p className="lab-held-label">
                {list.label} <VerdictMark verdict={list.verdict} />
              </p>
              <ol className="lab-held-rows">
                {list.rows.map((row) => (
                  <li key={row.criterion}>
                    <span className="figures">{row.criterion}</span> {row.label} <OutcomeMark outcome={row.outcome} />
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

function Answers({ findings: { answers } }: { readonly findings: LabFindings }) {
  return (
    <section aria-labelledby="lab-answers">
      <h3 id="lab-answers">Questions after the verdict</h3>
      <dl className="lab-answers">
        {answers.map(({ id, label, ask, answer, because, arises }) => (
          <div key={id} className={arises ? undefined : 'lab-idle'}>
            <dt>
              <span className="figures reference-id">{id}</span> <ReferenceLink entry={id}>{label}</ReferenceLink>
            </dt>
            <dd>
              <span className="lab-ask">{ask}</span> <strong>{answer}.</strong> {because}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
