import type { FieldsProps } from './props.ts';
import { holds } from './values.ts';

/** Rows to be sorted into columns: one group of radio buttons (`row-<id>`) a row, drawn as a grid where there is room. */
export function TableFields({ body, stories, values }: FieldsProps<'table'>) {
  const short = body.columns.length === 3 && body.columns.every(({ label }) => label.length <= 7);
  const hints = body.columns.filter((column) => column.hint !== null);
  return (
    <>
      {hints.length > 0 && (
        <dl className="sort-hints">
          {hints.map((column) => (
            <div key={column.id}>
              <dt>{column.label}</dt>
              <dd>{column.hint}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={short ? 'sort sort-short' : 'sort'} data-columns={body.columns.length}>
        <div className="sort-head" aria-hidden="true">
          <span />
          {body.columns.map((column) => (
            <span key={column.id}>{column.label}</span>
          ))}
        </div>
        {body.rows.map((row) => {
          const story = row.story === null ? undefined : stories[row.story];
          return (
            <div key={row.id} className="sort-item">
              <fieldset className="sort-row">
                <legend>
                  <span className="sort-text">{row.text}</span>
                  {row.detail && <span className="sort-detail">{row.detail}</span>}
                </legend>
                {body.columns.map((column) => (
                  <label key={column.id} className="sort-cell">
                    <input
                      type="radio"
                      name={`row-${row.id}`}
                      value={column.id}
                      defaultChecked={holds(values, `row-${row.id}`, column.id)}
                    />
                    <span>{column.label}</span>
                  </label>
                ))}
              </fieldset>
              {story && (
                // One case alone cannot be placed without its story.
                <details className="sort-story" open={body.rows.length === 1}>
                  <summary>
                    Read the story<span className="visually-hidden"> of {row.text}</span>
                  </summary>
                  {story.paragraphs.map((sentences) => (
                    <p key={sentences.join(' ')}>{sentences.join(' ')}</p>
                  ))}
                </details>
              )}
            </div>
          );
        })}
      </div>
    </>
  );
}
