import { countedAttempts } from '#app/statistics/attempts.ts';
import { Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/field.tsx';
import { sentenceCase } from '#app/ui/words.ts';
import { countsWords } from './figures-query.ts';

/** Chooses which of a learner's attempts the figures count. */
export function CountsForm({ counts }: { readonly counts: keyof typeof countsWords }) {
  return (
    <form method="get" className="filters">
      <SelectField
        name="counts"
        label="What counts"
        value={counts}
        options={countedAttempts.map((value) => ({ value, label: sentenceCase(countsWords[value]) }))}
      />
      <Button variant="quiet">Show</Button>
    </form>
  );
}
