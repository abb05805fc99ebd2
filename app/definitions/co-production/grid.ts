/**
 * Where a case stands on the map of activities by parties. The row says what is done: work (R4), or which kind of say. The column says who
 * has a hand in it: the outside party none where it is hired, gives nothing by acting or feeds nothing into the output (R2, R3, R5), the
 * government none where it puts nothing in or the two are not joined (R1, R6). So a case of worth (R7) stands in the cell of co-production
 * just where the narrow definition does not say no, and in its column just where the broad one does not; a test holds it to that.
 */
import type { Criterion, Grid, GridPlace, GridPlacing, TracedFinding } from '../theory.ts';
import { twoWayExchange } from './criteria-giving.ts';
import { somePhase } from './criteria-work.ts';
import { gridMap } from './grid-map.ts';
import { narrow } from './lenses.ts';
import { focusContributions } from './parties.ts';
import type { Activity, Facts } from './vocabulary.ts';

const rowOfSay: Partial<Record<Activity, GridPlace['row']>> = {
  deciding: 'deciding',
  campaigning: 'deciding',
  designing: 'designing',
  assessing: 'evaluating',
};

const usual = (id: string) => narrow.criteria.find((criterion) => criterion.id === id) ?? null;

function place(facts: Facts, criterionOf: (id: string) => Criterion<Facts> | null = usual): GridPlacing {
  const [first] = focusContributions(facts);
  if (first === undefined) throw new Error('Nothing is in focus: checked facts always have something there');
  const found = (criterion: Criterion<Facts> | null): TracedFinding[] =>
    criterion === null ? [] : [{ criterion: criterion.id, label: criterion.label, ...criterion.test(facts, first.id) }];
  const failed = (criterion: Criterion<Facts> | null) => found(criterion).filter(({ outcome }) => outcome === 'fail');

  const noWork = failed(criterionOf('R4'));
  const row = (noWork.length > 0 && rowOfSay[first.activity]) || 'doing';
  const isSay = row !== 'doing';
  const apart: readonly (readonly [TracedFinding[], GridPlace['column']])[] = [
    [failed(criterionOf('R1')), 'outside'],
    [failed(criterionOf('R2')), 'government'],
    [failed(criterionOf('R3')), 'government'],
    // Using and paying are neither work nor a say.
    [isSay ? [] : noWork, 'government'],
    // A say that belongs to no phase is politics, which citizens make by themselves.
    [isSay && first.activity === 'campaigning' ? failed(somePhase) : [], 'outside'],
    [failed(criterionOf('R5')), 'government'],
    [isSay ? failed(twoWayExchange) : [], 'government'],
    [failed(criterionOf('R6')), 'outside'],
  ];
  const [why, column] = apart.find(([findings]) => findings.length > 0) ?? [
    [...found(usual('R1')), ...found(isSay ? twoWayExchange : usual('R3'))],
    'both' as const,
  ];
  // Where the outside party neither works nor has a say, the work is that of the other side.
  const whyRow = !isSay && noWork.length > 0 ? found(usual('R1')) : found(usual('R4'));
  return { row, column, whyRow, whyColumn: why };
}

/** The map of co-production. */
export const grid: Grid<Facts> = { ...gridMap, place };
