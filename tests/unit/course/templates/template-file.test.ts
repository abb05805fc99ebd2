import { describe, expect, test } from 'vitest';
import { compileCourse } from '#app/course/compile.ts';
import { plainText } from '#app/course/story.ts';
import { scenarioOf } from '#app/course/templates/template.ts';
import { findTheory } from '#app/definitions/theories.ts';
import { courseWith, place, problemsWith } from '../course-folder.ts';
import { file, template } from './template.ts';

const compiled = () => compileCourse(courseWith({ [file]: template }));
const changed = (from: string, to: string) => {
  if (!template.includes(from)) throw new Error(`the template does not hold ${from}`);
  return { [file]: template.replace(from, () => to) };
};

describe('a template', () => {
  test('makes a scenario of each combination of its choices, named after them', () => {
    const { course, problems } = compiled();
    expect(problems.filter(({ file: where }) => where.endsWith(file))).toEqual([]);
    expect(course?.variants.map(({ id }) => id)).toEqual([
      'lent-spades-weir-joined',
      'lent-spades-weir-lost',
      'lent-spades-hythe-joined',
      'lent-spades-hythe-lost',
    ]);
    expect(course?.scenarios.map(({ id }) => id)).not.toContain('lent-spades-weir-joined');
  });

  test('fills slots in story, title, gist, facts and note; the facts of a choice are laid over its own, and the key follows', () => {
    const { course } = compiled();
    const theory = findTheory('co-production');
    const [from, variant] = [course?.templates[0], course?.variants[3]];
    if (!from || !variant || !theory) throw new Error('nothing was compiled');
    const scenario = scenarioOf(from, variant.choices, theory);
    expect(scenario).toMatchObject({
      id: variant.id,
      title: 'Spades in Hythe',
      gist: 'A young baker borrows a spade.',
      source: { note: 'It goes nowhere.' },
    });
    expect(plainText(scenario.story)).toContain(
      'A young baker takes one home. On six evenings the baker digs in the mud. The ditch leads nowhere',
    );
    expect(scenario.facts).toMatchObject({
      parties: [{ label: 'Board of Hythe' }, { label: 'Baker' }],
      contributions: [
        { id: 'g1', feedsOutput: true },
        { id: 'c1', feedsOutput: false, what: 'digs in the mud', steps: [2, 2] },
      ],
    });
    expect(course?.variants.map(({ follows }) => follows.narrow)).toEqual(['yes', 'no R5', 'yes', 'no R5']);
  });

  test('leaves out what stands under `except`', () => {
    const { course } = compileCourse(courseWith({ [file]: `${template}except: [{ place: hythe, turn: lost }]\n` }));
    expect(course?.variants).toHaveLength(3);
  });
});

describe('what is wrong in a template is reported where it was written, once', () => {
  const cases: readonly [what: string, changes: Record<string, string>, places: readonly string[]][] = [
    ['another name than its file', changed('id: lent-spades', 'id: lent-spade'), [`${file}:1:5 file-name`]],
    ['a field that is missing', changed('gist: <Place.who> borrows a spade.\n', ''), [`${file}:1:1 schema`]],
    ['a slot that is not there', changed('<place.town> wants', '<plaice.town> wants'), [`${file}:5:4 slot`]],
    ['a text that the slot does not have', changed('<place.who>', '<place.whom>'), [`${file}:6:17 slot`]],
    ['a text that only one choice has', changed('town: Weir, who', 'town: Weir, street: Long Row, who'), [`${file}:22:12 slot`]],
    ['a choice without another', changed('    hythe: { town: Hythe, who: A young baker, name: baker }\n', ''), [`${file}:21:5 slot`]],
    ['a slot that fills itself', changed('The ditch runs', 'The <turn.note> runs'), [`${file}:24:27 slot`]],
    ['a sign that is no slot', changed('The work is hard', 'The work is > hard'), [`${file}:7:15 slot`]],
    ['a mark in a choice that names no fact', changed('board]{c1.feedsOutput}', 'board]{c7}'), [`${file}:24:67 unknown-fact`]],
    [
      'a mark in the story that is never closed',
      changed('pegs and lends out\n  spades]{g1}', 'pegs and lends out\n  spades'),
      [`${file}:5:53 mark-across-sentences`, `${file}:6:11 story-mark`],
    ],
    ['a wrong fact in a choice', changed('feedsOutput: false', 'feedsOutput: perhaps'), [`${file}:28:55 schema`]],
    ['a wrong fact in the facts', changed('steps: [2, 2]', 'steps: [3, 2]'), [`${file}:16:59 schema`]],
    [
      'an unknown field in a choice',
      changed('{ id: c1, feedsOutput: false }', '{ id: c1, feeds: false }'),
      [`${file}:28:42 unknown-field`],
    ],
    ['an exception of nothing', { [file]: `${template}except: [{ place: hive }]\n` }, [`${file}:30:19 slot`]],
    [
      'two variants that read alike',
      changed('{ town: Hythe, who: A young baker, name: baker }', '{ town: Weir, who: An old farmer, name: farmer }'),
      [`${file}:20:3 same-text`, `${file}:20:3 same-text`],
    ],
    ['the id of a scenario', { [file]: template, 'scenarios/lent-spades-weir-lost.yaml': 'x' }, [`${file}:1:5 duplicate-id`]],
  ];
  test.each(cases)('%s', (_, changes, places) => {
    const found = problemsWith(changes, 'error').filter((problem) => problem.file === file);
    expect(found.map(place)).toEqual(places);
  });

  test('and names a variant that has it', () => {
    const [problem] = problemsWith(changed('feedsOutput: false', 'feedsOutput: perhaps'), 'error');
    expect(problem?.message).toContain('variant `lent-spades-weir-lost`');
  });

  test('a text that nothing shows is advice', () => {
    const [problem] = problemsWith(
      changed(
        'source: { basis: team judgement, cite: "Made up for this test.", note: <turn.note> }',
        'source: { basis: team judgement, cite: "Made up for this test.", note: null }',
      ),
      'warning',
    ).filter((one) => one.file === file);
    expect(problem).toMatchObject({ rule: 'unused-text', message: 'nothing shows `<turn.note>`' });
  });
});
