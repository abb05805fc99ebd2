/** The words of the map of activities by parties: a reconstruction of an idea, so they are ours. */
import type { GridMap } from '../theory.ts';

export const gridMap: GridMap = {
  note: 'The map is a reconstruction of the idea for this course, not a table of the explainer.',
  columns: [
    { id: 'government', label: 'Government alone' },
    { id: 'both', label: 'Both together' },
    { id: 'outside', label: 'Outside party alone' },
  ],
  rows: [
    {
      id: 'deciding',
      label: 'Deciding what to do',
      cells: { government: 'official decision', both: 'joint decision', outside: 'private decision' },
    },
    {
      id: 'designing',
      label: 'Planning and design',
      cells: { government: 'official design', both: 'co-design', outside: 'private design' },
    },
    { id: 'doing', label: 'Doing the work', cells: { government: 'in-house production', both: 'co-production', outside: 'self-help' } },
    {
      id: 'evaluating',
      label: 'Evaluating',
      cells: { government: 'internal review', both: 'joint review', outside: 'independent review' },
    },
  ],
  regions: [
    { lens: 'narrow', label: 'narrow', cells: [{ row: 'doing', column: 'both' }] },
    {
      lens: 'broad',
      label: 'broad',
      cells: [
        { row: 'deciding', column: 'both' },
        { row: 'designing', column: 'both' },
        { row: 'doing', column: 'both' },
        { row: 'evaluating', column: 'both' },
      ],
    },
  ],
};
