import { Fragment } from 'react';
import type { DepictedBalance, DepictedPan } from '#app/definitions/theory.ts';
import { Drawing, type Drawn } from './drawing.tsx';
import { Lines, setText } from './lines.tsx';

interface ScalesFigureProps {
  readonly balances: readonly DepictedBalance[];
  readonly caption: string;
}

const figure = (value: number) => String(value).replace('-', '−');
/** How far the heavier pan hangs below the beam's middle. */
const tilt = 12;
const gap = 18;

/** How the weight of a pan comes about: its head, then benefits and costs one below the other. */
function account({ label, benefits, costs, net }: DepictedPan, width: number) {
  const signed = [...benefits.map((one) => ({ ...one, sign: '+' })), ...costs.map((one) => ({ ...one, sign: '−' }))];
  const rows = signed.map((one) => ({ block: setText(one.label, width - 44, 'small'), amount: `${one.sign} ${figure(one.value)}` }));
  const head = setText(label, width, 'strong');
  return { head, rows, height: rows.reduce((sum, { block }) => sum + block.height + 3, 0), sum: `= ${figure(net)}` };
}

/** A beam that leans to what is worth more, and under each pan how its weight comes about. */
function Beam({ balance, width, y }: { readonly balance: DepictedBalance; readonly width: number; readonly y: number }) {
  const { left, right } = balance;
  const lean = Math.sign(right.net - left.net) * tilt;
  const arm = width / 4;
  const middle = width / 2;
  const pans = [
    { key: 'left', x: middle - arm, top: y + 22 - lean, net: left.net, heavier: left.net > right.net },
    { key: 'right', x: middle + arm, top: y + 22 + lean, net: right.net, heavier: right.net > left.net },
  ];
  return (
    <>
      <path className="figure-line" d={`M${middle - arm} ${y + 22 - lean}L${middle + arm} ${y + 22 + lean}`} />
      <path className="figure-mark" d={`M${middle} ${y + 22}V${y + 92}M${middle - 22} ${y + 92}h44`} />
      <circle className="figure-dot" cx={middle} cy={y + 22} r={5} />
      {pans.map(({ key, x, top, net, heavier }) => (
        <Fragment key={key}>
          <path className="figure-line" d={`M${x} ${top}L${x - 30} ${top + 44}M${x} ${top}L${x + 30} ${top + 44}`} />
          <path className="figure-mark" d={`M${x - 36} ${top + 44}q36 18 72 0z`} />
          <rect
            className={heavier ? 'figure-weight figure-weight-more' : 'figure-weight'}
            x={x - 22}
            y={top + 20}
            width={44}
            height={24}
            rx={4}
          />
          <Lines block={setText(figure(net), 60, 'strong')} x={x} y={top + 23} anchor="middle" tone={heavier ? 'on-accent' : 'ink'} />
        </Fragment>
      ))}
    </>
  );
}

function draw(balances: readonly DepictedBalance[], width: number): Drawn {
  const column = (width - gap) / 2;
  const worth = setText('worth', column, 'strong');
  let y = 0;
  const areas = balances.map((balance) => {
    const title = setText(balance.area, width, 'strong');
    const accounts = [balance.left, balance.right].map((pan) => account(pan, column));
    const says = setText(balance.says, width - 20);
    const beam = y + title.height + 4;
    const heads = beam + 112;
    const rows = heads + Math.max(...accounts.map(({ head }) => head.height)) + 6;
    const sums = rows + Math.max(...accounts.map(({ height }) => height)) + 8;
    const verdict = sums + worth.height + 12;
    const made = { balance, title, accounts, says, top: y, beam, heads, rows, sums, verdict };
    y = verdict + says.height + 14 + 2 * gap;
    return made;
  });
  return {
    height: y - 2 * gap,
    shapes: areas.map(({ balance, title, accounts, says, top, beam, heads, rows, sums, verdict }) => (
      <Fragment key={balance.area}>
        <Lines block={title} x={width / 2} y={top} anchor="middle" tone="soft" />
        <Beam balance={balance} width={width} y={beam} />
        {accounts.map((one, index) => {
          const x = index * (column + gap);
          let at = rows;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: left and right
            <Fragment key={index}>
              <Lines block={one.head} x={x} y={heads} tone="accent" />
              {one.rows.map(({ block, amount }) => {
                const own = at;
                at += block.height + 3;
                return (
                  <Fragment key={`${amount} ${block.lines.join(' ')}`}>
                    <Lines block={block} x={x} y={own} />
                    <Lines block={setText(amount, 60, 'small')} x={x + column} y={own} anchor="end" />
                  </Fragment>
                );
              })}
              <path className="figure-rule" d={`M${x} ${sums - 4}H${x + column}`} />
              <Lines block={worth} x={x} y={sums} />
              <Lines block={setText(one.sum, 60, 'strong')} x={x + column} y={sums} anchor="end" />
            </Fragment>
          );
        })}
        <rect className="figure-strip" x={0} y={verdict} width={width} height={says.height + 14} />
        <Lines block={says} x={10} y={verdict + 7} />
      </Fragment>
    )),
  };
}

/** A decision on its scales: for each area two ways to do it, what each is worth, and which weighs more. */
export function ScalesFigure({ balances, caption }: ScalesFigureProps) {
  return (
    <Drawing
      draw={(width) => draw(balances, width)}
      caption={caption}
      words={
        <ul className="figure-list">
          {balances.map((balance) => (
            <li key={balance.area}>
              <strong>{balance.area}</strong> ({balance.unit}).{' '}
              {[balance.left, balance.right].map(({ label, benefits, costs, net }) => (
                <Fragment key={label}>
                  {label}: {benefits.map((one) => `${one.label} ${figure(one.value)}`).join(', ')} as benefits;{' '}
                  {costs.map((one) => `${one.label} ${figure(one.value)}`).join(', ')} as costs; worth {figure(net)}.{' '}
                </Fragment>
              ))}
              {balance.says}
            </li>
          ))}
        </ul>
      }
    />
  );
}
