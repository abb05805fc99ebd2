import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { judge, verdictOf } from '#app/definitions/judge.ts';
import { answerUnder, feedback, forLearner, grade, keyOf, problems } from '#app/quiz/quiz.ts';
import type { VerdictSpec } from '#app/quiz/spec.ts';
import { verdictOptions } from '#app/quiz/verdict-options.ts';
import { caseIds, factsOf, itemOf } from './build.ts';

function verdictItem(scenario: string, about = 'R3', more: Partial<VerdictSpec> = {}) {
  const item = itemOf({ kind: 'verdict', scenario, about, ...more });
  if (item.spec.kind !== 'verdict') throw new Error('Not a verdict item');
  return { ...item, spec: item.spec };
}

const ids = (scenario: string, about?: string, more?: Partial<VerdictSpec>) =>
  verdictOptions(verdictItem(scenario, about, more)).map((option) => option.id);

test('every case gets four options with different texts, and one of them agrees with the derivation', () => {
  for (const id of caseIds) {
    const item = verdictItem(id);
    const options = verdictOptions(item);
    expect(options, id).toHaveLength(4);
    expect(new Set(options.map((option) => option.text)).size, id).toBe(4);
    const right = options.filter((option) => grade(item, { type: 'choice', option: option.id }).right);
    expect(right.map((option) => option.id)).toEqual(['key']);
    expect(right[0]?.verdict).toBe(verdictOf(coProduction, factsOf(id)));
  }
});

test('an option with the verdict of the key gives a reason that is false of the case', () => {
  for (const id of caseIds) {
    const [key, ...others] = verdictOptions(verdictItem(id));
    const failing = judge(coProduction, factsOf(id)).subjects.flatMap((subject) =>
      subject.findings.filter((finding) => finding.outcome !== 'pass').map((finding) => `reason:${finding.criterion}`),
    );
    for (const option of others.filter((candidate) => candidate.verdict === key?.verdict)) expect(failing, id).not.toContain(option.id);
  }
});

test('every option begins with its verdict and reads as one sentence', () => {
  for (const id of caseIds) {
    for (const { text, verdict } of verdictOptions(verdictItem(id))) {
      expect(text).toMatch(/^(Yes|Partly|No): \S.*[^.]\.$/);
      expect(text.toLowerCase().startsWith(verdict)).toBe(true);
    }
  }
});

test('no option stands out by its length', () => {
  for (const id of caseIds) {
    for (const about of ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']) {
      const lengths = verdictOptions(verdictItem(id, about)).map((option) => option.text.length);
      expect(Math.max(...lengths) / Math.min(...lengths), `${id} ${about}`).toBeLessThanOrEqual(2.5);
    }
  }
});

describe('distractors', () => {
  test('misconceptions about the criterion in question come first', () => {
    expect(ids('tax-self-assessment', 'R6').slice(0, 2)).toEqual(['key', 'misconception:side-by-side']);
    expect(ids('contracted-garbage', 'R2')[1]).toBe('misconception:anyone-outside-counts');
  });

  test('the author’s misconceptions come before all others', () => {
    expect(ids('tax-self-assessment', 'R6', { distractors: ['must-be-voluntary'] }).slice(0, 3)).toEqual([
      'key',
      'misconception:must-be-voluntary',
      'misconception:side-by-side',
    ]);
  });

  test('a misconception that gives the right verdict is left out, even if the author names it', () => {
    expect(ids('recycling-sorting', 'R6', { distractors: ['must-be-voluntary'] })).not.toContain('misconception:must-be-voluntary');
  });

  test('a misconception that the author names may stand as the right verdict for a wrong reason', () => {
    const named = (distractors: string[]) => ids('recycling-sorting', 'R6', { distractors }).filter((id) => /use|paying/.test(id));
    expect(named(['use-counts'])).toEqual(['misconception:use-counts']);
    expect(named(['paying-counts'])).toEqual(['misconception:paying-counts']);
    const item = verdictItem('recycling-sorting', 'R6', { distractors: ['paying-counts'] });
    expect(problems(item).map(({ rule }) => rule)).not.toContain('distractor-goes-right');
  });

  test('the other definition gives the reason that stands in the place of what is asked', () => {
    const other = verdictOptions(verdictItem('planning-workshops', 'R4')).find((option) => option.id === 'lens:broad');
    expect(other?.text).toBe('Yes: what they do belongs to one phase of the service.');
  });

  test('what would make it one is told of the fact that it hangs on', () => {
    const hope = verdictOptions(verdictItem('comment-portal', 'B3', { lens: 'broad' })).find((option) => option.id === 'hope:B3');
    expect(hope?.text).toBe('Yes: both sides give and take on an equal footing.');
  });

  test('the other definition stands among them where it differs', () => {
    expect(ids('planning-workshops', 'R4')).toContain('lens:broad');
    expect(ids('planning-workshops', 'R4', { lens: 'broad' })).toContain('lens:narrow');
    expect(ids('recycling-sorting', 'R4')).not.toContain('lens:broad');
  });

  test('a no can be right for a wrong reason', () => {
    const item = verdictItem('contracted-garbage', 'R2');
    const wrongReason = verdictOptions(item).find((option) => option.id.startsWith('reason:'));
    expect(wrongReason?.verdict).toBe('no');
    expect(wrongReason && grade(item, { type: 'choice', option: wrongReason.id })).toEqual({ score: 0, right: false, misconceptions: [] });
  });

  test('a yes has another yes beside it, so that the verdict alone does not tell', () => {
    for (const id of caseIds.filter((candidate) => verdictOf(coProduction, factsOf(candidate)) === 'yes')) {
      const beside = verdictOptions(verdictItem(id, 'R3')).filter((option) => option.verdict === 'yes' && option.id !== 'key');
      expect(beside.length, id).toBeGreaterThan(0);
    }
  });

  test('a yes for a reason that only a misconception accepts is wrong, and tells which', () => {
    const item = verdictItem('recycling-sorting', 'R4');
    const lucky = verdictOptions(item).find((option) => option.verdict === 'yes' && option.id !== 'key');
    expect(lucky?.id).toBe('misconception:voice-counts');
    expect(grade(item, { type: 'choice', option: 'misconception:voice-counts' })).toEqual({
      score: 0,
      right: false,
      misconceptions: ['voice-counts'],
    });
    expect(answerUnder(item, 'voice-counts')).toEqual({ type: 'choice', option: 'key' });
  });

  test('under the broad definition nobody is taken for mistaken who reads the case narrowly', () => {
    const item = verdictItem('planning-workshops', 'B4', { lens: 'broad' });
    expect(keyOf(item)).toEqual({ type: 'choice', option: 'key' });
    expect(grade(item, { type: 'choice', option: 'lens:narrow' }).misconceptions).toEqual([]);
  });
});

describe('a disputed case', () => {
  const item = verdictItem('planning-workshops', 'R4');

  test('is asked under a definition that is named', () => {
    expect(forLearner(item, 1).stem).toBe('Under the narrow definition, is this co-production, and why?');
    expect(forLearner(verdictItem('recycling-sorting'), 1).stem).toBe('Is this co-production, and why?');
  });

  test('shows both readings and who holds them, and tells whoever uses the other that it is held', () => {
    const told = feedback(item, { type: 'choice', option: 'lens:broad' });
    expect(told.headline).toMatch(/^Under the narrow definition: no, this is not co-production\. .* the broad definition/);
    expect(told.cases[0]?.readings).toEqual([expect.objectContaining({ verdict: 'yes', heldBy: expect.stringMatching(/\w/) })]);
  });

  test('shows the narrow reading beside the broad one', () => {
    const broad = verdictItem('planning-workshops', 'B4', { lens: 'broad' });
    const told = feedback(broad, { type: 'choice', option: 'key' });
    expect(told.headline).toBe('Under the broad definition: yes, this is co-production.');
    expect(told.cases[0]?.readings.map((reading) => [reading.id, reading.verdict])).toContainEqual(['narrow', 'no']);
  });
});
