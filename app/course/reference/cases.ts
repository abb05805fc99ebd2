/** Which open cases show a criterion, a question or a misconception, three each way. */
import { judge } from '#app/definitions/judge.ts';
import { goesWrong } from '#app/definitions/separation.ts';
import type { Judgement, Lens, Misconception, Outcome, Question, Theory, TracedFinding } from '#app/definitions/theory.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { Course } from '../course.ts';
import { against, type CaseGroup, caseWith, openCases, type ReferenceCase } from './open-cases.ts';

const eachWay = 3;
const outcomeWords: Readonly<Record<Outcome, string>> = { pass: 'Met', edge: 'Met in part', fail: 'Not met' };
const verdictWords = { yes: 'Yes', partly: 'In part', no: 'No' } as const;

/** The clearest cases first: those against which little else stands. The order is fixed by the files. */
function clearest(course: Course, scenarios: readonly Scenario[]): readonly Scenario[] {
  return scenarios.toSorted((one, other) => against(course, one) - against(course, other));
}

/** Cases that meet the criterion, and cases that do not. Of several contributions the worst counts. */
export function criterionCases(course: Course, lens: Lens<unknown>, id: string): readonly CaseGroup[] {
  const found = clearest(course, openCases(course)).flatMap((scenario) => {
    const findings = judge(course.theory, scenario.facts, lens).subjects.flatMap((subject) =>
      subject.findings.filter((finding) => finding.criterion === id),
    );
    const finding = worst(findings);
    return finding
      ? [{ met: finding.outcome === 'pass', shown: caseWith(scenario, { ...finding, outcome: outcomeWords[finding.outcome] }) }]
      : [];
  });
  const group = (met: boolean) => found.flatMap((one) => (one.met === met ? [one.shown] : [])).slice(0, eachWay);
  return [
    { title: 'Met', cases: group(true) },
    { title: 'Not met, or in part', cases: group(false) },
  ];
}

function worst(findings: readonly TracedFinding[]): TracedFinding | undefined {
  return findings.find(({ outcome }) => outcome === 'fail') ?? findings.find(({ outcome }) => outcome === 'edge') ?? findings[0];
}

/** Cases by answer, those answers first that most cases have; an answer that no open case has is left out. */
export function questionCases(course: Course, question: Question<unknown>): readonly CaseGroup[] {
  const open = openCases(course);
  return question.answers
    .map(({ id, label }) => ({
      title: label,
      cases: open.flatMap((scenario): ReferenceCase[] => {
        const derived = question.derive(scenario.facts);
        return derived.answer === id ? [caseWith(scenario, { ...derived, outcome: label })] : [];
      }),
    }))
    .filter(({ cases }) => cases.length > 0)
    .toSorted((one, other) => other.cases.length - one.cases.length)
    .map(({ title, cases }) => ({ title, cases: cases.slice(0, eachWay) }));
}

/** Cases in which whoever holds it goes wrong, and cases in which it happens to make no difference. */
export function misconceptionCases(course: Course, misconception: Misconception<unknown>): readonly CaseGroup[] {
  const open = clearest(course, openCases(course));
  const wrong = open.filter(({ facts }) => goesWrong(course.theory, misconception, facts));
  const harmless = open.filter((scenario) => !wrong.includes(scenario) && arises(course, misconception, scenario.facts));
  return [
    { title: 'Here it goes wrong', cases: wrong.slice(0, eachWay).map((scenario) => heldCase(course, misconception, scenario)) },
    {
      title: 'Here it makes no difference',
      cases: harmless.slice(0, eachWay).map((scenario) => heldCase(course, misconception, scenario)),
    },
  ];
}

function arises({ theory }: Course, { question }: Misconception<unknown>, facts: unknown): boolean {
  const asked = theory.questions.find(({ id }) => id === question?.id);
  return asked === undefined || asked.derive(facts).answer !== 'n/a';
}

/** What its holder says of a case, beside what follows from the facts. */
function heldCase({ theory }: Course, misconception: Misconception<unknown>, scenario: Scenario): ReferenceCase {
  const { facts } = scenario;
  const asked = theory.questions.find(({ id }) => id === misconception.question?.id);
  if (asked && misconception.question) {
    const derived = asked.derive(facts);
    const label = (id: string) => asked.answers.find((answer) => answer.id === id)?.label ?? id;
    const outcome = saying(label(misconception.question.answer(facts)), label(derived.answer));
    return caseWith(scenario, { ...derived, outcome });
  }
  const right = judge(theory, facts);
  const held = judge(theory, facts, misconception.lens);
  const outcome = saying(`Is it ${theory.concept}? ${verdictWords[held.verdict]}`, verdictWords[right.verdict]);
  return caseWith(scenario, { ...settledBy(theory, misconception.concerns, right, facts), outcome });
}

/** What the facts say about the criterion or question that a misconception is about. */
function settledBy(theory: Theory<unknown>, concerns: string, right: Judgement, facts: unknown) {
  const finding = worst(right.subjects.flatMap(({ findings }) => findings.filter(({ criterion }) => criterion === concerns)));
  const derived = theory.questions.find(({ id }) => id === concerns)?.derive(facts);
  return finding ?? derived ?? { because: '', facts: [] };
}

function saying(held: string, right: string): string {
  return held.endsWith(right)
    ? `Whoever holds it says “${held}”, and so it is.`
    : `Whoever holds it says “${held}”. From the facts follows: ${right}.`;
}
