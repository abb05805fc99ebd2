import type { Control, ControlCard, ControlGroup, ControlList } from '#app/lab/controls.ts';
import { Button } from '../button.tsx';

/** React asks for a handler beside a value. The page listens to its form as a whole, so there is nothing to do here. */
const heard = () => undefined;

interface ControlGroupsProps {
  readonly groups: readonly ControlGroup[];
}

/** All facts of a case as controls, grouped by who, what, and what for. */
export function ControlGroups({ groups }: ControlGroupsProps) {
  return (
    <>
      {groups.map(({ id, title, hint, lists }) => (
        <section key={id} className="lab-group" aria-labelledby={`lab-${id}`}>
          <h2 id={`lab-${id}`} className="lab-group-title">
            {title}
          </h2>
          <p className="hint">{hint}</p>
          {lists.map((list) => (
            <List key={list.id} list={list} />
          ))}
        </section>
      ))}
    </>
  );
}

function List({ list }: { readonly list: ControlList }) {
  const { title, hint, cards, add, folded } = list;
  const body = (
    <>
      {hint && <p className="hint">{hint}</p>}
      {cards.map((card) => (
        <Card key={card.id} card={card} />
      ))}
      {add && (
        <p className="lab-add">
          <Button variant="quiet" name="do" value={add.act}>
            {add.label}
          </Button>
        </p>
      )}
    </>
  );
  if (list.id === 'service' || list.id === 'parties') return <div className="lab-list">{body}</div>;
  return (
    <details className="lab-list lab-list-folding" open={!folded}>
      <summary>
        <h3 className="minor-title">{title}</h3> <span className="hint figures">{cards.length}</span>
      </summary>
      {body}
    </details>
  );
}

function Card({ card }: { readonly card: ControlCard }) {
  return (
    <details className="lab-card" open={card.open}>
      <summary>
        <span className="lab-card-title">{card.title}</span> <span className="hint">{card.digest}</span>
      </summary>
      <div className="lab-card-body">
        {card.controls.map((control) => (
          <ControlField key={control.name} control={control} />
        ))}
        {card.remove && (
          <p className="lab-remove">
            <Button variant="quiet" name="do" value={card.remove}>
              Take away<span className="visually-hidden">: {card.title}</span>
            </Button>
          </p>
        )}
        {card.id.startsWith('contributions.') && <input type="hidden" name={`${card.id}.shown`} value="yes" />}
      </div>
    </details>
  );
}

/** Names are paths with dots; ids keep to letters that need no escaping. */
export const controlId = (name: string) => `lab-${name.replaceAll('.', '-')}`;

function Problem({ control }: { readonly control: Control }) {
  if (control.problem === null) return null;
  return (
    <span className="error" id={`${controlId(control.name)}-problem`}>
      {control.problem}
    </span>
  );
}

function ControlField({ control }: { readonly control: Control }) {
  const { name, label, problem } = control;
  const id = controlId(name);
  const described = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
  switch (control.type) {
    case 'text':
    case 'number':
      return (
        <p className={`entry lab-${control.type}`}>
          <label htmlFor={id}>{label}</label>
          <Problem control={control} />
          {control.type === 'text' ? (
            <input
              id={id}
              name={name}
              type="text"
              defaultValue={control.value}
              maxLength={control.longest}
              autoComplete="off"
              {...described}
            />
          ) : (
            <input
              id={id}
              name={name}
              type="number"
              defaultValue={control.value}
              step={control.whole ? 1 : 'any'}
              min={control.whole ? 1 : undefined}
              max={control.whole ? 99 : undefined}
              {...described}
            />
          )}
        </p>
      );
    case 'menu':
      return (
        <p className="entry">
          <label htmlFor={id}>{label}</label>
          <Problem control={control} />
          <select id={id} name={name} value={control.value} onChange={heard} {...described}>
            {control.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        </p>
      );
    case 'yes':
      return (
        <div className="lab-yes">
          <label className="lab-chip">
            <input id={id} type="checkbox" name={name} value="yes" checked={control.value} onChange={heard} {...described} />
            {label}
          </label>
          <Problem control={control} />
        </div>
      );
    default:
      return (
        <Chips
          name={name}
          label={label}
          type={control.type === 'ticks' ? 'checkbox' : 'radio'}
          value={control.type === 'ticks' ? control.value : [control.value]}
          choices={control.choices}
          problem={problem}
        />
      );
  }
}

interface ChipsProps {
  readonly name: string;
  readonly label: string;
  readonly type: 'radio' | 'checkbox';
  readonly value: readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly problem?: string | null | undefined;
}

/** One or several of a few, all in sight: a press turns a fact. */
export function Chips({ name, label, type, value, choices, problem = null }: ChipsProps) {
  const id = controlId(name);
  return (
    <fieldset className="lab-chips" aria-describedby={problem === null ? undefined : `${id}-problem`}>
      <legend>{label}</legend>
      {problem !== null && (
        <span className="error" id={`${id}-problem`}>
          {problem}
        </span>
      )}
      {choices.map((choice, index) => (
        <label key={choice.value} className="lab-chip">
          <input
            id={index === 0 ? id : undefined}
            type={type}
            name={name}
            value={choice.value}
            checked={value.includes(choice.value)}
            onChange={heard}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
