import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem, SelectField } from '#app/ui/field.tsx';
import { DueField } from './due-field.tsx';

interface AssignmentFormProps {
  readonly formKey: string;
  readonly lessons: readonly { readonly slug: string; readonly name: string; readonly questions: number }[];
  /** What was typed, or what to begin with. */
  readonly values: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  readonly zone: string;
  /** The time it is there now, in words. */
  readonly now: string;
  readonly problems?: Readonly<Record<string, string>> | undefined;
}

export function AssignmentForm({ formKey, lessons, values, chosen, zone, now, problems }: AssignmentFormProps) {
  const field = (name: string) => ({ name, value: values[name], problem: problems?.[name] });
  return (
    <form method="post" className="card">
      <h2 className="card-title">Set an assignment</h2>
      <FormProblem problems={problems} />
      <input type="hidden" name="key" value={formKey} />
      <Field {...field('title')} label="Title" required maxLength={200} />
      <SelectField
        {...field('kind')}
        label="What"
        options={[
          { value: 'lessons', label: 'Lessons to learn' },
          { value: 'quiz', label: 'A graded quiz on one lesson' },
        ]}
      />
      <fieldset className="entry">
        <legend>Lessons</legend>
        {problems?.lessons && <span className="error">{problems.lessons}</span>}
        <div className="choice-grid">
          {lessons.map((lesson) => (
            <label key={lesson.slug} className="option">
              <input type="checkbox" name="lessons" value={lesson.slug} defaultChecked={chosen.includes(lesson.slug)} />
              <span>{lesson.name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="filters">
        <Field {...field('opensAt')} label="Opens" type="datetime-local" required />
        <DueField values={values} problems={problems} zone={zone} now={now} hint={`Times in ${zone}.`} />
      </div>
      <details open={Boolean(problems)}>
        <summary>For a quiz</summary>
        <div className="filters">
          <Field {...field('questions')} label="Questions" type="number" min={1} max={40} />
          <Field {...field('minutes')} label="Minutes for it" type="number" min={1} max={600} hint="Empty: no limit." />
          <Field {...field('attemptsAllowed')} label="Attempts" type="number" min={1} max={20} hint="Empty: as many as one likes." />
          <SelectField
            {...field('counts')}
            label="Which counts"
            options={[
              { value: 'first', label: 'The first' },
              { value: 'best', label: 'The best' },
              { value: 'last', label: 'The last' },
            ]}
          />
          <SelectField
            {...field('feedback')}
            label="Marks and explanations"
            options={[
              { value: 'after-due', label: 'Once everybody’s time is over' },
              { value: 'at-once', label: 'At once' },
            ]}
          />
          <SelectField
            {...field('order')}
            label="Order of questions"
            options={[
              { value: 'own', label: 'Another for everybody' },
              { value: 'same', label: 'The same for all' },
            ]}
          />
        </div>
      </details>
      <Actions>
        <Button>Set it</Button>
      </Actions>
    </form>
  );
}
