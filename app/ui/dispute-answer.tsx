import { Icon } from './icon.tsx';

interface DisputeAnswerProps {
  /** Null while it is open. */
  readonly accepted: boolean | null;
  readonly reply: string | null;
}

/** What was said to a dispute: whether it was accepted, and why in the words of who teaches. */
export function DisputeAnswer({ accepted, reply }: DisputeAnswerProps) {
  return (
    <>
      <p>
        <Icon name={accepted === null ? 'note' : accepted ? 'check' : 'cross'} />{' '}
        <strong>{accepted === null ? 'Open' : accepted ? 'Accepted' : 'Declined'}</strong>
        {accepted === null && ': waits for an answer'}
      </p>
      {reply && <p className="as-typed">{reply}</p>}
    </>
  );
}
