import { troubledControls, watching } from './design-lab-samples.ts';
import { ControlGroups } from './lab/controls.tsx';
import { Lab } from './lab/lab.tsx';

/** The lab as it looks once its script runs, and controls whose facts cannot be true. */
export function DesignLab() {
  return (
    <>
      <h2>The lab</h2>
      <div className="lab-live">
        <Lab
          view={watching}
          path="/lab"
          reference="#reference"
          fresh="#fresh"
          origin="https://example.org"
          live={{ mayUndo: true, mayRedo: false, copied: 'yes' }}
        />
      </div>
      <ControlGroups groups={troubledControls} />
    </>
  );
}
