import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

interface JoinFormProps {
  /** What was typed, and why it leads nowhere; left out where nothing was typed yet. */
  readonly code?: string | undefined;
  readonly problem?: string | null | undefined;
}

/** Asks for the code of a cohort. */
export function JoinForm({ code, problem }: JoinFormProps) {
  return (
    <>
      <PageHeader title="Join a cohort">
        <p>Your instructor has a code of eight letters and figures.</p>
      </PageHeader>
      <form method="get" action="/join" className="card reading">
        <FormProblem problems={problem ? { '': problem } : undefined} />
        <Field
          name="code"
          label="Code"
          value={code}
          required
          maxLength={40}
          autoComplete="off"
          hint="For instance 7KQ2-MX9P. Large or small letters, with or without the hyphen."
        />
        <Actions>
          <Button>Look it up</Button>
        </Actions>
      </form>
    </>
  );
}
