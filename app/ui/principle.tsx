import { Prose } from './prose.tsx';

/** The rule that a lesson arrives at, set so that it can be found again. */
export function Principle({ html }: { readonly html: string }) {
  return (
    <div className="principle" role="note" aria-label="The principle">
      <p className="eyebrow" aria-hidden="true">
        The principle
      </p>
      <Prose html={html} />
    </div>
  );
}
