import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { verdictOf } from '#app/definitions/judge.ts';
import { changeOptions } from '#app/quiz/change-options.ts';
import { answerUnder, feedback, keyOf } from '#app/quiz/quiz.ts';
import { everyItem, factsOf, itemOf, oneOfEach } from './build.ts';

describe('feedback on a wrong verdict', () => {
  const item = itemOf({ kind: 'verdict', about: 'R6', scenario: 'tax-self-assessment' });
  const told = feedback(item, { type: 'choice', option: 'misconception:side-by-side' });

  test('says the verdict under the definition by name', () => {
    expect(told.outcome).toBe('wrong');
    expect(told.lens.id).toBe('narrow');
    expect(told.headline).toBe('Under the narrow definition: yes, this is co-production.');
  });

  test('then the deciding criterion, why, and the words of the story', () => {
    expect(told.deciding).toEqual({
      criterion: 'R6',
      label: expect.stringMatching(/\w/),
      outcome: 'pass',
      because: expect.stringMatching(/joined/),
      quote: 'Somebody works out and enters the figures',
    });
  });

  test('then what would change it, which it does', () => {
    expect(told.changes.length).toBeGreaterThan(0);
    const facts = factsOf('tax-self-assessment');
    for (const text of told.changes) {
      const change = coProduction.changes(facts).find((candidate) => candidate.text === text);
      expect(change && verdictOf(coProduction, change.apply(facts))).not.toBe('yes');
    }
  });

  test('then the misconception with its name, why it tempts and where it breaks', () => {
    expect(told.misconceptions).toEqual([
      expect.objectContaining({
        id: 'side-by-side',
        name: expect.stringMatching(/\w/),
        tempts: expect.stringMatching(/\w/),
        breaks: expect.stringMatching(/\w/),
      }),
    ]);
  });

  test('shows the checklist in the order of asking, with one deciding row and the story marked', () => {
    const [review] = told.cases;
    expect(review?.checklists[0]?.rows.map((row) => row.criterion)).toEqual(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7']);
    expect(review?.checklists[0]?.rows.filter((row) => row.decides).map((row) => row.criterion)).toEqual(['R6']);
    const marked = review?.story.flat().flatMap((sentence) => sentence.segments.filter((segment) => segment.mark));
    expect(marked?.map((segment) => segment.text)).toEqual(['Somebody works out and enters the figures']);
  });
});

test('a right answer is explained too', () => {
  const item = itemOf({ kind: 'verdict', about: 'R4', scenario: 'planning-workshops' });
  const told = feedback(item, { type: 'choice', option: 'key' });
  expect(told.outcome).toBe('right');
  expect(told.deciding?.criterion).toBe('R4');
  expect(told.misconceptions).toEqual([]);
  expect(told.changes.length).toBeGreaterThan(0);
});

test('a no is explained by its first failure, whatever the item is about', () => {
  const told = feedback(itemOf({ kind: 'verdict', about: 'R7', scenario: 'private-gym' }), { type: 'choice', option: 'key' });
  expect(told.deciding?.criterion).toBe('R1');
});

test('every item of every case has feedback in whole sentences, for its key and for each misconception', () => {
  for (const item of [...oneOfEach, ...everyItem()]) {
    const held = coProduction.misconceptions.map(({ id }) => answerUnder(item, id));
    const answers = [keyOf(item) ?? ({ type: 'text', text: 'So it is.' } as const), ...held].filter((answer) => answer !== null);
    for (const answer of answers.slice(0, 3)) {
      const told = feedback(item, answer);
      expect(told.headline, item.spec.kind).toMatch(/^[\p{Lu}\d“].*[.”]$/u);
      expect(JSON.stringify(told)).not.toMatch(/undefined|NaN|\[object/);
      if (told.deciding) expect(told.deciding.because).toMatch(/^[\p{Lu}\d“].*[.”]$/u);
      for (const change of told.changes) expect(change).not.toMatch(/^Suppose|\.$/);
      expect(told.cases.map((review) => review.title)).toEqual(item.scenarios.map((scenario) => scenario.title));
    }
  }
});

test('where contributions differ, each has its checklist and the verdict says so', () => {
  const told = feedback(itemOf({ kind: 'verdict', about: 'R4', scenario: 'pb-playground-build' }), { type: 'choice', option: 'key' });
  expect(told.headline).toBe('Under the narrow definition: this is co-production only in part.');
  expect(told.cases[0]?.checklists.map((checklist) => checklist.verdict)).toEqual(['no', 'yes']);
});

test('kinds with parts tell each part: yours, what follows, and why', () => {
  const item = itemOf({ kind: 'criteria', about: 'R4', scenario: 'planning-workshops', criteria: ['R3', 'R4'] });
  const told = feedback(item, { type: 'checklist', met: ['R3', 'R4'] });
  expect(told.outcome).toBe('partly');
  expect(told.parts.map(({ yours, key, right }) => [yours, key, right])).toEqual([
    ['met', 'met', true],
    ['met', 'not met', false],
  ]);
  expect(told.deciding?.criterion).toBe('R4');
});

test('a number is worked out figure by figure', () => {
  const item = itemOf({ kind: 'numeric', about: 'D2', scenario: 'recycling-sorting', quantity: 'net:whole council:coproduction' });
  const told = feedback(item, { type: 'number', value: 40 });
  expect(told.parts[0]?.because).toMatch(/40 .*30 − .*30 − .*15 = 25$/);
  expect(told.misconceptions.map(({ id }) => id)).toEqual(['free-labour']);
});

test('a difference is worked out sum by sum', () => {
  const item = itemOf({
    kind: 'numeric',
    about: 'D2',
    scenario: 'sure-start-peer-support',
    quantity: 'difference:whole programme',
    stem: 'How much better are the visits?',
  });
  const told = feedback(item, { type: 'number', value: 35 });
  expect(told.deciding?.because).toMatch(/= 25\. With .* = 0\. The difference: 25 − 0 = 25\.$/);
  expect(told.parts[0]?.text).toBe('How much better are the visits?');
});

test('what is met in part would change by being met in full', () => {
  const told = feedback(itemOf({ kind: 'verdict', about: 'B3', scenario: 'comment-portal', lens: 'broad' }), {
    type: 'choice',
    option: 'key',
  });
  expect(told.changes[0]).toBe('the commenters were given a full share in the decision');
});

test('a sorting says that it counts only in part where contributions differ', () => {
  const item = itemOf({ kind: 'classify', about: 'R4', scenarios: ['pb-playground-build', 'voting', 'postcodes'], by: 'narrow' });
  const told = feedback(item, keyOf(item) ?? { type: 'text', text: '' });
  expect(told.headline).toBe('Under the narrow definition, 3 of 3 cases are in the right column.');
  expect(told.parts[0]?.because).toMatch(/^One part counts, another does not\. The residents choose the project: /);
  expect(feedback(item, { type: 'table', cells: { voting: 'no' } }).headline).toMatch(/, 1 of 3 cases is in the right column\.$/);
});

test('under the broad definition nobody is taken for mistaken who marks the rows by the narrow one', () => {
  const item = itemOf({ kind: 'criteria', about: 'B4', scenario: 'planning-workshops', lens: 'broad' });
  const met = ['R1', 'R2', 'B3', 'R6', 'B5'];
  expect(feedback(item, { type: 'checklist', met }).misconceptions).toEqual([]);
  expect(answerUnder(item, 'must-be-voluntary')).toEqual(keyOf(item));
});

test('an explanation gets points to compare with: verdict and lens, criterion, fact, the other reading', () => {
  const item = itemOf({ kind: 'explain', about: 'R4', scenario: 'planning-workshops', prompt: 'Why do experts differ?' });
  const told = feedback(item, { type: 'text', text: 'They only plan.' });
  expect(told.outcome).toBe('unmarked');
  expect(told.points.map(({ id }) => id)).toEqual(['verdict', 'criterion', 'fact', 'reading']);
  expect(told.points[0]?.text).toContain('under the narrow definition, no');
  expect(told.points[2]?.text).toContain('Somebody drafts options');
});

describe('what-if', () => {
  const items = everyItem().flatMap((item) => (item.spec.kind === 'what-if' ? [{ ...item, spec: item.spec }] : []));

  test('exactly one of four options turns the verdict, on every case that has such an item', () => {
    expect(items.length).toBeGreaterThan(200);
    for (const item of items) {
      const options = changeOptions(item);
      expect(options.filter((option) => option.flips)).toHaveLength(1);
      expect(options).toHaveLength(4);
    }
  });

  test('the one that turns it turns the criterion that the item is about, where one change can', () => {
    const item = itemOf({ kind: 'what-if', about: 'R6', scenario: 'recycling-sorting' });
    expect(feedback(item, { type: 'choice', option: 'gone' }).deciding?.criterion).toBe('R6');
  });

  test('a change that matters only to the mistaken is offered, and choosing it tells whose mistake it is', () => {
    const item = itemOf({ kind: 'what-if', about: 'R6', scenario: 'recycling-sorting' });
    const answer = answerUnder(item, 'side-by-side');
    expect(answer && feedback(item, answer).misconceptions.map(({ id }) => id)).toContain('side-by-side');
  });

  test('the author’s own options are offered as they are', () => {
    const changes = coProduction.changes(factsOf('recycling-sorting')).map(({ id }) => id);
    const options = ['c1.link=unconnected', ...changes.filter((id) => id.includes('steps')).slice(0, 1)];
    const item = itemOf({ kind: 'what-if', about: 'R6', scenario: 'recycling-sorting', options });
    expect(keyOf(item)).toEqual({ type: 'choice', option: 'c1.link=unconnected' });
  });
});

test('an explanation about a question is held against its answer too, and against no row that happens to be last', () => {
  const item = itemOf({ kind: 'explain', about: 'D2', scenario: 'recycling-sorting', prompt: 'Advise the council.' });
  const { points, deciding } = feedback(item, { type: 'text', text: 'Use it.' });
  expect(points.map(({ id }) => id)).toEqual(['verdict', 'question', 'answer-fact']);
  expect(points[1]?.text).toMatch(/^It answers what comes after the verdict: .*The net benefit is 25 with co-production against 5/);
  expect(deciding?.criterion).toBe('D2');
});
