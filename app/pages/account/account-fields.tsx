import { Field, FormProblem } from '#app/ui/field.tsx';

/** Returns what was typed into the fields of a new account. */
export function typedAccount(form: URLSearchParams): Record<'name' | 'email' | 'passphrase', string> {
  return { name: form.get('name') ?? '', email: form.get('email') ?? '', passphrase: form.get('passphrase') ?? '' };
}

interface AccountFieldsProps {
  /** What was typed before, and what is wrong with it. */
  readonly failed?: { readonly problems: Readonly<Record<string, string>>; readonly name: string; readonly email: string } | undefined;
}

/** Name, address and passphrase of a new account. */
export function AccountFields({ failed }: AccountFieldsProps) {
  const problems = failed?.problems;
  return (
    <>
      <FormProblem problems={problems} />
      <Field
        name="name"
        label="Your name"
        autoComplete="name"
        required
        maxLength={200}
        value={failed?.name}
        problem={problems?.name}
        hint="As your instructor knows you. Other learners do not see it."
      />
      <Field
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        required
        maxLength={300}
        value={failed?.email}
        problem={problems?.email}
        hint="To sign in with. We send nothing to it unless you ask for a new passphrase."
      />
      <Field
        name="passphrase"
        label="Passphrase"
        type="password"
        autoComplete="new-password"
        problem={problems?.passphrase}
        hint="Four or five words that do not belong together are good. There are no rules about signs and capitals."
      />
    </>
  );
}
