/** Everything that an option of a verdict item can say: the derivation, and what looks right to somebody. */
import { judge, outcomesOf } from '#app/definitions/judge.ts';
import type { Change, Lens, Outcome, Theory, Verdict } from '#app/definitions/theory.ts';
import { covers } from '#app/definitions/theory.ts';
import type { Item } from './item.ts';
import { explaining, heldCriterion, heldVerdict, reasonOf, saysOf, separation } from './judging.ts';
import type { Choice } from './sheet.ts';
import { seedFor } from './shuffle.ts';
import type { VerdictSpec } from './spec.ts';
import { judgementOf, namedLens, scenarioOf } from './subject.ts';
import { clause, verdictWord } from './wording.ts';

export interface VerdictOption extends Choice {
  readonly verdict: Verdict;
  readonly misconceptions: readonly string[];
  /** The verdict and the criterion that it is put down to. */
  readonly claim: string;
}

const someButNotAll = 'some of what they do counts, and some does not';

function option(id: string, verdict: Verdict, about: string, reason: string, misconceptions: readonly string[] = []): VerdictOption {
  return { id, verdict, claim: `${verdict}:${about}`, text: `${verdictWord[verdict]}: ${clause(reason)}.`, misconceptions };
}

/** The option that agrees with the derivation. */
export function keyOption<F>(item: Item<F, VerdictSpec>): VerdictOption {
  return readingOption(item, 'key', namedLens(item));
}

/** What a lens says of the case, with its reason: where all is met, that on what the item is about or on what stands in its place. */
function readingOption<F>(item: Item<F, VerdictSpec>, id: string, lens: Lens<F>): VerdictOption {
  const { facts } = scenarioOf(item);
  const asked = namedLens(item);
  const judgement = lens === asked ? judgementOf(item) : judge(item.theory, facts, lens);
  const inItsPlace = lens.criteria[asked.criteria.findIndex((criterion) => criterion.id === item.spec.about)];
  const isShared = lens.criteria.some((criterion) => criterion.id === item.spec.about);
  const finding = explaining(judgement, isShared ? item.spec.about : (inItsPlace?.id ?? item.spec.about));
  const reason = judgement.mixed || finding === null ? someButNotAll : saysOf(lens, facts, judgement, finding);
  return option(id, judgement.verdict, judgement.mixed || finding === null ? 'some' : finding.criterion, reason);
}

/** Misconceptions whose holder gives another verdict: those the author prefers, then those about the criterion in question. */
export function misconceptionOptions<F>(item: Item<F, VerdictSpec>): { authored: VerdictOption[]; others: VerdictOption[] } {
  const { theory, spec } = item;
  const lens = namedLens(item);
  const { facts } = scenarioOf(item);
  const judgement = judgementOf(item);
  const deciding = explaining(judgement, spec.about)?.criterion;
  const preferred = spec.distractors ?? [];
  const tempting = theory.misconceptions.flatMap((misconception) => {
    const verdict = heldVerdict(theory, misconception, facts, lens);
    if (verdict === judgement.verdict) return [];
    const rank = misconception.concerns === spec.about ? 0 : misconception.concerns === deciding ? 1 : 2;
    return [
      {
        rank,
        id: misconception.id,
        made: option(`misconception:${misconception.id}`, verdict, misconception.concerns, misconception.says, [misconception.id]),
      },
    ];
  });
  const authored = preferred.flatMap((id) => tempting.filter((candidate) => candidate.id === id).map((candidate) => candidate.made));
  // What a misconception says ends in a plain yes or no, so it does not fit a verdict in between.
  const others = tempting
    .filter((candidate) => !preferred.includes(candidate.id) && candidate.made.verdict !== 'partly')
    .sort((one, other) => one.rank - other.rank)
    .map((candidate) => candidate.made);
  return { authored, others };
}

/** What other lenses say where it differs. */
export function lensOptions<F>(item: Item<F, VerdictSpec>): VerdictOption[] {
  const asked = namedLens(item);
  return item.theory.lenses
    .filter((lens) => lens !== asked)
    .map((lens) => readingOption(item, `lens:${lens.id}`, lens))
    .filter((made) => made.verdict !== judgementOf(item).verdict);
}

/**
 * How a criterion would read if its outcome were another. The words come from a change of the facts that makes it so, if
 * possible of the very fact that the outcome rests on.
 */
function wereIt<F>(theory: Theory<F>, lens: Lens<F>, facts: F, criterionId: string, outcome: Outcome): string | null {
  const criterion = lens.criteria.find((candidate) => candidate.id === criterionId);
  const [subject] = theory.subjects(facts);
  if (criterion === undefined || subject === undefined) return null;
  const before = criterion.test(facts, subject.id);
  const [telling = ''] = before.facts;
  const changes = theory.changes(facts);
  const isTelling = (change: Change<F>) => covers(telling, change.facts[0] ?? '');
  for (const change of [...changes.filter(isTelling), ...changes.filter((other) => !isTelling(other))]) {
    const changed = change.apply(facts);
    if (!theory.subjects(changed).some((candidate) => candidate.id === subject.id)) continue;
    const finding = criterion.test(changed, subject.id);
    if (finding.outcome === outcome && reasonOf(finding) !== reasonOf(before)) return reasonOf(finding);
  }
  return null;
}

/** Criteria by outcome, those asked about first and the rest from a place that differs by item, so that options vary. */
function criteriaWith<F>(item: Item<F, VerdictSpec>, isWanted: (outcomes: readonly (Outcome | undefined)[]) => boolean): string[] {
  const lens = namedLens(item);
  const outcomes = outcomesOf(item.theory, scenarioOf(item).facts, lens);
  const found = lens.criteria.filter((_, column) => isWanted(outcomes.map((row) => row[column]))).map((criterion) => criterion.id);
  const turned = rotate(found, item.spec.id);
  return [...turned.filter((id) => id === item.spec.about), ...turned.filter((id) => id !== item.spec.about)];
}

function rotate<T>(list: readonly T[], by: string): readonly T[] {
  const start = list.length === 0 ? 0 : Math.abs(seedFor(0, by)) % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** "No" for the want of something that is in fact there. */
export function misreadOptions<F>(item: Item<F, VerdictSpec>): VerdictOption[] {
  const met = criteriaWith(item, (outcomes) => outcomes.every((outcome) => outcome === 'pass'));
  return met.flatMap((id) => {
    const reason = wereIt(item.theory, namedLens(item), scenarioOf(item).facts, id, 'fail');
    return reason === null ? [] : [option(`reason:${id}`, 'no', id, reason)];
  });
}

/** "Partly" for something that is in fact met in full or not at all. */
function halfOptions<F>(item: Item<F, VerdictSpec>): VerdictOption[] {
  const clear = criteriaWith(item, (outcomes) => outcomes.every((outcome) => outcome !== 'edge'));
  return clear.flatMap((id) => {
    const reason = wereIt(item.theory, namedLens(item), scenarioOf(item).facts, id, 'edge');
    return reason === null ? [] : [option(`reason:${id}`, 'partly', id, reason)];
  });
}

/**
 * "Yes" for a reason that only a misconception accepts. Taken from those that loosen the test of a criterion and agree
 * here: what they let in (a say, say, in place of work) is not what makes this case one. Those that drop a criterion are
 * left out: what they go by can be true of the case. The author's come first, then those about what is asked.
 */
function luckyOptions<F>(item: Item<F, VerdictSpec>): VerdictOption[] {
  const { theory, spec } = item;
  const lens = namedLens(item);
  const { facts } = scenarioOf(item);
  const lucky = theory.misconceptions.filter((misconception) => {
    const isLooser =
      lens.criteria.some(({ id }) => id === misconception.concerns) &&
      heldCriterion(theory, misconception, lens, misconception.concerns) !== null;
    return (
      isLooser && heldVerdict(theory, misconception, facts, lens) === 'yes' && separation(theory, misconception, facts)?.claim === 'yes'
    );
  });
  const rank = ({ id, concerns }: (typeof lucky)[number]) =>
    spec.distractors?.includes(id) === true ? 0 : concerns === spec.about ? 1 : 2;
  const order = rotate(lucky, spec.id).toSorted((one, other) => rank(one) - rank(other));
  return order.map(({ id, says }) => option(`misconception:${id}`, 'yes', `misconception:${id}`, says, [id]));
}

/** The right verdict for a wrong reason. */
export function wrongReasons<F>(item: Item<F, VerdictSpec>): VerdictOption[] {
  const { verdict } = judgementOf(item);
  if (verdict === 'no') return misreadOptions(item);
  return verdict === 'yes' ? luckyOptions(item) : halfOptions(item);
}

/** "Yes" for what would make it so, or for something that is there but is not enough. Only where the key is not a yes. */
export function hopefulOptions<F>(item: Item<F, VerdictSpec>): VerdictOption[] {
  const lens = namedLens(item);
  const { facts } = scenarioOf(item);
  const judgement = judgementOf(item);
  const deciding = explaining(judgement, item.spec.about);
  if (judgement.verdict === 'yes' || deciding === null) return [];
  const turned = wereIt(item.theory, lens, facts, deciding.criterion, 'pass');
  const met = judgement.subjects[0]?.findings.filter((finding) => finding.outcome === 'pass') ?? [];
  return [
    ...(turned === null ? [] : [option(`hope:${deciding.criterion}`, 'yes', deciding.criterion, turned)]),
    ...met.map((finding) => option(`hope:${finding.criterion}`, 'yes', finding.criterion, saysOf(lens, facts, judgement, finding))),
  ];
}
