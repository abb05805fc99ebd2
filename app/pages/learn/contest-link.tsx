/** Leads from an explanation to the page on which it is disputed, and answered. */
export function ContestLink({ response }: { readonly response: string }) {
  return (
    <p className="hint">
      Do you see a fact or a criterion otherwise? <a href={`/answers/${response}/contest`}>Dispute this answer</a>
    </p>
  );
}
