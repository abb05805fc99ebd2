/**
 * Which items make a quiz, and which one follows a miss. Confusable criteria are mixed rather than blocked: interleaving helps most
 * where categories are alike (Kornell & Bjork 2008; Rohrer 2012).
 */
import type { ItemKindId } from '#app/quiz/item.ts';
import { seedFor, shuffle } from '#app/quiz/shuffle.ts';

export interface BankEntry {
  readonly id: string;
  readonly kind: ItemKindId;
  /** The criterion or question that it trains. */
  readonly about: string;
  /** Ids of the scenarios whose story it tells. */
  readonly scenarios: readonly string[];
}

/** Greedy choice can paint itself into a corner where items tell several stories; then other shuffles get a chance. */
const shuffles = 24;

/** What an item would tell takes milliseconds to find out when it is one of the stock, which has hundreds. */
const mostWeighed = 12;

const howOften = <T>(entries: readonly T[], test: (entry: T) => boolean) => entries.filter(test).length;
const share = (a: BankEntry, b: BankEntry) => a.scenarios.some((scenario) => b.scenarios.includes(scenario));

/** Negative where the first of two costs is lower; what comes first in them weighs more. */
function compareCosts(a: readonly number[], b: readonly number[]): number {
  for (const [index, cost] of a.entries()) {
    const difference = cost - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What choosing `entry` next would spoil, worst first: a story told twice, an item seen before, a criterion or a kind once more. */
function costOf(entry: BankEntry, chosen: readonly BankEntry[], seen: ReadonlySet<string>): number[] {
  return [
    chosen.some((other) => share(entry, other)) ? 1 : 0,
    seen.has(entry.id) ? 1 : 0,
    howOften(chosen, (other) => other.about === entry.about),
    howOften(chosen, (other) => other.kind === entry.kind),
  ];
}

function greedy(
  bank: readonly BankEntry[],
  given: readonly BankEntry[],
  count: number,
  seen: ReadonlySet<string>,
): { chosen: BankEntry[]; cost: number[] } {
  const left = bank.filter((entry) => !given.includes(entry));
  const chosen = [...given];
  let total = [0, 0, 0, 0];
  while (chosen.length < count) {
    const priced = left.map((entry) => ({ entry, cost: costOf(entry, chosen, seen) }));
    const [first, ...others] = priced;
    if (!first) break;
    const best = others.reduce((cheapest, other) => (compareCosts(other.cost, cheapest.cost) < 0 ? other : cheapest), first);
    chosen.push(best.entry);
    left.splice(left.indexOf(best.entry), 1);
    total = total.map((sum, index) => sum + (best.cost[index] ?? 0));
  }
  return { chosen, cost: total };
}

const tellsTwice = ({ cost }: { cost: readonly number[] }) => (cost[0] ?? 0) > 0;

/** Orders items so that neighbours differ in `about` wherever that is possible, and in kind where there is a choice. */
function interleaved(items: readonly BankEntry[]): BankEntry[] {
  const left = [...items];
  const order: BankEntry[] = [];
  while (left.length > 0) {
    const previous = order.at(-1);
    // The most frequent criterion goes first while it can, or its items would be left over side by side at the end.
    const priced = left.map((entry) => ({
      entry,
      cost: [
        entry.about === previous?.about ? 1 : 0,
        -howOften(left, (other) => other.about === entry.about),
        entry.kind === previous?.kind ? 1 : 0,
      ],
    }));
    const next = priced.reduce((cheapest, other) => (compareCosts(other.cost, cheapest.cost) < 0 ? other : cheapest)).entry;
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

/**
 * Returns up to `count` items in the order in which to ask them: no scenario twice where that can be avoided, then unseen before seen,
 * then criteria and kinds spread evenly; neighbours differ in `about` where possible. The same arguments give the same quiz.
 * `seen` holds ids of items answered before; `given` are items of the bank that are chosen already.
 */
export function chooseItems<E extends BankEntry>(
  bank: readonly E[],
  {
    count,
    seed,
    seen,
    given = [],
  }: { readonly count: number; readonly seed: number; readonly seen: ReadonlySet<string>; readonly given?: readonly E[] },
): E[] {
  let best = greedy(shuffle(bank, seedFor(seed, 'choice')), given, count, seen);
  for (let index = 1; index < shuffles && tellsTwice(best); index++) {
    const other = greedy(shuffle(bank, seedFor(seed + index, 'choice')), given, count, seen);
    if (compareCosts(other.cost, best.cost) < 0) best = other;
  }
  return interleaved(best.chosen) as E[];
}

/**
 * Returns the items of a capstone: `marked` ones mixed over all criteria, then `argued` explanations, which a machine does not mark. No
 * story is told twice where that can be avoided, and unseen items come before seen ones.
 */
export function chooseCapstone<E extends BankEntry>(
  bank: readonly E[],
  {
    marked,
    argued,
    seed,
    seen,
  }: { readonly marked: number; readonly argued: number; readonly seed: number; readonly seen: ReadonlySet<string> },
): E[] {
  const isArgued = (entry: E) => entry.kind === 'explain';
  const edges = chooseItems(bank.filter(isArgued), { count: argued, seed, seen });
  const others = bank.filter((entry) => !isArgued(entry) && !edges.some((edge) => share(edge, entry)));
  return [...chooseItems(others, { count: marked, seed, seen }), ...edges];
}

/**
 * Returns an item on the same criterion as `item` that tells another story, preferring stories and then items not seen before, then the one that
 * `gain` says would tell most about the learner; null where the bank has none.
 */
export function chooseRetry<E extends BankEntry>(
  bank: readonly E[],
  item: BankEntry,
  {
    seenScenarios,
    seenItems,
    seed,
    gain = () => 0,
  }: {
    readonly seenScenarios: ReadonlySet<string>;
    readonly seenItems: ReadonlySet<string>;
    readonly seed: number;
    readonly gain?: (entry: E) => number;
  },
): E | null {
  const others = bank.filter((entry) => entry.about === item.about && entry.id !== item.id && !share(entry, item));
  const priced = shuffle(others, seedFor(seed, 'choice')).map((entry) => ({
    entry,
    cost: [entry.scenarios.some((scenario) => seenScenarios.has(scenario)) ? 1 : 0, seenItems.has(entry.id) ? 1 : 0],
  }));
  const [first, ...rest] = priced;
  if (!first) return null;
  const { cost } = rest.reduce((cheapest, other) => (compareCosts(other.cost, cheapest.cost) < 0 ? other : cheapest), first);
  const asCheap = priced.filter((other) => compareCosts(other.cost, cost) === 0).slice(0, mostWeighed);
  const gains = asCheap.map(({ entry }) => gain(entry));
  return asCheap[gains.indexOf(Math.max(...gains))]?.entry ?? null;
}
