/** Cases and regions on the map of activities by parties. */
import type { GridMap, GridPlace } from '#app/definitions/theory.ts';

/** A case in its cell. */
export interface GridCase extends GridPlace {
  readonly label: string;
  /** The cell that somebody gave it, where that is another. */
  readonly astray?: GridPlace | null | undefined;
}

export type Region = GridMap['regions'][number];

export function isAt(place: GridPlace | null | undefined, row: GridPlace['row'], column: GridPlace['column']): boolean {
  return place?.row === row && place.column === column;
}

/** The regions of the named lenses that take in a cell. */
export function regionsAt(map: GridMap, mark: readonly string[], row: GridPlace['row'], column: GridPlace['column']): readonly Region[] {
  return map.regions.filter(({ lens, cells }) => mark.includes(lens) && cells.some((cell) => isAt(cell, row, column)));
}

/** "narrow and broad", as a cell says which definitions take it in; '' for none. */
export function regionWords(regions: readonly Region[]): string {
  return regions.map(({ label }) => label).join(' and ');
}
