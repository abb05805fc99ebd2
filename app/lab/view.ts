/** Everything that the lab shows of a state, as plain data: the same on the server and in the browser. */
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { decidingFinding, decidingOf } from '#app/definitions/deciding.ts';
import { explore } from '#app/definitions/explore.ts';
import { judge } from '#app/definitions/judge.ts';
import type { Lens, Misconception, Outcome, Reading, Verdict } from '#app/definitions/theory.ts';
import { applying } from './act.ts';
import { type ControlGroup, controlGroups } from './controls.ts';
import { addressOf, encodeFacts, type LabBase } from './link.ts';
import { judgedFacts, type LabProblem } from './problems.ts';
import { type LabState, labLenses } from './state.ts';
import type { Choice } from './words.ts';

/** A row of the criteria checklist. There are no words of a story to quote, since the facts may have left it. */
export interface LabRow {
  readonly criterion: string;
  readonly label: string;
  readonly outcome: Outcome;
  readonly because: string;
  readonly quote: null;
  readonly decides: boolean;
}

export interface LabChecklist {
  readonly label: string;
  readonly verdict: Verdict;
  readonly rows: readonly LabRow[];
}

export interface LabAnswer {
  readonly id: string;
  readonly label: string;
  readonly ask: string;
  readonly answer: string;
  readonly because: string;
  /** False where the question does not arise. */
  readonly arises: boolean;
}

/** What somebody with a misconception says, and where that parts from the definition. */
export interface LabHeld {
  readonly id: string;
  readonly name: string;
  readonly says: string;
  readonly breaks: string;
  /** True where it leads to another answer about this case. */
  readonly parts: boolean;
  /** "Is it co-production? No. By the definition: Yes." */
  readonly claim: string;
  /** The checklist that they would fill in; empty for a misconception about a question. */
  readonly checklists: readonly LabChecklist[];
}

export interface LabFlip {
  /** Value of the button that applies it. */
  readonly apply: string;
  /** One or two clauses that complete "Suppose …". */
  readonly changes: readonly string[];
  readonly to: Verdict;
  readonly criteria: readonly string[];
}

export interface LabFindings {
  readonly verdict: Verdict;
  /** What decides it, in a line. */
  readonly reason: string;
  readonly checklists: readonly LabChecklist[];
  readonly nearest: string | null;
  readonly flags: readonly string[];
  readonly readings: readonly Reading[];
  readonly answers: readonly LabAnswer[];
  readonly held: LabHeld | null;
  readonly flips: readonly LabFlip[];
}

export interface LabView {
  readonly concept: string;
  readonly lens: { readonly id: string; readonly label: string; readonly heldBy: string };
  readonly lenses: readonly Choice[];
  readonly heldId: string;
  readonly misconceptions: readonly Choice[];
  readonly groups: readonly ControlGroup[];
  readonly problems: readonly LabProblem[];
  /** Null while there are problems. */
  readonly findings: LabFindings | null;
  /** The facts that the form is made from, for a form sent without script. */
  readonly before: string;
  /** What follows the path of the lab for this state. */
  readonly address: string;
  /** True where a fact differs from the case that the lab began from. */
  readonly changed: boolean;
}

const verdictWords: Readonly<Record<Verdict, string>> = { yes: 'Yes', partly: 'In part', no: 'No' };
/** More changes than these would bury the best ones. */
const flipsShown = 6;

/** Returns the view of a state. Never throws: what cannot be judged has its problems instead of findings. */
export function viewOf(base: LabBase, state: LabState): LabView {
  const judged = judgedFacts(state.facts);
  const problems = 'problems' in judged ? judged.problems : [];
  const { id, label, heldBy } = state.lens;
  const address = addressOf(base, state);
  return {
    concept: coProduction.concept,
    lens: { id, label, heldBy },
    lenses: labLenses.map((lens) => ({ value: lens.id, label: lensNames[lens.id] ?? lens.label })),
    heldId: state.held ?? '',
    misconceptions: [
      { value: '', label: 'Nobody' },
      ...coProduction.misconceptions.map((misconception) => ({ value: misconception.id, label: misconception.name })),
    ],
    groups: controlGroups(state.facts, problems, base.facts),
    problems,
    findings: 'facts' in judged ? findingsOf(judged.facts, state) : null,
    before: encodeFacts(state.facts),
    address,
    changed: new URLSearchParams(address).has('facts'),
  };
}

const lensNames: Readonly<Record<string, string>> = {
  narrow: 'Narrow',
  broad: 'Broad',
  strict: 'Strict: no legal duty',
  'public-required': 'Public value required',
  'public-required+strict': 'Both of these',
};

/** Returns what follows from facts that can be judged. */
export function findingsOf(facts: Facts, { lens, held }: Pick<LabState, 'lens' | 'held'>): LabFindings {
  const judgement = judge(coProduction, facts, lens);
  const decides = decidingFinding(judgement);
  const misconception = coProduction.misconceptions.find((candidate) => candidate.id === held);
  return {
    verdict: judgement.verdict,
    reason: decides?.because ?? 'Every criterion is met.',
    checklists: checklists(facts, lens),
    nearest: coProduction.nearest(facts)?.label ?? null,
    flags: coProduction.flags(facts).map(({ label }) => label),
    readings: otherReadings(facts, lens, judgement.verdict),
    answers: coProduction.questions.map((question) => {
      const { answer, because } = question.derive(facts);
      const { id, label, ask } = question;
      return { id, label, ask, answer: answerLabel(question, answer), because, arises: answer !== 'n/a' };
    }),
    held: misconception ? heldView(facts, misconception) : null,
    flips: explore(coProduction, facts, lens)
      .slice(0, flipsShown)
      .map((flip) => ({
        apply: applying(flip),
        changes: flip.changes.map(({ text }) => text),
        to: flip.to,
        criteria: flip.criteria,
      })),
  };
}

function checklists(facts: Facts, lens: Lens<Facts>): LabChecklist[] {
  return judge(coProduction, facts, lens).subjects.map((subject) => {
    const decides = decidingOf(subject);
    return {
      label: subject.label,
      verdict: subject.verdict,
      rows: subject.findings.map((finding) => ({
        criterion: finding.criterion,
        label: finding.label,
        outcome: finding.outcome,
        because: finding.because,
        quote: null,
        decides: finding === decides,
      })),
    };
  });
}

/** How the other definitions judge it where they disagree with the one in force. */
function otherReadings(facts: Facts, lens: Lens<Facts>, verdict: Verdict): Reading[] {
  return labLenses.flatMap((other) => {
    const judgement = judge(coProduction, facts, other);
    if (other === lens || judgement.verdict === verdict) return [];
    const because = decidingFinding(judgement)?.because ?? 'Under this reading every criterion is met.';
    return [{ id: other.id, label: other.label, heldBy: other.heldBy, verdict: judgement.verdict, because }];
  });
}

const answerLabel = (question: (typeof coProduction.questions)[number], id: string): string =>
  id === 'n/a' ? 'Does not arise' : (question.answers.find((answer) => answer.id === id)?.label ?? id);

function heldView(facts: Facts, { id, name, says, breaks, lens, question }: Misconception<Facts>): LabHeld {
  const base = { id, name, says, breaks };
  if (lens) {
    const theirs = judge(coProduction, facts, lens).verdict;
    const ours = judge(coProduction, facts).verdict;
    const claim = `Is it ${coProduction.concept}? They say: ${verdictWords[theirs]}. By the narrow definition: ${verdictWords[ours]}.`;
    return { ...base, parts: theirs !== ours, claim, checklists: checklists(facts, lens) };
  }
  const asked = coProduction.questions.find((candidate) => candidate.id === question?.id);
  if (!asked || !question) return { ...base, parts: false, claim: '', checklists: [] };
  const { answer } = asked.derive(facts);
  if (answer === 'n/a') return { ...base, parts: false, claim: `${asked.ask} The question does not arise here.`, checklists: [] };
  const theirs = question.answer(facts);
  const claim = `${asked.ask} They say: ${answerLabel(asked, theirs)}. From the facts follows: ${answerLabel(asked, answer)}.`;
  return { ...base, parts: theirs !== answer, claim, checklists: [] };
}
