import { createContext, type ReactNode, useContext } from 'react';

/** Address of the reference of the course at hand, without a slash at its end; null where a page has no course. */
export const ReferenceBase = createContext<string | null>(null);

interface ReferenceLinkProps {
  /** Id of a criterion, a question or a misconception. */
  readonly entry: string;
  readonly children: ReactNode;
}

/** Words that lead to their entry in the reference, or plain words where there is none. */
export function ReferenceLink({ entry, children }: ReferenceLinkProps) {
  const base = useContext(ReferenceBase);
  if (base === null) return children;
  return (
    <a className="reference-link" href={`${base}/${entry}`}>
      {children}
    </a>
  );
}
