/** A case taken apart: the marked story, the criteria checklist, and other readings. Not for unanswered items. */
import { decidingFinding } from '#app/definitions/deciding.ts';
import { judge } from '#app/definitions/judge.ts';
import type { FactRef, Lens, SubjectJudgement, Theory } from '#app/definitions/theory.ts';
import { markStory, mostTelling, quoteOf } from './evidence.ts';
import type { CaseReview, ChecklistRow } from './item.ts';
import { settling } from './judging.ts';
import { readingsBeside } from './readings.ts';
import type { Scenario } from './scenario.ts';

/**
 * The review of one case under a lens. Rows come in the order of the lens. Where every criterion is met none decides,
 * so no row and no words stand out, unless `about` names a criterion. `marked` are the facts whose most telling words are
 * highlighted, by default those that settle the case.
 */
export function caseReview<F>(
  theory: Theory<F>,
  scenario: Scenario<F>,
  lens: Lens<F>,
  about?: string,
  marked?: readonly FactRef[],
): CaseReview {
  const { title, story, facts, source } = scenario;
  const judgement = judge(theory, facts, lens);
  const [first] = judgement.subjects;
  const decides = decidingFinding(judgement) ?? (first === undefined ? null : settling(first, about));
  const refs = marked ?? decides?.facts ?? [];
  return {
    title,
    story: markStory(story, mostTelling(story, refs)),
    verdict: judgement.verdict,
    checklists: judgement.subjects.map((subject) => ({
      label: subject.label,
      verdict: subject.verdict,
      rows: rowsOf(scenario, subject, about),
    })),
    readings: readingsBeside(theory, facts, lens),
    flags: theory.flags(facts).map((flag) => flag.label),
    source,
  };
}

function rowsOf<F>({ story }: Scenario<F>, subject: SubjectJudgement, about: string | undefined): readonly ChecklistRow[] {
  const decides = settling(subject, about);
  return subject.findings.map((finding) => ({
    criterion: finding.criterion,
    label: finding.label,
    outcome: finding.outcome,
    because: finding.because,
    quote: quoteOf(story, finding.facts),
    decides: finding === decides,
  }));
}
