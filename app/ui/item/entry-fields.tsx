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
            type="text"
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

/** A few sentences of one's own (`text`), or some under each definition, with the length that there is room for. */
export function TextFields({ id, body, values, describedBy, invalid }: FieldsProps<'text'>) {
  const alone = body.fields.length === 1;
  return body.fields.map((field) => (
    <p className="entry" key={field.id}>
      <label htmlFor={`${id}-${field.id}`}>{field.label}</label>
      <textarea
        id={`${id}-${field.id}`}
        name={field.id}
        rows={alone ? 7 : 5}
        maxLength={body.maxLength}
        defaultValue={enteredIn(values, field.id)}
        aria-describedby={`${describedBy} ${id}-${field.id}-room`}
        aria-invalid={(invalid && (alone || enteredIn(values, field.id).trim() === '')) || undefined}
        data-count={`${id}-${field.id}-room`}
      />
      <span className="hint" id={`${id}-${field.id}-room`}>
        Room for {body.maxLength} characters
      </span>
    </p>
  ));
}
