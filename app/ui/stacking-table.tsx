// Roles are spelled out since the phone layout changes how the table is displayed.
// biome-ignore-start lint/a11y/noRedundantRoles: display: block would drop the table semantics
/** A table whose rows become blocks on a phone, where each cell says by a label of its own what its column is. */
import type { ReactNode } from 'react';

interface StackingTableProps {
  readonly caption?: string | undefined;
  readonly className?: string | undefined;
  readonly columns: readonly string[];
  /** Rows. */
  readonly children: ReactNode;
}

export function StackingTable({ caption, className, columns, children }: StackingTableProps) {
  return (
    <table className={className ? `stacking-table ${className}` : 'stacking-table'} role="table">
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((title) => (
            <th key={title} scope="col" role="columnheader">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

interface StackingRowProps {
  /** What the row is about. */
  readonly head: ReactNode;
  readonly className?: string | undefined;
  /** Cells. */
  readonly children: ReactNode;
}

export function StackingRow({ head, className, children }: StackingRowProps) {
  return (
    <tr role="row" className={className}>
      <th scope="row" role="rowheader">
        {head}
      </th>
      {children}
    </tr>
  );
}

interface StackingCellProps {
  /** What its column is, for the phone; left out where the cell says so itself. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function StackingCell({ label, className, children }: StackingCellProps) {
  return (
    <td role="cell" className={className}>
      {label && (
        <span className="stack-label" aria-hidden="true">
          {label}
        </span>
      )}
      {children}
    </td>
  );
}
// biome-ignore-end lint/a11y/noRedundantRoles: see above
