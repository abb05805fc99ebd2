/** The parts of the account page, each a form of its own. */
import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem, SelectField } from '#app/ui/field.tsx';
import { count } from '#app/ui/words.ts';
import { PasskeyButton } from './passkey-button.tsx';

interface FormProps {
  readonly formKey: string;
  readonly problems?: Readonly<Record<string, string>> | undefined;
}

function Hidden({ intent, formKey }: { readonly intent: string; readonly formKey: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={formKey} />
    </>
  );
}

export function ProfileForm({
  name,
  email,
  askPassphrase,
  formKey,
  problems,
}: FormProps & { readonly name: string; readonly email: string; readonly askPassphrase: boolean }) {
  return (
    <form method="post" className="card">
      <h2 className="card-title">Name and address</h2>
      <FormProblem problems={problems} />
      <Hidden intent="profile" formKey={formKey} />
      <Field name="name" label="Your name" autoComplete="name" required maxLength={200} value={name} problem={problems?.name} />
      <Field
        name="email"
        label="Email address"
        type="email"
        autoComplete="email"
        required
        maxLength={300}
        value={email}
        problem={problems?.email}
      />
      {askPassphrase && (
        <Field
          name="passphrase"
          id="profile-passphrase"
          label="Your passphrase"
          type="password"
          autoComplete="current-password"
          problem={problems?.passphrase}
          hint="Only needed for a new address."
        />
      )}
      <Actions>
        <Button variant="quiet">Keep these</Button>
      </Actions>
    </form>
  );
}

export function PassphraseForm({ hasPassphrase, formKey, problems }: FormProps & { readonly hasPassphrase: boolean }) {
  return (
    <form method="post" className="card">
      <h2 className="card-title">Passphrase</h2>
      <FormProblem problems={problems} />
      <Hidden intent="passphrase" formKey={formKey} />
      {hasPassphrase ? (
        <Field
          name="current"
          label="Passphrase as it is now"
          type="password"
          autoComplete="current-password"
          required
          problem={problems?.current}
        />
      ) : (
        <p>You sign in by passkey only. A passphrase is a second way in.</p>
      )}
      <Field
        name="fresh"
        label="New passphrase"
        type="password"
        autoComplete="new-password"
        required
        problem={problems?.fresh}
        hint="Wherever else you are signed in, you will be signed out."
      />
      <Actions>
        <Button variant="quiet">Set the passphrase</Button>
      </Actions>
    </form>
  );
}

interface PasskeysProps extends FormProps {
  readonly passkeys: readonly { readonly id: string; readonly label: string; readonly made: string; readonly used: string | null }[];
}

export function Passkeys({ passkeys, formKey, problems }: PasskeysProps) {
  return (
    <section className="card">
      <h2 className="card-title">Passkeys</h2>
      <FormProblem problems={problems} />
      {passkeys.length === 0 && <p>None yet. With a passkey your face, finger or screen lock signs you in.</p>}
      {passkeys.length > 0 && (
        <ul className="plain-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <form method="post" className="line-form">
                <Hidden intent="remove-passkey" formKey={formKey} />
                <input type="hidden" name="passkey" value={passkey.id} />
                <span>
                  {passkey.label}{' '}
                  <span className="hint">
                    added {passkey.made}, {passkey.used ? `used ${passkey.used}` : 'not used yet'}
                  </span>
                </span>
                <Button variant="quiet">Remove</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <PasskeyButton purpose="add">Add a passkey</PasskeyButton>
      <noscript>
        <p className="hint">Adding one needs JavaScript in your browser.</p>
      </noscript>
    </section>
  );
}

export function Sessions({ sessions, formKey }: FormProps & { readonly sessions: number }) {
  return (
    <section className="card">
      <h2 className="card-title">Signed in</h2>
      <p>You are signed in on {sessions === 1 ? 'this device only' : `${count(sessions, 'device')} or browsers, this one included`}.</p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="key" value={formKey} />
        <Actions>
          <Button variant="quiet">Sign out here</Button>
        </Actions>
      </form>
      {sessions > 1 && (
        <form method="post">
          <Hidden intent="sessions" formKey={formKey} />
          <Actions>
            <Button variant="quiet">Sign out everywhere else</Button>
          </Actions>
        </form>
      )}
    </section>
  );
}

export function ZoneForm({ zone, zones, formKey, problems }: FormProps & { readonly zone: string; readonly zones: readonly string[] }) {
  return (
    <form method="post" className="card">
      <h2 className="card-title">Time zone</h2>
      <Hidden intent="zone" formKey={formKey} />
      <SelectField
        name="zone"
        label="Show times in"
        value={zone}
        options={zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
        problem={problems?.zone}
        hint="Your browser tells it by itself; choose here if it is wrong."
      />
      <Actions>
        <Button variant="quiet">Use this zone</Button>
      </Actions>
    </form>
  );
}
