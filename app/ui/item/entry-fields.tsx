import type { FieldsProps } from './props.ts';
import { enteredIn } from './values.ts';

/** A number (`value`) with its unit, below the figures that it is worked out from. */
export function NumberFields({ id, body, values, describedBy, invalid }: FieldsProps<'number'>) {
  return (
    <>
      {body.given.length > 0 && (
        <table className="given">
          <caption className="visually-hidden">Figures given</caption>
          <tbody>
            {body.given.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td className="figures">{line.amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="entry">
        <label htmlFor={`${id}-value`}>Your result</label>
        <span className="entry-line">
          <input
            id={`${id}-value`}
            name="value"
            inputMode="decimal"
            autoComplete="off"
            className="figures"
            defaultValue={enteredIn(values, 'value')}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
          <span>{body.unit}</span>
        </span>
      </p>
    </>
  );
}

/** A few sentences of one's own (`text`), with the length that there is room for. */
export function TextFields({ id, body, values, describedBy, invalid }: FieldsProps<'text'>) {
  return (
    <p className="entry">
      <label htmlFor={`${id}-text`}>Your answer</label>
      <textarea
        id={`${id}-text`}
        name="text"
        rows={7}
        maxLength={body.maxLength}
        defaultValue={enteredIn(values, 'text')}
        aria-describedby={`${describedBy} ${id}-room`}
        aria-invalid={invalid || undefined}
        data-count={`${id}-room`}
      />
      <span className="hint" id={`${id}-room`}>
        Room for {body.maxLength} characters
      </span>
    </p>
  );
}
