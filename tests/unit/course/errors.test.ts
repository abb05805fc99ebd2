import { describe, expect, it } from 'vitest';
import { type Changes, place, problemsWith } from './course-folder.ts';

const lesson = 'lessons/01-first-steps.md';
const items = 'items/01-first-steps.yaml';
const sorting = 'scenarios/sorting.yaml';

const cases: readonly [what: string, changes: Changes, places: readonly string[]][] = [
  ['no course.yaml', { 'course.yaml': null }, ['course.yaml:1:1 missing-file']],
  ['a field that is missing', { 'course.yaml': ['title: A tiny course\n', ''] }, ['course.yaml:1:1 schema']],
  ['a field of the wrong kind', { 'course.yaml': ['title: A tiny course', 'title: [A]'] }, ['course.yaml:2:8 schema']],
  ['an unknown field', { 'course.yaml': ['summary:', 'sumary:'] }, ['course.yaml:1:1 schema', 'course.yaml:4:1 unknown-field']],
  ['broken YAML', { 'course.yaml': ['A tiny course', '[A tiny course'] }, ['course.yaml:3:1 yaml']],
  ['an unknown theory', { 'course.yaml': ['theory: co-production', 'theory: production'] }, ['course.yaml:3:9 unknown-theory']],
  ['a lesson listed twice', { 'course.yaml': ['  - second-steps', '  - second-steps\n  - first-steps'] }, ['course.yaml:8:5 duplicate-id']],
  ['a lesson without a file', { 'course.yaml': ['  - second-steps', '  - second-steps\n  - third'] }, ['course.yaml:8:5 missing-file']],
  [
    'a lesson that is not listed',
    { 'course.yaml': ['  - second-steps\n', ''] },
    ['items/02-second-steps.yaml:1:1 unlisted-file', `${lesson}:14:1 unknown-link`, 'lessons/02-second-steps.md:1:1 unlisted-file'],
  ],
  [
    'a lesson out of order',
    { 'lessons/03-second-steps.md': '', 'lessons/02-second-steps.md': null },
    ['lessons/03-second-steps.md:1:1 lesson-order'],
  ],
  ['an unknown showcase', { 'course.yaml': ['showcase: painting', 'showcase: paintings'] }, ['course.yaml:8:11 unknown-scenario']],
  ['a file that nothing reads', { 'scenarios/notes.txt': 'x' }, ['scenarios/notes.txt:1:1 unexpected-file']],
  ['a scenario under another name', { [sorting]: ['id: sorting', 'id: sortin'] }, [`${sorting}:1:5 file-name`]],
  ['a lesson under another name', { [lesson]: ['slug: first-steps', 'slug: first-step'] }, [`${lesson}:2:7 file-name`]],

  [
    'a source given twice',
    { 'sources.yaml': ['nabatchi-2017\n', 'anzsog-2017\n'] },
    [`${lesson}:40:14 unknown-source`, 'sources.yaml:5:7 duplicate-id'],
  ],
  ['a source without a web address', { 'sources.yaml': ['https://example.org/nabatchi', 'nowhere'] }, ['sources.yaml:7:8 schema']],
  ['an unknown source of a scenario', { [sorting]: ['cite: anzsog-2017', 'cite: anzsog'] }, [`${sorting}:27:35 unknown-source`]],
  ['an unknown source of a lesson', { [lesson]: ['sources: [anzsog-2017]', 'sources: [anzsog]'] }, [`${lesson}:8:11 unknown-source`]],
  ['an unknown source in a citation', { [lesson]: ['[@anzsog-2017, "Intro', '[@anzsog, "Intro'] }, [`${lesson}:13:70 unknown-source`]],
  [
    'an unknown section in a citation',
    { 'sources.yaml': ['whole text\n', 'whole text\n  sections: [{ title: Introduction }, { title: Work }]\n'] },
    [`${lesson}:40:30 unknown-section`],
  ],
  [
    'an example of the source that no scenario tells',
    {
      'sources.yaml': [
        'whole text\n',
        'whole text\n  sections: [{ title: p. 3 }, { title: Introduction, examples: [{ text: a, scenarios: [sortin] }] }]\n',
      ],
    },
    ['sources.yaml:1:1 unknown-scenario'],
  ],
  ['a citation that cannot be read', { [lesson]: ['; @anzsog-2017, "p. 3"', '; anzsog-2017'] }, [`${lesson}:40:28 citation`]],

  ['an unknown fact in a mark', { [sorting]: ['{g1}', '{g2}'] }, [`${sorting}:7:105 unknown-fact`]],
  ['a mark that is never closed', { [sorting]: ['{g1},', ','] }, [`${sorting}:7:45 story-mark`]],
  [
    'a mark across sentences',
    { [sorting]: ['[The streets stay clean for everybody]{value.1}. Dr.', '[The streets stay clean for everybody. Dr.]{value.1}'] },
    [`${sorting}:10:3 mark-across-sentences`],
  ],
  ['a fact that names nobody', { [sorting]: ['by: residents, what: sort', 'by: resident, what: sort'] }, [`${sorting}:19:21 schema`]],
  [
    'an alternative that fails for no reason',
    { [sorting]: ['achieves: worse, note: the machine leaves glass in the compost', 'achieves: "no"'] },
    [`${sorting}:24:7 schema`],
  ],
  [
    'an unknown field of a fact',
    { [sorting]: ['gives: [tools, effort], steps', 'givs: [tools, effort], steps'] },
    [`${sorting}:20:55 unknown-field`],
  ],
  ['a fact outside its values', { [sorting]: ['tool: technology', 'tool: robots'] }, [`${sorting}:24:15 schema`]],

  ['an item given twice', { 'items/02-second-steps.yaml': ['l2-which', 'l1-rows'] }, ['items/02-second-steps.yaml:1:7 duplicate-id']],
  ['an item of an unknown kind', { [items]: ['kind: verdict', 'kind: verdikt'] }, [`${items}:7:9 schema`]],
  ['an item without a scenario', { [items]: ['  kind: verdict\n  scenario: sorting\n', '  kind: verdict\n'] }, [`${items}:6:3 schema`]],
  [
    'an item of an unknown scenario',
    { [items]: ['  kind: verdict\n  scenario: sorting', '  kind: verdict\n  scenario: sortin'] },
    [`${items}:8:13 unknown-scenario`],
  ],
  [
    'one of several scenarios unknown',
    { 'items/02-second-steps.yaml': ['meeting]', 'meetings]'] },
    ['items/02-second-steps.yaml:3:34 unknown-scenario'],
  ],
  [
    'an item of an unknown objective',
    { [items]: ['objective: tell\n  about: R6', 'objective: told\n  about: R6'] },
    [`${items}:9:14 unknown-objective`],
  ],
  ['an item about an unknown criterion', { [items]: ['about: R6', 'about: R66'] }, [`${items}:10:10 unknown-criterion`]],
  [
    'an item that the quiz cannot ask',
    { [items]: ['kind: verdict', 'kind: numeric\n  quantity: net:x:coproduction'] },
    [`${items}:6:7 unknown-quantity`],
  ],

  [
    'an item about a worked example',
    { [lesson]: [':::worked{scenario="digging"}', ':::worked{scenario="meeting"}'] },
    ['items/02-second-steps.yaml:3:34 example-gives-key'],
  ],
  [
    'items about a faded example of another lesson',
    { 'lessons/02-second-steps.md': ['talk.', 'talk.\n\n:::faded{scenario="sorting" blank="R3"}\nYour turn.\n:::'] },
    [`${items}:3:13 example-gives-key`, `${items}:8:13 example-gives-key`, 'items/02-second-steps.yaml:3:15 example-gives-key'],
  ],
  [
    'an item about a case on a grid',
    { [lesson]: ['cases="digging painting"', 'cases="meeting"'] },
    ['items/02-second-steps.yaml:3:34 example-gives-key'],
  ],
  [
    'an item about the showcase',
    { 'course.yaml': ['showcase: painting', 'showcase: meeting'] },
    ['items/02-second-steps.yaml:3:34 example-gives-key'],
  ],

  ['a lesson without front matter', { [lesson]: ['---\nslug', 'slug'] }, [`${lesson}:1:1 front-matter`]],
  ['front matter with a field missing', { [lesson]: ['minutes: 5\n', ''] }, [`${lesson}:2:1 schema`]],
  ['raw HTML', { [lesson]: ['A good deal.', 'A <b>good</b> deal.'] }, [`${lesson}:48:3 raw-html`, `${lesson}:48:10 raw-html`]],
  ['a script', { [lesson]: ['A good deal.', '<script>alert(1)</script>'] }, [`${lesson}:48:1 raw-html`]],
  ['a picture', { [lesson]: ['A good deal.', '![x](y.png)'] }, [`${lesson}:48:1 picture`]],
  ['a footnote', { [lesson]: ['A good deal.', 'A good[^1] deal.\n\n[^1]: x'] }, [`${lesson}:48:7 footnote`, `${lesson}:50:1 footnote`]],
  ['a link that runs a script', { [lesson]: ['https://example.org/', 'javascript:alert(1)'] }, [`${lesson}:14:48 unknown-link`]],
  ['a link to an unknown lesson', { [lesson]: ['second-steps#weighing', 'second-step'] }, [`${lesson}:14:1 unknown-link`]],
  [
    'a link to an unknown heading of another lesson',
    { 'lessons/02-second-steps.md': ['## Weighing', '## Weighty'] },
    [`${lesson}:14:1 unknown-link`],
  ],
  ['a link to an unknown heading', { [lesson]: ['https://example.org/', '#the-rules'] }, [`${lesson}:14:48 unknown-link`]],
  ['a title in the text', { [lesson]: ['## The rule', '# The rule'] }, [`${lesson}:33:1 heading`]],
  ['a level of headings skipped', { [lesson]: ['### A closer', '#### A closer'] }, [`${lesson}:16:1 heading`]],
  ['a heading used twice', { [lesson]: ['## The rule', '## Who did it?'] }, [`${lesson}:33:1 duplicate-heading`]],
  ['text before the first section', { [lesson]: ['## Who did it?', 'Hello.\n\n## Who did it?'] }, [`${lesson}:11:1 text-before-section`]],
  ['a section with nothing in it', { [lesson]: ['## The rule', '## Nothing\n\n## The rule'] }, [`${lesson}:33:1 empty-section`]],
  ['an unknown block', { [lesson]: [':::principle', ':::princple'] }, [`${lesson}:35:1 unknown-directive`]],
  [
    'a block that is never closed',
    { [lesson]: ['They do **part of the work**.\n:::', 'They do **part of the work**.'] },
    [`${lesson}:38:1 nested-block`],
  ],
  ['a block that cannot be read', { [lesson]: [':::worked{scenario="digging"}', ':::worked {scenario'] }, [`${lesson}:39:1 directive`]],
  ['a block inside a list', { [lesson]: ['They do', '- ::grid{caption="x" mark="y"}\n\nThey do'] }, [`${lesson}:36:3 nested-block`]],
  ['a block without its attribute', { [lesson]: [':::check{item="l1-check"}', ':::check'] }, [`${lesson}:30:1 directive`]],
  ['a block with an unknown attribute', { [lesson]: ['right="sorting"', 'right="sorting" middle="x"'] }, [`${lesson}:26:1 directive`]],
  ['a block with the wrong colons', { [lesson]: ['::grid', ':::grid'] }, [`${lesson}:51:1 directive`]],
  ['an empty block', { [lesson]: ['Your turn.\n', ''] }, [`${lesson}:43:1 directive`]],
  [
    'text in a block that takes none',
    { [lesson]: [':::check{item="l1-check"}', ':::check{item="l1-check"}\nHello.'] },
    [`${lesson}:30:1 directive`],
  ],
  ['an unknown scenario in a block', { [lesson]: ['right="sorting"', 'right="sortin"'] }, [`${lesson}:26:36 unknown-scenario`]],
  [
    'an unknown scenario in the grid',
    { [lesson]: ['cases="digging painting"', 'cases="digging paintings"'] },
    [`${lesson}:51:64 unknown-scenario`],
  ],
  [
    'a mark of the grid that is no definition',
    { [lesson]: ['mark="narrow" cases', 'mark="wide" cases'] },
    [`${lesson}:51:41 unknown-lens`],
  ],
  ['an unknown criterion in a block', { [lesson]: ['blank="R3 R5"', 'blank="R3 B3"'] }, [`${lesson}:43:40 unknown-criterion`]],
  ['an unknown lens in a block', { [lesson]: ['lens="narrow"', 'lens="wide"'] }, [`${lesson}:43:50 unknown-lens`]],
  [
    'a picture of something that the facts do not hold',
    { [lesson]: [':::principle', '::scales{scenario="digging" caption="A decision"}\n\n:::principle'] },
    [`${lesson}:35:20 empty-picture`],
  ],
  [
    'a picture of a case that an item asks about',
    { [lesson]: [':::principle', '::steps{scenario="sorting" caption="Steps"}\n\n:::principle'] },
    [`${items}:3:13 example-gives-key`, `${items}:8:13 example-gives-key`, 'items/02-second-steps.yaml:3:15 example-gives-key'],
  ],
  ['a check of another lesson', { [lesson]: ['item="l1-check"', 'item="l2-which"'] }, [`${lesson}:30:16 unknown-item`]],
  [
    'a check asked twice',
    { [lesson]: [':::principle', ':::check{item="l1-check"}\n:::\n\n:::principle'] },
    [`${lesson}:35:16 duplicate-check`],
  ],
];

describe('a question that the story does not answer', () => {
  const asked = (item: string): Changes => ({
    [sorting]: ['[Most people say they\n  sort because it is the decent thing to do]{motive.1}.', 'So it goes.'],
    [items]: ['kind: verdict\n  scenario: sorting\n  objective: tell\n  about: R6', item],
  });

  it.each([
    ['a match', 'kind: match\n  scenarios: [sorting]\n  objective: tell\n  about: M1', ':8:15'],
    ['an item about the motive', 'kind: evidence\n  scenario: sorting\n  objective: tell\n  about: M1', ':8:13'],
  ])('is an error in %s', (_what, item, at) => {
    const found = problemsWith(asked(item), 'error').filter(({ rule }) => rule === 'story-does-not-tell');
    expect(found.map(place)).toContain(`${items}${at} story-does-not-tell`);
    expect(found[0]?.message).toMatch(/^l1-sorting asks for (M1|motives), and no words of the story `sorting` establish `motive.1`$/);
  });

  it('is none where the item asks for something else', () => {
    expect(problemsWith(asked('kind: verdict\n  scenario: sorting\n  objective: tell\n  about: R6'), 'error')).toEqual([]);
  });
});

describe('an example that an item asks about', () => {
  it('is named with the item and with where it is taken apart', () => {
    const [problem] = problemsWith({ [lesson]: [':::worked{scenario="digging"}', ':::worked{scenario="meeting"}'] }, 'error');
    expect(problem?.message).toBe(
      'l2-which: `meeting` is in the `worked` block of lesson `first-steps` (line 39), where anybody can read the key',
    );
  });

  it.each([
    ['order', 'kind: order'],
    ['match', 'kind: match'],
  ])('may be used by an item of the kind %s, whose key no checklist holds', (_kind, kind) => {
    const field = kind === 'kind: match' ? 'scenarios: [digging]' : 'scenario: digging';
    const changes: Changes = {
      'scenarios/digging.yaml': [
        '  dike]{value.1}.\nfacts:\n',
        '  dike]{value.1}. [Dry fields are what they come for]{motive.1}, and [the talk on the way]{motive.2}.\nfacts:\n  motives:\n    - { by: farmers, type: extrinsic, cue: dry fields }\n    - { by: farmers, type: prosocial, cue: the talk on the way }\n',
      ],
      'items/02-second-steps.yaml': `- id: l2-steps\n  ${kind}\n  ${field}\n  objective: weigh\n  about: T1\n`,
    };
    expect(problemsWith(changes, 'error').map(place)).toEqual([]);
  });
});

describe('a capstone', () => {
  const second = 'lessons/02-second-steps.md';
  const role = (file: string, slug: string): Changes => ({ [file]: [`slug: ${slug}\n`, `slug: ${slug}\nrole: capstone\n`] });

  it('comes last', () => {
    expect(problemsWith(role(lesson, 'first-steps'), 'error').map(place)).toContain(`${lesson}:3:7 capstone-order`);
  });

  it('asks for an edge case, and about nothing that a lesson shows or asks about', () => {
    const found = problemsWith(role(second, 'second-steps'), 'error');
    expect(found.map(place)).toEqual([
      'items/02-second-steps.yaml:3:15 capstone-case-seen',
      'items/02-second-steps.yaml:3:24 capstone-case-seen',
      `${second}:3:7 capstone-without-edge-case`,
    ]);
    expect(found[0]?.message).toContain('asked about in lesson `first-steps` (l1-');
  });

  it('is sound with cases of its own', () => {
    const item =
      '- id: l2-edge\n  kind: explain\n  scenario: meeting\n  lenses: [narrow, broad]\n  objective: weigh\n  about: R4\n  prompt: Argue it.\n';
    expect(problemsWith({ ...role(second, 'second-steps'), 'items/02-second-steps.yaml': item }, 'error')).toEqual([]);
  });
});

describe('an error', () => {
  it.each(cases)('%s is found at its place', (_what, changes, places) => {
    expect(problemsWith(changes, 'error').map(place)).toEqual(places);
  });
});
