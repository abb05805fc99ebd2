import type { Scenario } from '#app/quiz/scenario.ts';

const bases: Readonly<Record<Scenario['source']['basis'], string>> = {
  published: 'Published case',
  'published, disputed': 'Published case, disputed',
  explainer: 'From the explainer',
  'team judgement': 'Our own judgement',
};

interface SourceNoteProps {
  readonly source: Scenario['source'];
  /** What is unusual about the case, in words. */
  readonly flags?: readonly string[] | undefined;
}

/** Where a case comes from and how firmly it is known. */
export function SourceNote({ source, flags = [] }: SourceNoteProps) {
  return (
    <footer className="source-note">
      {flags.length > 0 && (
        <p>
          <strong>Unusual here:</strong> {flags.join('; ')}.
        </p>
      )}
      <p>
        <strong>{bases[source.basis]}.</strong> {source.url ? <a href={source.url}>{source.cite}</a> : source.cite}
      </p>
      {source.note && <p>{source.note}</p>}
    </footer>
  );
}
