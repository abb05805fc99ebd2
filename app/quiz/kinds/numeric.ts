/** What does it come to? The number follows from the facts, and so do the wrong ones that a misconception leads to. */
import { defaultLens } from '#app/definitions/judge.ts';
import type { Quantity } from '#app/definitions/theory.ts';
import type { Item } from '../item.ts';
import type { Kind } from '../kind.ts';
import { error, right, wrong } from '../kind.ts';
import { formatNumber } from '../numbers.ts';
import type { NumericSpec } from '../spec.ts';
import { scenarioOf } from '../subject.ts';
import { clause, sentenceCase } from '../wording.ts';

function find<F>(item: Item<F, NumericSpec>): Quantity | undefined {
  return item.theory.quantities(scenarioOf(item).facts).find((quantity) => quantity.id === item.spec.quantity);
}

function quantityOf<F>(item: Item<F, NumericSpec>): Quantity {
  const found = find(item);
  if (found === undefined) throw new Error(`Item ${item.spec.id} asks for ${item.spec.quantity}, which does not follow from the facts`);
  return found;
}

/** Right within half a per cent, so that rounding does no harm. */
function isNear(value: number, target: number): boolean {
  return Math.abs(value - target) <= 0.005 * Math.max(1, Math.abs(target)) + 1e-9;
}

/** Values that a misconception leads to, where they can be told from the right one. */
function heldValues<F>(item: Item<F, NumericSpec>): readonly { readonly id: string; readonly value: number }[] {
  const { facts } = scenarioOf(item);
  return item.theory.misconceptions.flatMap(({ id, quantity }) => {
    const value = quantity?.(facts, item.spec.quantity);
    return value === undefined ? [] : [{ id, value }];
  });
}

/** The working without a full stop: the theory's own, else one line such as "Help for pupils 120 − cash 40 − parents' time 45 = 35". */
function workingOf({ parts, value, working }: Quantity): string {
  if (working !== undefined) return working;
  const terms = parts.map((part, index) => {
    const sign = part.value < 0 ? '− ' : index === 0 ? '' : '+ ';
    return `${sign}${clause(part.label)} ${formatNumber(Math.abs(part.value))}`;
  });
  return `${sentenceCase(terms.join(' '))} = ${formatNumber(value)}`;
}

function withUnit(value: number, { unit }: Quantity): string {
  return `${formatNumber(value)} ${unit}`.trim();
}

export const numeric: Kind<NumericSpec> = {
  id: 'numeric',
  diagnoses: () => true,
  hint: 'Write a number. Rounding does no harm.',
  scenarioIds: (spec) => [spec.scenario],
  lens: (item) => defaultLens(item.theory),

  errors(item) {
    if (find(item) !== undefined) return [];
    const known = item.theory.quantities(scenarioOf(item).facts).map((quantity) => quantity.id);
    const hint = known.length > 0 ? `Use one of: ${known.join('; ')}.` : 'The case has no figures to work with.';
    return [error('unknown-quantity', `“${item.spec.quantity}” does not follow from the facts. ${hint}`)];
  },

  warnings: () => [],
  stem: (item) => quantityOf(item).ask,

  sheet(item) {
    const { unit, parts } = quantityOf(item);
    // Without signs: whether a figure adds or takes away is part of the question.
    return { type: 'number', unit, given: parts.map(({ label, value }) => ({ label, amount: formatNumber(Math.abs(value)) })) };
  },

  key: (item) => ({ type: 'number', value: quantityOf(item).value }),

  answerUnder(item, misconception) {
    const held = heldValues(item).find(({ id }) => id === misconception.id);
    return held === undefined ? null : { type: 'number', value: held.value };
  },

  mark(item, answer) {
    if (answer.type !== 'number') return wrong;
    const { value } = quantityOf(item);
    const off = Math.abs(answer.value - value);
    // A large number has a wide margin, and somebody's mistake can lie within it.
    const isSomebodysMistake = heldValues(item).some((held) => Math.abs(answer.value - held.value) < off);
    return isNear(answer.value, value) && !isSomebodysMistake ? right : wrong;
  },

  suspects(item, answer) {
    if (answer.type !== 'number') return [];
    const { value } = quantityOf(item);
    const off = Math.abs(answer.value - value);
    const near = heldValues(item).filter((held) => isNear(answer.value, held.value) && Math.abs(answer.value - held.value) < off);
    return near.map((held) => held.id);
  },

  details(item, answer) {
    const quantity = quantityOf(item);
    const because = workingOf(quantity);
    const isRight = numeric.mark(item, answer).right === true;
    return {
      headline: `It comes to ${withUnit(quantity.value, quantity)}.`,
      explanation: { criterion: quantity.id, label: 'The sum', outcome: null, because: `${because}.`, facts: quantity.facts },
      changes: false,
      parts: [
        {
          text: item.spec.stem ?? quantity.ask,
          yours: answer.type === 'number' ? withUnit(answer.value, quantity) : '–',
          key: withUnit(quantity.value, quantity),
          right: isRight,
          because,
        },
      ],
      points: [],
    };
  },
};
