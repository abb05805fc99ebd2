/** Which category does each cue of the story speak for? */
import { defaultLens } from '#app/definitions/judge.ts';
import type { Item } from '../item.ts';
import type { Kind } from '../kind.ts';
import { error, warning } from '../kind.ts';
import { oncePerItem } from '../once.ts';
import type { SheetColumn, SheetRow } from '../sheet.ts';
import type { MatchSpec } from '../spec.ts';
import { markTable, tableParts, tally } from '../table.ts';
import { clause, sentenceCase } from '../wording.ts';

interface Cue extends SheetRow {
  readonly category: string;
}

const cues: <F>(item: Item<F, MatchSpec>) => readonly Cue[] = oncePerItem((item) =>
  item.scenarios.flatMap((scenario) =>
    item.theory.cues(scenario.facts).map(({ id, cue, category }) => ({
      id: `${scenario.id}:${id}`,
      text: sentenceCase(clause(cue)),
      detail: item.scenarios.length > 1 ? scenario.title : null,
      story: null,
      category,
    })),
  ),
);

function columns<F>(item: Item<F, MatchSpec>): readonly SheetColumn[] {
  return item.theory.categories;
}

function cells<F>(item: Item<F, MatchSpec>) {
  return Object.fromEntries(cues(item).map((cue) => [cue.id, cue.category]));
}

export const match: Kind<MatchSpec> = {
  id: 'match',
  diagnoses: () => false,
  hint: 'Give every cue the column that it speaks for.',
  scenarioIds: (spec) => spec.scenarios,
  lens: (item) => defaultLens(item.theory),

  errors(item) {
    const all = cues(item);
    const isTwofold = all.some((cue) => all.some((other) => other.text === cue.text && other.category !== cue.category));
    return [
      ...(all.length < 2 ? [error('cues-missing', `The scenarios have ${all.length} cues; matching needs at least 2.`)] : []),
      ...(isTwofold ? [error('cue-twofold', 'Two cues have the same words but belong to different columns.')] : []),
    ];
  },

  warnings(item) {
    const used = new Set(Object.values(cells(item)));
    return used.size > 1 ? [] : [warning('one-column', 'All cues fall in one column, so there is nothing to tell apart.')];
  },

  stem: () => 'What does each of these cues from the story point to?',
  sheet: (item) => ({ type: 'table', rows: cues(item), columns: columns(item) }),
  key: (item) => ({ type: 'table', cells: cells(item) }),
  answerUnder: () => null,
  mark: (item, answer) => markTable(cells(item), answer),

  details(item, answer) {
    const key = cells(item);
    const parts = tableParts(
      cues(item),
      columns(item),
      key,
      answer,
      (row) => columns(item).find((column) => column.id === key[row])?.hint ?? null,
    );
    return { headline: `${tally(parts, 'cues')} in the right column.`, explanation: null, changes: false, parts, points: [] };
  },
};
