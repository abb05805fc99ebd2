import { scaleQuantize } from 'd3-scale';
import { TableScroll } from './table-scroll.tsx';
import { likelihoodWords, oddsWords } from './words.ts';

interface HeatMapProps {
  /** What is in it, for whoever comes to it by keyboard. */
  readonly label: string;
  readonly caption: string;
  /** What a row is, as in "Learner". */
  readonly what: string;
  readonly columns: readonly { readonly id: string; readonly label: string; readonly href: string }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: string;
    readonly href: string;
    /** What the row rests on, as in "124 answers". */
    readonly basis: string;
    /** One for each column: a probability from 0 to 1, and where its evidence is; null where it is hardly anything. */
    readonly cells: readonly ({ readonly probability: number; readonly href: string } | null)[];
  }[];
}

/** A probability below the least that is told of anybody. */
const hardly = oddsWords(0);

/** Five shades, each for a fifth of what is possible. */
const shade = scaleQuantize<number>([0, 1], [1, 2, 3, 4, 5]);

/** Probabilities in a table whose cells are shaded by them; titles and names stay in sight while the rest scrolls. */
export function HeatMap({ label, caption, what, columns, rows }: HeatMapProps) {
  return (
    <TableScroll label={label} tall>
      <table className="data-table board heat-map">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                <a href={column.href}>{column.label}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={row.href}>{row.label}</a> <span className="hint figures">{row.basis}</span>
              </th>
              {columns.map(({ id, label: column }, place) => {
                const cell = row.cells[place];
                return cell ? (
                  <td key={id} className="heat-cell figures" data-shade={shade(cell.probability)}>
                    <a
                      href={cell.href}
                      aria-label={`${oddsWords(cell.probability)}, ${likelihoodWords(cell.probability)}, ${row.label}, ${column}: the evidence`}
                    >
                      {oddsWords(cell.probability)}
                    </a>
                  </td>
                ) : (
                  <td key={id} className="heat-cell figures">
                    <span className="hint">
                      <span aria-hidden="true">–</span>
                      <span className="visually-hidden">{hardly}</span>
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
