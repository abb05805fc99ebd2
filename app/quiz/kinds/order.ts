/** In which order did it happen? Steps that stand at the same time may be given either way. */
import { defaultLens } from '#app/definitions/judge.ts';
import type { SequenceStep } from '#app/definitions/theory.ts';
import type { Item } from '../item.ts';
import type { Kind } from '../kind.ts';
import { error, share, warning, wrong } from '../kind.ts';
import type { OrderSpec } from '../spec.ts';
import { scenarioOf } from '../subject.ts';
import { tally } from '../table.ts';

/** Steps in the order of the story. */
function steps<F>(item: Item<F, OrderSpec>): readonly SequenceStep[] {
  return item.theory.sequence(scenarioOf(item).facts).toSorted((one, other) => one.at - other.at);
}

/** Per place: what the answer has there, what belongs there, and whether that will do. */
function places<F>(item: Item<F, OrderSpec>, order: readonly string[]) {
  const sorted = steps(item);
  return sorted.map((due, index) => {
    const given = sorted.find((step) => step.id === order[index]);
    const ties = sorted.filter((step) => step.at === due.at);
    return { due, ties, given, right: given?.at === due.at };
  });
}

export const order: Kind<OrderSpec> = {
  id: 'order',
  diagnoses: () => false,
  hint: 'Number the steps from first to last.',
  scenarioIds: (spec) => [spec.scenario],
  lens: (item) => defaultLens(item.theory),

  errors(item) {
    const times = new Set(steps(item).map((step) => step.at));
    return times.size > 1 ? [] : [error('no-order', 'The steps of this case do not follow one another, so there is no order to find.')];
  },

  warnings(item) {
    const count = steps(item).length;
    return count > 2 ? [] : [warning('few-steps', `Only ${count} steps: half of all guesses are right. Three or more are better.`)];
  },

  stem: () => 'In which order did this happen?',
  sheet: (item) => ({ type: 'order', steps: steps(item) }),
  key: (item) => ({ type: 'order', order: steps(item).map((step) => step.id) }),
  answerUnder: () => null,

  mark(item, answer) {
    if (answer.type !== 'order') return wrong;
    const all = places(item, answer.order);
    return share(all.filter((place) => place.right).length, all.length);
  },

  details(item, answer) {
    const parts = places(item, answer.type === 'order' ? answer.order : []).map(({ due, ties, given, right }, index) => ({
      text: `Step ${index + 1}`,
      yours: given?.text ?? '–',
      key: right && given !== undefined ? given.text : due.text,
      right,
      because: ties.length > 1 ? `${ties.length} steps happen at the same time and may stand in either order.` : null,
    }));
    return { headline: `${tally(parts, 'steps')} in the right place.`, explanation: null, changes: false, parts, points: [] };
  },
};
