import { Actions, Button } from '#app/ui/button.tsx';

interface RulingFormProps {
  readonly choice: {
    readonly dispute: string;
    readonly statement: string;
    readonly about: string;
    readonly readings: readonly { readonly value: string; readonly text: string; readonly key: string | null }[];
    /** What is looked at now; null for the course as it is. */
    readonly chosen: string | null;
  };
}

/** How a question may count after an accepted dispute. Sending it changes nothing: the preview below follows it. */
export function RulingForm({ choice }: RulingFormProps) {
  const options = [
    { value: '', words: 'By the course as it is now', hint: 'Marks change only where the course has changed since.' },
    ...choice.readings.map(({ value, text, key }) => ({
      value,
      words: `As if ${text}`,
      hint: key === null ? 'A machine does not mark it then.' : `Right is then: ${key}`,
    })),
    { value: 'nobody', words: 'For nobody', hint: 'The question is left out of everybody’s score.' },
  ];
  return (
    <form method="get" className="card reading">
      <h2 className="card-title">How does the question count after this dispute?</h2>
      <p className="hint">About: {choice.about}</p>
      <p>“{choice.statement}”</p>
      <input type="hidden" name="dispute" value={choice.dispute} />
      <fieldset className="options">
        <legend className="minor-title">It counts</legend>
        {options.map(({ value, words, hint }) => (
          <label key={value} className="option">
            <input type="radio" name="ruling" value={value} defaultChecked={value === (choice.chosen ?? '')} />
            <span>
              {words} <span className="hint">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Actions>
        <Button variant="quiet">See what would change</Button>
      </Actions>
    </form>
  );
}
