/** Which criteria are met? A criterion at the edge is met in part, so either mark of it is accepted and none counts. */
import type { Answer, Item } from '../item.ts';
import { explainingSubject, heldCriterion } from '../judging.ts';
import type { Kind } from '../kind.ts';
import { error, share, wrong } from '../kind.ts';
import { oncePerItem } from '../once.ts';
import type { CriteriaSpec } from '../spec.ts';
import { judgementOf, namedLens, scenarioOf } from '../subject.ts';
import { lensName } from '../wording.ts';

const judgedSubject = oncePerItem(<F>(item: Item<F, CriteriaSpec>) => {
  const { subjects } = judgementOf(item);
  const subject = subjects.find((candidate) => candidate.subject === item.spec.contribution) ?? subjects[0];
  if (subject === undefined) throw new Error(`Item ${item.spec.id} has nothing to judge`);
  return subject;
});

/** The findings that are asked about, in lens order. */
function asked<F>(item: Item<F, CriteriaSpec>) {
  const { criteria } = item.spec;
  return judgedSubject(item).findings.filter((finding) => criteria === undefined || criteria.includes(finding.criterion));
}

function ticks(met: readonly string[]): Answer {
  return { type: 'checklist', met };
}

const outcomeWords = { pass: 'met', edge: 'met in part', fail: 'not met' } as const;

export const criteria: Kind<CriteriaSpec> = {
  id: 'criteria',

  /** True where some misconception puts something else in the place of a criterion that is asked about. */
  diagnoses(item) {
    const { theory } = item;
    const lens = namedLens(item);
    const own = lens.criteria.filter(({ id }) => asked(item).some((finding) => finding.criterion === id));
    return theory.misconceptions.some((one) => own.some((criterion) => heldCriterion(theory, one, lens, criterion.id) !== criterion));
  },

  hint: 'Tick every criterion that this case meets; leave the others empty.',
  scenarioIds: (spec) => [spec.scenario],
  lens: namedLens,

  errors(item) {
    const { spec } = item;
    const lens = namedLens(item);
    const subjects = item.theory.subjects(scenarioOf(item).facts);
    const strangers = (spec.criteria ?? []).filter((id) => !lens.criteria.some((criterion) => criterion.id === id));
    const isSubject = spec.contribution === undefined || subjects.some((subject) => subject.id === spec.contribution);
    const found = [
      ...strangers.map((id) => error('unknown-criterion', `${lensName(lens)} has no criterion ${id}.`)),
      ...(subjects.length === 0 ? [error('nothing-to-judge', 'The facts name nothing to judge.')] : []),
      ...(isSubject
        ? []
        : [error('unknown-contribution', `“${spec.contribution}” is not one of ${subjects.map(({ id }) => id).join(', ')}.`)]),
    ];
    if (found.length > 0 || asked(item).some((finding) => finding.outcome !== 'edge')) return found;
    return [error('only-edges', 'Every criterion asked about is met only in part, so nothing can be right or wrong.')];
  },

  warnings: () => [],

  stem(item) {
    const several = judgementOf(item).subjects.length > 1;
    return several
      ? `Look at this part of the story: ${judgedSubject(item).label}. Which criteria does it meet?`
      : 'Which criteria does this case meet?';
  },

  sheet(item) {
    const lens = namedLens(item);
    const rows = asked(item).map(({ criterion: id, label }) => {
      const question = lens.criteria.find((criterion) => criterion.id === id)?.question ?? '';
      return { id, label, question };
    });
    return { type: 'checklist', rows };
  },

  key: (item) => ticks(asked(item).flatMap((finding) => (finding.outcome === 'fail' ? [] : [finding.criterion]))),

  answerUnder(item, misconception) {
    if (misconception.lens === undefined) return null;
    const lens = namedLens(item);
    const { facts } = scenarioOf(item);
    const { subject } = judgedSubject(item);
    const met = asked(item).filter((finding) => {
      const held = heldCriterion(item.theory, misconception, lens, finding.criterion);
      return held === null || held.test(facts, subject).outcome !== 'fail';
    });
    return ticks(met.map((finding) => finding.criterion));
  },

  mark(item, answer) {
    if (answer.type !== 'checklist') return wrong;
    const clear = asked(item).filter((finding) => finding.outcome !== 'edge');
    const correct = clear.filter((finding) => answer.met.includes(finding.criterion) === (finding.outcome === 'pass'));
    return share(correct.length, clear.length);
  },

  details(item, answer) {
    const findings = asked(item);
    const met = findings.filter((finding) => finding.outcome === 'pass').length;
    const edge = findings.filter((finding) => finding.outcome === 'edge').length;
    const ticked = answer.type === 'checklist' ? answer.met : [];
    return {
      headline: `Under ${lensName(namedLens(item))}, ${met} of these ${findings.length} criteria ${met === 1 ? 'is' : 'are'} met${edge > 0 ? `, and ${edge} in part` : ''}.`,
      explanation:
        findings.find((finding) => finding.criterion === item.spec.about) ?? explainingSubject(judgedSubject(item), item.spec.about),
      changes: true,
      parts: findings.map(({ criterion, label, outcome, because }) => ({
        text: label,
        yours: ticked.includes(criterion) ? 'met' : 'not met',
        key: outcomeWords[outcome],
        right: outcome === 'edge' || ticked.includes(criterion) === (outcome === 'pass'),
        because,
      })),
      points: [],
    };
  },
};
