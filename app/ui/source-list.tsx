export interface SourceEntry {
  readonly id: string;
  readonly cite: string;
  readonly url: string | null;
  /** How far the work was checked: "whole text". */
  readonly checked: string;
}

/** Works cited, each with an id to link to and a word on how far it was checked. */
export function SourceList({ sources }: { readonly sources: readonly SourceEntry[] }) {
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.id} id={source.id}>
          {source.url ? <a href={source.url}>{source.cite}</a> : source.cite} <span className="source-checked">Seen: {source.checked}</span>
        </li>
      ))}
    </ul>
  );
}
