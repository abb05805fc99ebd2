import { Fragment, type ReactNode } from 'react';

/** A title whose words with a hyphen, such as "co-production", go to the next line whole where there is room for them. */
export function unbroken(title: string): ReactNode {
  if (!title.includes('-')) return title;
  return title.split(' ').map((word, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a title never changes on the page, and its words may repeat
    <Fragment key={place}>
      {place > 0 && ' '}
      {word.includes('-') ? <span className="unbroken">{word}</span> : word}
    </Fragment>
  ));
}
