/** The course against the work that it teaches, and its cases against the beliefs that they are to tell apart. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverageDocument } from '#app/course/coverage-document.ts';
import { loadCourse } from '#app/course/load.ts';
import { fewestSeparating } from '#app/course/meter.ts';
import { coverageHoles, sourceCoverage } from '#app/course/source-coverage.ts';
import { coverage } from '#app/definitions/coverage.ts';
import { separations } from '#app/definitions/separation.ts';
import { courseWith, goodCourse } from './course-folder.ts';

const course = loadCourse('content/co-production');
const scenarios = course.scenarios;

describe('docs/coverage.md', () => {
  it('is what `npm run coverage` writes', () => {
    expect(readFileSync('docs/coverage.md', 'utf8')).toBe(coverageDocument(course));
  });

  it('has every section of the explainer and no hole', () => {
    const sections = sourceCoverage(course);
    expect(sections.map(({ title }) => title)).toEqual([
      'Introduction',
      'Co-production does not need to be simultaneous',
      'Co-production: who does the work?',
      'Public or private value? Or both?',
      'Sometimes it’s unavoidable',
      'Why do people co-produce?',
      'Not just a cost-saving measure',
    ]);
    expect(coverageHoles(sections)).toEqual([]);
  });

  it('would name what is left out', () => {
    const folder = courseWith({
      'sources.yaml': [
        'whole text\n',
        "whole text\n  sections: [{ title: Introduction, examples: [{ text: sorting, scenarios: [sorting] }] }, { title: p. 3 }, { title: Sometimes it's unavoidable }]\n",
      ],
    });
    expect(coverageHoles(sourceCoverage(loadCourse(folder)))).toEqual([
      '“Introduction”: no item asks about it',
      '“p. 3”: no criterion or question comes from it',
      '“p. 3”: no item asks about it',
      "“Sometimes it's unavoidable”: no lesson refers to it",
      "“Sometimes it's unavoidable”: no item asks about it",
    ]);
    const [section] = sourceCoverage(course);
    if (!section) throw new Error('the course has a source with sections');
    const lost = { ...section, examples: [{ text: 'ponds', scenarios: ['pond'], lessons: [] }] };
    expect(coverageHoles([lost])).toEqual(['“Introduction”: its example “ponds” is in no lesson']);
    expect(sourceCoverage(loadCourse(goodCourse))).toEqual([]);
  });
});

describe('the cases of the course', () => {
  it.each(course.theory.lenses.map((lens) => [lens.label, lens] as const))(
    'let each criterion of the %s decide alone in three or more',
    (_, lens) => {
      const thin = coverage(course.theory, scenarios, lens).filter(({ decides }) => decides.length < 3);
      expect(thin.map(({ criterion, decides }) => `${criterion}: ${decides.join(', ')}`)).toEqual([]);
    },
  );

  it('tell each misconception from the definition and from every other, in two or more', () => {
    const left = separations(course.theory, scenarios).filter(({ cases }) => cases.length < fewestSeparating);
    expect(left.map(({ one, other, cases }) => `${one ?? 'the definition'} / ${other}: ${cases.join(', ') || 'none'}`)).toEqual([]);
  });
});
