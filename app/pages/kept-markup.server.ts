/** Markup that follows from figures alone. Those of a large cohort are kept for a while (fresh.ts), and so is what is made of them. */
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { remembered } from '#app/use-cases/remembered.ts';
import type { Markup } from './markup.server.ts';

interface Shelf {
  readonly made: Map<string, Markup>;
  readonly below: WeakMap<object, Shelf>;
}

/** Of one set of figures; some 50 KB each. */
const mostKept = 100;
const emptyShelf = (): Shelf => ({ made: new Map(), below: new WeakMap() });
const top = emptyShelf();

function shelfOf(figures: readonly object[]): Shelf {
  let shelf = top;
  for (const one of figures) {
    const next = shelf.below.get(one) ?? emptyShelf();
    shelf.below.set(one, next);
    shelf = next;
  }
  return shelf;
}

/**
 * Returns the markup of what `make` returns, made once for the same objects and the same key.
 * @param figures all objects that it is made of
 * @param key names what else it is made of: the page of a list, the zone of its times
 */
export function keptMarkup(figures: readonly object[], key: string, make: () => ReactElement): Markup {
  return remembered(shelfOf(figures).made, mostKept, key, () => [Buffer.from(renderToStaticMarkup(make()))]);
}
