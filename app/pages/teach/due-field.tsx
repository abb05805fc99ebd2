import { Field } from '#app/ui/field.tsx';

interface DueFieldProps {
  readonly values: Readonly<Record<string, string>>;
  readonly problems?: Readonly<Record<string, string>> | undefined;
  readonly zone: string;
  /** The time it is there now, in words. */
  readonly now: string;
  readonly hint: string;
}

/** When something is due. Where the time is past, the problem says what time it is, and a box says that it is meant. */
export function DueField({ values, problems, zone, now, hint }: DueFieldProps) {
  const past = problems?.pastMeant;
  return (
    <>
      <Field
        name="dueAt"
        label="Due"
        type="datetime-local"
        required
        value={values.dueAt}
        problem={problems?.dueAt ?? (past && `${past} It is ${now} now (${zone}).`)}
        hint={hint}
      />
      {(past || values.pastMeant) && (
        <label className="option">
          <input type="checkbox" name="pastMeant" value="yes" defaultChecked={Boolean(values.pastMeant)} />
          <span>It is due in the past, and that is meant</span>
        </label>
      )}
    </>
  );
}
