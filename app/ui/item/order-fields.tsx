import type { FieldsProps } from './props.ts';
import { enteredIn } from './values.ts';

/** Steps with a place each (`step-<id>` = 1…n). The enhancement script adds buttons and dragging beside the selects. */
export function OrderFields({ id, body, values }: FieldsProps<'order'>) {
  return (
    <ol className="order" data-order>
      {body.steps.map((step) => {
        const name = `step-${step.id}`;
        return (
          <li key={step.id} className="order-step" data-order-step>
            <span className="order-place">
              <label className="visually-hidden" htmlFor={`${id}-${name}`}>
                Place of: {step.text}
              </label>
              <select id={`${id}-${name}`} name={name} defaultValue={enteredIn(values, name)}>
                <option value="">–</option>
                {body.steps.map((other, index) => (
                  <option key={other.id} value={index + 1}>
                    {index + 1}
                  </option>
                ))}
              </select>
            </span>
            <span className="order-text">{step.text}</span>
          </li>
        );
      })}
    </ol>
  );
}
