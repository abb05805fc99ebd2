import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'number' | 'search' | undefined;
  readonly value?: string | undefined;
  readonly hint?: ReactNode;
  /** What needs mending; it is read out with the field. */
  readonly problem?: string | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  readonly required?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Needed where a page has two fields of one name. */
  readonly id?: string | undefined;
}

/** Returns the ids of what describes a field, for `aria-describedby`. */
function describedBy(id: string, hint: unknown, problem: string | undefined): string | undefined {
  return [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
}

/** A labelled input with its hint, and its problem where there is one. */
export function Field({ name, label, type = 'text', value, hint, problem, id = name, ...input }: FieldProps) {
  return (
    <p className="entry">
      <label htmlFor={id}>{label}</label>
      {problem && (
        <span className="error" id={`${id}-problem`}>
          {problem}
        </span>
      )}
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, problem)}
        aria-invalid={problem !== undefined || undefined}
        spellCheck={type === 'text' ? undefined : false}
        {...input}
      />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  );
}

interface SelectFieldProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string | undefined;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  readonly id?: string | undefined;
}

/** A labelled choice of one among several. */
export function SelectField({ name, label, options, value, hint, problem, id = name }: SelectFieldProps) {
  return (
    <p className="entry">
      <label htmlFor={id}>{label}</label>
      {problem && (
        <span className="error" id={`${id}-problem`}>
          {problem}
        </span>
      )}
      <select
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, problem)}
        aria-invalid={problem !== undefined || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  );
}

/** What is wrong with a form as a whole, above its fields; nothing where nothing is. Where a form came back, this takes the focus. */
export function FormProblem({ problems, id }: { readonly problems: Readonly<Record<string, string>> | undefined; readonly id?: string }) {
  if (!problems) return null;
  const fields = Object.keys(problems).filter((field) => field !== '').length;
  const whole = problems[''];
  return (
    // biome-ignore lint/a11y/noAutofocus: the page came back for this, perhaps far above it, and without script nothing else tells
    <p className="error" id={id} role="alert" tabIndex={-1} autoFocus>
      {whole ?? (fields === 1 ? 'One field needs mending; see below.' : 'Some fields need mending; see below.')}
    </p>
  );
}
