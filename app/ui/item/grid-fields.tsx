import type { FieldsProps } from './props.ts';
import { enteredIn } from './values.ts';

/**
 * Cases for a map: a list of cells for each (`row-<id>`), below the map itself. The enhancement script makes the numbers of the tray move
 * over the map; the lists stay the form's fields and follow along.
 */
export function GridFields(props: FieldsProps<'grid'>) {
  return (
    <div className="grid-item" data-grid>
      <div className="grid-place">
        <GridTray {...props} />
        <GridBoard {...props} />
      </div>
      <ol className="grid-cases">
        {props.body.rows.map((row) => (
          <GridCase key={row.id} row={row} {...props} />
        ))}
      </ol>
    </div>
  );
}

/** The numbers to be placed. Shown only where there is script, which frees them; its room is kept from the start, so that nothing jumps. */
function GridTray({ body }: FieldsProps<'grid'>) {
  return (
    <div className="grid-tray" data-grid-tray>
      <p className="hint">Choose a number, then press its cell; or drag it there. By keyboard, the arrow keys move a number.</p>
      <div className="grid-slots">
        {body.rows.map((row) => (
          <span key={row.id} className="grid-slot" data-grid-slot={row.id}>
            <button
              type="button"
              className="grid-chip figures"
              data-grid-chip={row.id}
              data-title={row.text}
              data-gist={row.detail ?? ''}
              aria-pressed="false"
              aria-label={`${row.id}, ${row.text}: not placed`}
              disabled
            >
              {row.id}
            </button>
          </span>
        ))}
      </div>
      <p className="grid-held" data-grid-held />
    </div>
  );
}

function GridBoard({ body }: FieldsProps<'grid'>) {
  return (
    <>
      {/* Roles are spelled out since the phone layout changes how the table is displayed. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: display: grid would drop the table semantics */}
      <table className="grid-board" role="table">
        <caption className="visually-hidden">The map: what is done, by who has a hand in it</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {body.columns.map(({ label }) => (
              <th key={label} scope="col" role="columnheader">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {body.lines.map(({ label, cells }) => (
            <tr key={label} role="row">
              <th scope="row" role="rowheader">
                {label}
              </th>
              {cells.map(({ id, text }) => (
                <td key={id} role="cell" className="grid-cell" data-grid-cell={id}>
                  <span className="grid-name">{text}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </>
  );
}

function GridCase({ id, body, stories, values, row }: FieldsProps<'grid'> & { readonly row: FieldsProps<'grid'>['body']['rows'][number] }) {
  const name = `row-${row.id}`;
  const story = row.story === null ? undefined : stories[row.story];
  return (
    <li className="grid-case" id={`${id}-case-${row.id}`}>
      <p className="grid-case-title">
        <span className="grid-number figures">{row.id}</span>
        {row.text}
      </p>
      {row.detail && <p className="sort-detail">{row.detail}</p>}
      <label className="visually-hidden" htmlFor={`${id}-${name}`}>
        Cell of: {row.text}
      </label>
      <select id={`${id}-${name}`} name={name} defaultValue={enteredIn(values, name)} data-grid-select={row.id}>
        <option value="">Choose a cell</option>
        {body.lines.map(({ label, cells }) => (
          <optgroup key={label} label={label}>
            {cells.map((cell, place) => (
              <option key={cell.id} value={cell.id}>
                {body.columns[place]?.label}: {cell.text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {story && (
        <details className="sort-story">
          <summary>
            Read the story<span className="visually-hidden"> of {row.text}</span>
          </summary>
          {story.paragraphs.map((sentences) => (
            <p key={sentences.join(' ')}>{sentences.join(' ')}</p>
          ))}
        </details>
      )}
    </li>
  );
}
