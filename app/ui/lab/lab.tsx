import type { LabView } from '#app/lab/view.ts';
import { VerdictMark } from '../outcome-mark.tsx';
import { ReferenceBase } from '../reference-link.tsx';
import { count } from '../words.ts';
import { ControlGroups, controlId } from './controls.tsx';
import { Findings } from './findings.tsx';

/** What a running script can do besides: null where the page was just rendered, or has no script. */
export interface LabLive {
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  /** What the last press of *Copy link* came to. */
  readonly copied: 'yes' | 'no' | null;
}

interface LabProps {
  readonly view: LabView;
  /** Path of the lab, and of the reference, without a slash at the end. */
  readonly path: string;
  readonly reference: string;
  /** Address of the case as it was, for *Start over*. */
  readonly fresh: string;
  /** Scheme, host and port, for the link to share. */
  readonly origin: string;
  readonly live: LabLive | null;
}

/** The lab: facts on one side, what follows on the other, the verdict always in sight. Server and browser render this one component. */
export function Lab({ view, path, reference, fresh, origin, live }: LabProps) {
  return (
    <ReferenceBase.Provider value={reference}>
      <form method="post" className="lab" data-lab-form="">
        <input type="hidden" name="before" value={view.before} />
        <Bar view={view} fresh={fresh} live={live} />
        <div className="lab-facts">
          <ControlGroups groups={view.groups} />
        </div>
        <Findings view={view} />
        <Share link={`${origin}${path}${view.address}`} live={live} />
      </form>
    </ReferenceBase.Provider>
  );
}

function Bar({ view, fresh, live }: Pick<LabProps, 'view' | 'fresh' | 'live'>) {
  const { findings, problems, lens } = view;
  return (
    <div className="lab-bar">
      <div className="lab-bar-verdict">
        {findings ? (
          <>
            <p className="lab-verdict">
              <span className="visually-hidden">Verdict: </span>
              <VerdictMark verdict={findings.verdict} /> <span className="lab-lens">by the {lens.label}</span>
            </p>
            <p className="lab-reason">{findings.reason}</p>
          </>
        ) : (
          <>
            <p className="lab-verdict">Not judged yet</p>
            <p className="lab-reason">
              <a href={`#${controlId(problems[0]?.control ?? 'verdict')}`}>{count(problems.length, 'thing')} to mend</a>
              {problems[0] && `: ${problems[0].text}`}
            </p>
          </>
        )}
      </div>
      <div className="lab-bar-buttons">
        <button type="submit" className="button button-primary lab-send" name="do" value="update">
          Show what follows
        </button>
        {live && (
          <>
            <button type="button" className="button button-quiet" data-lab="undo" aria-disabled={!live.mayUndo}>
              Undo
            </button>
            <button type="button" className="button button-quiet" data-lab="redo" aria-disabled={!live.mayRedo}>
              Redo
            </button>
          </>
        )}
        {view.changed && (
          <a className="button button-quiet" href={fresh} data-lab="reset">
            Start over
          </a>
        )}
      </div>
    </div>
  );
}

function Share({ link, live }: { readonly link: string; readonly live: LabLive | null }) {
  return (
    <section className="lab-share" aria-labelledby="lab-share">
      <h3 id="lab-share">Share it</h3>
      <p className="entry">
        <label htmlFor="lab-link">This case as it stands now</label>
        <input id="lab-link" type="text" className="copy-field" value={link} readOnly />
      </p>
      {live && (
        <p>
          <button type="button" className="button button-quiet" data-lab="copy">
            Copy link
          </button>{' '}
          <span className="hint">
            {live.copied === 'yes' && 'Copied.'}
            {live.copied === 'no' && 'Copying is not allowed here: select the link and copy it by hand.'}
          </span>
        </p>
      )}
    </section>
  );
}
