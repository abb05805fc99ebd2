import { useContext } from 'react';
import { ButtonLink } from '#app/ui/button.tsx';
import { Contact } from '#app/ui/contact.tsx';
import { ErrorState } from '#app/ui/error-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { Frame } from './document.tsx';

interface ErrorViewProps {
  readonly status: number;
  /** One of our own sentences about what was not found or allowed; null for the usual words. */
  readonly message: string | null;
}

const titles: Readonly<Record<number, string>> = {
  400: 'That did not come through whole',
  403: 'This is not open to you',
  404: 'There is no such page',
  405: 'That is not possible here',
  410: 'That is no longer here',
};

const usual: Readonly<Record<number, string>> = {
  400: 'Something in the address or the form was missing. Go back, open the page again and send it once more.',
  404: 'The address may be mistyped, or the page may have moved. Your progress is safe.',
  405: 'This address answers only to the forms on our pages.',
};

/** What a visitor sees when a page cannot be shown, with a way on. */
export function ErrorView({ status, message }: ErrorViewProps) {
  const { requestId, contact } = useContext(Frame);
  return (
    <Main width="reading">
      <ErrorState
        status={status}
        title={titles[status] ?? 'Something went wrong here'}
        action={
          <>
            <ButtonLink href="/courses/co-production">Open the course</ButtonLink>
            <ButtonLink href="/progress" variant="quiet">
              See your progress
            </ButtonLink>
          </>
        }
      >
        <p>
          {message ??
            usual[status] ??
            `Nothing you saved is lost. Load the page again in a moment; if it stays like this, tell whoever runs this site the code ${requestId}.`}
        </p>
        {contact !== null && (
          <p>
            Who runs this site: <Contact text={contact} />.
          </p>
        )}
      </ErrorState>
    </Main>
  );
}
