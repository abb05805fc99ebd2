/** What the definitions say about a case, in the form that items need. */
import { decidingFinding, decidingOf } from '#app/definitions/deciding.ts';
import { defaultLens, judge, outcomesOf, verdictOf } from '#app/definitions/judge.ts';
import type {
  Change,
  Finding,
  Judgement,
  Lens,
  Misconception,
  SubjectJudgement,
  Theory,
  TracedFinding,
  Verdict,
} from '#app/definitions/theory.ts';
import { covers } from '#app/definitions/theory.ts';

/**
 * The finding to explain a verdict by: the first failure, else the first edge. Where all is met: the finding of `about`
 * if the lens has that criterion, else the last of the first subject. Null only for a lens without criteria.
 */
export function explaining(judgement: Judgement, about: string): TracedFinding | null {
  return decidingFinding(judgement) ?? metFinding(judgement.subjects[0], about);
}

/** The same for one subject. */
export function explainingSubject(subject: SubjectJudgement, about: string): TracedFinding | null {
  return decidingOf(subject) ?? metFinding(subject, about);
}

function metFinding(subject: SubjectJudgement | undefined, about: string): TracedFinding | null {
  return subject?.findings.find((finding) => finding.criterion === about) ?? subject?.findings.at(-1) ?? null;
}

/**
 * The finding that settles a subject on a checklist: the first failure, else the first edge. Where all is met nothing
 * settles it alone, so then it is that of `about`, and null where the lens has no such criterion.
 */
export function settling(subject: SubjectJudgement, about: string | undefined): TracedFinding | null {
  return decidingOf(subject) ?? subject.findings.find((finding) => finding.criterion === about) ?? null;
}

/** The finding on one criterion: of the first subject that fails it, else that has it at the edge, else of the first. */
export function findingOn<F>(theory: Theory<F>, facts: F, lens: Lens<F>, criterionId: string): TracedFinding | null {
  const findings = judge(theory, facts, lens).subjects.flatMap((subject) =>
    subject.findings.filter((finding) => finding.criterion === criterionId),
  );
  const worst = findings.find((finding) => finding.outcome === 'fail') ?? findings.find((finding) => finding.outcome === 'edge');
  return worst ?? findings[0] ?? null;
}

/** The lens that has the criterion, the theory's default before others; undefined where none has. */
export function lensWith<F>(theory: Theory<F>, criterionId: string): Lens<F> | undefined {
  return theory.lenses.find((lens) => lens.criteria.some((criterion) => criterion.id === criterionId));
}

/**
 * The verdict of somebody who holds the misconception and is asked about `lens`. Misconceptions are variants of the
 * default lens; where one agrees with the default, it does not bear on the case, and its holder answers as asked.
 */
export function heldVerdict<F>(theory: Theory<F>, misconception: Misconception<F>, facts: F, lens: Lens<F>): Verdict {
  const asked = verdictOf(theory, facts, lens);
  if (misconception.lens === undefined) return asked;
  const held = verdictOf(theory, facts, misconception.lens);
  return held === verdictOf(theory, facts) ? asked : held;
}

/**
 * What a holder puts in the place of a criterion of `lens`: their own test of it, or null where they ask nothing of the
 * kind. Misconceptions are variants of the default lens; on a criterion that only another lens has, a holder thinks as
 * that lens does.
 */
export function heldCriterion<F>(theory: Theory<F>, misconception: Misconception<F>, lens: Lens<F>, criterionId: string) {
  const own = lens.criteria.find((criterion) => criterion.id === criterionId) ?? null;
  const usual = defaultLens(theory).criteria;
  const place = usual.findIndex((criterion) => criterion.id === criterionId);
  if (misconception.lens === undefined || place < 0) return own;
  const held = misconception.lens.criteria;
  const same = held.find((criterion) => criterion.id === criterionId);
  if (same !== undefined) return same;
  const candidate = held[place];
  return candidate === undefined || usual.some((criterion) => criterion.id === candidate.id) ? null : candidate;
}

/**
 * A change of the case after which the misconception and the default lens part, and what its holder would then say;
 * null where no single change does it. A plain yes against a plain no comes before verdicts in between.
 */
export function separation<F>(theory: Theory<F>, { lens }: Misconception<F>, facts: F): { change: Change<F>; claim: Verdict } | null {
  if (lens === undefined) return null;
  const parted = theory.changes(facts).flatMap((change) => {
    const changed = change.apply(facts);
    const verdict = verdictOf(theory, changed);
    const claim = verdictOf(theory, changed, lens);
    return claim === verdict ? [] : [{ change, claim, isPlain: claim !== 'partly' && verdict !== 'partly' }];
  });
  return parted.find(({ isPlain }) => isPlain) ?? parted[0] ?? null;
}

export interface SingleFlip<F> {
  readonly change: Change<F>;
  readonly to: Verdict;
  /** Criteria whose outcome turned for some subject, in lens order. */
  readonly criteria: readonly string[];
}

/** Every single change that turns the verdict under the lens. */
export function singleFlips<F>(theory: Theory<F>, facts: F, lens: Lens<F>): readonly SingleFlip<F>[] {
  const before = outcomesOf(theory, facts, lens);
  const from = verdictOf(theory, facts, lens);
  return theory.changes(facts).flatMap((change) => {
    const changed = change.apply(facts);
    const to = verdictOf(theory, changed, lens);
    if (to === from) return [];
    const after = outcomesOf(theory, changed, lens);
    const turned = lens.criteria.filter((_, column) => before.some((row, subject) => row[column] !== after[subject]?.[column]));
    return [{ change, to, criteria: turned.map((criterion) => criterion.id) }];
  });
}

/**
 * Changes to complete "It would change if …" with, `most` at most: one that turns the deciding criterion first, then those
 * that turn others. Of several, one says most clearly what the case hangs on that turns a single criterion, gives the
 * opposite verdict (a yes for anything but a yes) and changes the very fact that the finding rests on.
 */
export function tellingChanges<F>(theory: Theory<F>, facts: F, lens: Lens<F>, deciding: string | null, most = 2): readonly string[] {
  const opposite: Verdict = verdictOf(theory, facts, lens) === 'yes' ? 'no' : 'yes';
  const [telling = ''] = (deciding === null ? null : findingOn(theory, facts, lens, deciding))?.facts ?? [];
  const vagueness = ({ change, to, criteria }: SingleFlip<F>) =>
    100 * criteria.length + 10 * Number(to !== opposite) + Number(!covers(telling, change.facts[0] ?? ''));
  const flips = singleFlips(theory, facts, lens).toSorted((one, other) => vagueness(one) - vagueness(other));
  const first = flips.filter((flip) => deciding !== null && flip.criteria.includes(deciding));
  const others = flips.filter((flip) => !first.includes(flip));
  const chosen: SingleFlip<F>[] = first.slice(0, 1);
  for (const flip of [...others, ...first.slice(1)]) {
    const isNew = chosen.every((taken) => taken.criteria.join() !== flip.criteria.join());
    if (chosen.length < most && isNew) chosen.push(flip);
  }
  return chosen.map((flip) => flip.change.text);
}

/** A finding in a learner's words; the full sentence where the theory has none. */
export function reasonOf(finding: Finding): string {
  return finding.says ?? finding.because;
}

/** A finding of a judgement in a learner's words. Tests the criterion again, since a judgement keeps the full sentence only. */
export function saysOf<F>(lens: Lens<F>, facts: F, judgement: Judgement, finding: TracedFinding): string {
  const subject = judgement.subjects.find((candidate) => candidate.findings.includes(finding));
  const criterion = lens.criteria.find((candidate) => candidate.id === finding.criterion);
  return subject === undefined || criterion === undefined ? finding.because : reasonOf(criterion.test(facts, subject.subject));
}
