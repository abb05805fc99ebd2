import type { PlacedCases, PlacedSide } from '#app/quiz/item.ts';
import { GridFigure } from './figures/grid-figure.tsx';
import { below, Heading, type HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';
import { Quote } from './quote.tsx';

interface PlacedCasesProps {
  readonly placed: PlacedCases;
  readonly headingLevel?: HeadingLevel | undefined;
}

type Case = PlacedCases['cases'][number];

const isRight = ({ row, column }: Case) => row.right && column.right;

function markOf(one: Case) {
  if (isRight(one)) return { outcome: 'pass', icon: 'check', words: 'Right cell' } as const;
  if (one.row.right) return { outcome: 'edge', icon: 'half', words: 'Right row, another column' } as const;
  if (one.column.right) return { outcome: 'edge', icon: 'half', words: 'Right column, another row' } as const;
  return { outcome: 'fail', icon: 'cross', words: 'Another cell' } as const;
}

/** Cases on the map: where each belongs, where it was put, and why its row and why its column. */
export function PlacedCasesBlock({ placed: { map, cases }, headingLevel = 3 }: PlacedCasesProps) {
  const astray = cases.some((one) => !isRight(one));
  const [narrow, broad] = map.regions;
  return (
    <section className="placed">
      <Heading level={headingLevel} className="minor-title">
        Where they belong
      </Heading>
      <GridFigure
        map={map}
        mark={map.regions.map(({ lens }) => lens)}
        cases={cases.map((one) => ({ ...one.key, label: one.title, astray: isRight(one) ? null : one.yours }))}
        caption={[
          'A full disc stands where the case belongs.',
          ...(astray ? ['A dashed ring stands where you put it instead.'] : []),
          ...(narrow ? [`Framed: what the ${narrow.label} definition takes in.`] : []),
          ...(broad ? [`Hatched: what the ${broad.label} one does.`] : []),
          map.note,
        ].join(' ')}
      />
      <ol className="placed-list">
        {cases.map((one) => {
          const { outcome, icon, words } = markOf(one);
          return (
            <li key={one.title}>
              <Heading level={below(headingLevel)} className="placed-title">
                {one.title}
              </Heading>
              <p className={`mark mark-${outcome}`}>
                <Icon name={icon} />
                {words}
              </p>
              <dl>
                <Side title="What is done" side={one.row} />
                <Side title="Who has a hand in it" side={one.column} />
              </dl>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Side({ title, side }: { readonly title: string; readonly side: PlacedSide }) {
  return (
    <div>
      <dt>
        {title}: <strong>{side.key.toLowerCase()}</strong>
      </dt>
      {!side.right && <dd className="placed-yours">You said: {side.yours.toLowerCase()}</dd>}
      {side.reasons.map(({ because, quote }) => (
        <dd key={because}>
          {because}
          {quote && <Quote text={quote} />}
        </dd>
      ))}
    </div>
  );
}
