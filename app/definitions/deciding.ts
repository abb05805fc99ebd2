import type { Judgement, SubjectJudgement, TracedFinding } from './theory.ts';

function first(subjects: readonly SubjectJudgement[], outcome: 'fail' | 'edge'): TracedFinding | null {
  for (const subject of subjects) {
    const finding = subject.findings.find((candidate) => candidate.outcome === outcome);
    if (finding !== undefined) return finding;
  }
  return null;
}

/** The finding that decides a case: the first failure of the first subject that has one, else the first edge, else null (all is met). */
export function decidingFinding(judgement: Judgement): TracedFinding | null {
  return first(judgement.subjects, 'fail') ?? first(judgement.subjects, 'edge');
}

/** The same for one subject, such as one contribution of a story with several. */
export function decidingOf(subject: SubjectJudgement): TracedFinding | null {
  return first([subject], 'fail') ?? first([subject], 'edge');
}
