import type { FieldsProps } from './props.ts';
import { holds } from './values.ts';

/** One of several options (`option`), or any number of criteria (`met`, with `answered=1` so that none can be an answer). */
export function ChoiceFields({ body, values }: FieldsProps<'choice' | 'checklist'>) {
  if (body.type === 'choice') {
    return (
      <div className="options" data-options>
        {body.options.map((option, index) => (
          <label key={option.id} className="option">
            <input type="radio" name="option" value={option.id} defaultChecked={holds(values, 'option', option.id)} />
            <span>{option.text}</span>
            {index < 9 && (
              <span className="option-key figures" aria-hidden="true">
                {index + 1}
              </span>
            )}
          </label>
        ))}
      </div>
    );
  }
  return (
    <div className="options options-ruled">
      <input type="hidden" name="answered" value="1" />
      {body.rows.map((row) => (
        <label key={row.id} className="option">
          <input type="checkbox" name="met" value={row.id} defaultChecked={holds(values, 'met', row.id)} />
          <span>
            <strong>{row.label}</strong> <span className="option-detail">{row.question}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
