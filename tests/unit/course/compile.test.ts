import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCache } from '#app/course/cache.ts';
import { compileCourse } from '#app/course/compile.ts';
import type { CompiledCourse } from '#app/course/compiled.ts';
import { courseWith, goodCourse, place, problemsWith } from './course-folder.ts';

function compiled(dir: string): CompiledCourse {
  const { course, problems } = compileCourse(dir);
  if (!course) throw new Error(problems.map(({ message }) => message).join('\n'));
  return course;
}

const course = compiled(goodCourse);
const [first, second] = course.lessons;
const blocks = first?.sections.flatMap((section) => section.blocks) ?? [];
const [opening] = blocks;
const html = opening?.type === 'html' ? opening.html : '';

describe('a good course', () => {
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(course))).toEqual(course);
  });

  it('keeps the order of lessons, sections and items', () => {
    expect(course.lessons.map(({ slug, number }) => [slug, number])).toEqual([
      ['first-steps', 1],
      ['second-steps', 2],
    ]);
    expect(first?.sections.map(({ id }) => id)).toEqual(['who-did-it', 'the-rule']);
    expect(first?.itemIds).toEqual(['l1-check', 'l1-sorting', 'l1-rows']);
    expect(first?.checkIds).toEqual(['l1-check']);
    expect(second?.checkIds).toEqual([]);
  });

  it('makes adjoining prose one block and keeps the others in their places', () => {
    expect(blocks.map(({ type }) => type)).toEqual(['html', 'contrast', 'check', 'principle', 'worked', 'faded', 'aside', 'grid']);
  });

  it('gives a checklist the usual lens unless another is named', () => {
    expect(blocks.find(({ type }) => type === 'worked')).toMatchObject({ scenario: 'digging', lens: 'narrow' });
    expect(blocks.find(({ type }) => type === 'faded')).toMatchObject({ lens: 'narrow', blank: ['R3', 'R5'] });
  });

  it('names the case for the home page, where it has one', () => {
    expect(course.showcase).toBe('painting');
    expect(compiled(courseWith({ 'course.yaml': ['showcase: painting\n', ''] })).showcase).toBeNull();
  });

  it('leaves colons in a line alone', () => {
    expect(html).toContain('It was 10:30, and <em>somebody</em> had sorted the waste:glass');
  });

  it('links citations to the sources page and lessons to each other', () => {
    expect(html).toContain('(<a href="/sources#anzsog-2017" class="cite">ANZSOG 2017, “Introduction”</a>)');
    expect(html).toContain('<a href="/courses/good/lessons/second-steps#weighing">');
    expect(blocks.find(({ type }) => type === 'worked')).toMatchObject({
      html: expect.stringContaining('>Nabatchi et al. 2017</a>; <a href="/sources#anzsog-2017" class="cite">ANZSOG 2017, p. 3</a>)'),
    });
  });

  it('defines a term in a list and names each heading', () => {
    expect(html).toMatch(/<dl class="definition">\s*<dt><dfn>Regular producer<\/dfn><\/dt>\s*<dd>/);
    expect(html).toContain('<h3 id="a-closer-look">');
  });

  it('adds the works that a lesson cites to those that it lists', () => {
    expect(first?.sources).toEqual(['anzsog-2017', 'nabatchi-2017']);
  });

  it('counts the stories that a lesson shows among its words, each once', () => {
    const wordsWith = (left: string, right: string) =>
      compiled(courseWith({ 'lessons/01-first-steps.md': ['left="watching" right="sorting"', `left="${left}" right="${right}"`] }))
        .lessons[0]?.words ?? 0;
    const examplesAlone = wordsWith('digging', 'painting');
    expect(first?.words).toBe(wordsWith('watching', 'painting') + wordsWith('digging', 'sorting') - examplesAlone);
    expect(first?.words).toBeGreaterThan(examplesAlone + 180);
  });

  it('gives a scenario the full reference of its source', () => {
    expect(course.scenarios.find(({ id }) => id === 'sorting')?.source.cite).toMatch(/^ANZSOG \(2017\)\. What is/);
    expect(course.scenarios.find(({ id }) => id === 'meeting')?.source.cite).toBe('Made up for this test.');
  });

  it('fills in the usual values of facts', () => {
    expect(course.scenarios.find(({ id }) => id === 'sorting')?.facts).toMatchObject({
      focus: ['c1'],
      decision: null,
      contributions: [{ form: 'active' }, {}],
    });
  });
});

describe('the version', () => {
  it('is the same for the same bytes wherever they lie', () => {
    expect(course.version).toMatch(/^[0-9a-f]{12}$/);
    expect(compiled(courseWith({})).version).toBe(course.version);
  });

  it('changes with one byte', () => {
    expect(compiled(courseWith({ 'lessons/02-second-steps.md': ['Some of it', 'some of it'] })).version).not.toBe(course.version);
  });

  it('changes when text moves from one file to another', () => {
    const sorting = readFileSync(path.join(goodCourse, 'scenarios/sorting.yaml'), 'utf8');
    const one = courseWith({ 'scenarios/sorting.yaml': `${sorting}# x\n` });
    const other = courseWith({
      'scenarios/watching.yaml': `# x\n${readFileSync(path.join(goodCourse, 'scenarios/watching.yaml'), 'utf8')}`,
    });
    expect(compiled(one).version).not.toBe(compiled(other).version);
  });
});

describe('several errors', () => {
  it('are all found at once, in reading order', () => {
    const folder = 'tests/fixtures/content/broken';
    const { course: none, problems } = compileCourse(folder);
    expect(none).toBeNull();
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map((problem) => place({ ...problem, file: path.posix.relative(folder, problem.file) })),
    ).toEqual([
      'items/01-only.yaml:3:13 unknown-scenario',
      'items/01-only.yaml:5:10 unknown-criterion',
      'lessons/01-only.md:7:11 unknown-source',
      'lessons/01-only.md:12:13 raw-html',
      'lessons/01-only.md:14:1 directive',
      'scenarios/waste.yaml:4:30 story-mark',
      'scenarios/waste.yaml:9:38 schema',
    ]);
  });
});

describe('a warning', () => {
  const sorting = 'scenarios/sorting.yaml';
  it.each([
    [
      'a short story',
      {
        'scenarios/meeting.yaml': [
          '[A building firm lays out the park the year\n  after]{g2}, just as it was drawn. [Children from the whole quarter play there now]{value.1}.',
          '[Play]{g2 value.1}.',
        ],
      },
      'scenarios/meeting.yaml:4:8 story-length',
    ],
    [
      'a hard story',
      {
        [sorting]: [
          'Each house has three\n  bins.',
          'Municipal authorities simultaneously necessitate participatory environmental responsibilities, notwithstanding organisational considerations, administrative complexities, infrastructural discontinuities, intergovernmental negotiations and unconventional accountability methodologies; international organisations continuously evaluate institutional sustainability.',
        ],
      },
      `${sorting}:4:8 reading-level`,
    ],
    ['a fact without evidence', { [sorting]: ['{g1}', '{g1.form}'] }, `${sorting}:4:8 no-evidence`],
    ['a quiz with few items', {}, 'items/01-first-steps.yaml:1:1 few-items'],
    ['a short lesson', {}, 'lessons/02-second-steps.md:4:10 lesson-length'],
    [
      'an item on which nobody goes wrong',
      { 'items/01-first-steps.yaml': ['scenario: watching', 'scenario: watching\n  criteria: [R1, R2]'] },
      'items/01-first-steps.yaml:11:7 no-misconception-goes-wrong',
    ],
  ] as const)('is given for %s', (_what, changes, expected) => {
    expect(problemsWith(changes, 'warning').map(place)).toContain(expected);
  });

  it('is given for an objective that no item asks for', () => {
    const changes = { 'lessons/01-first-steps.md': ['objectives:\n', 'objectives:\n  - { id: idle, text: Ask for nothing }\n'] } as const;
    expect(problemsWith(changes, 'warning').map(place)).toContain('lessons/01-first-steps.md:7:11 objective-without-item');
  });

  it('does not keep a course from being compiled', () => {
    expect(problemsWith({}, 'warning').length).toBeGreaterThan(0);
    expect(problemsWith({}, 'error')).toEqual([]);
  });
});

describe('compiling again with a cache', () => {
  it('gives the same course, sees every change and forgets mended errors', () => {
    const cache = createCache();
    const folder = courseWith({});
    expect(compileCourse(folder, cache)).toEqual(compileCourse(folder));
    expect(compileCourse(folder, cache)).toEqual(compileCourse(folder));
    const story = path.join(folder, 'scenarios/sorting.yaml');
    const good = readFileSync(story, 'utf8');
    writeFileSync(story, good.replace('{g1}', '{g9}'));
    expect(compileCourse(folder, cache).problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    writeFileSync(story, good);
    expect(compileCourse(folder, cache).course).not.toBeNull();
  });
});
