/** `docs/coverage.md`: the coverage of the course's source as a page to read. */
import type { Lesson } from './compiled.ts';
import type { Course } from './course.ts';
import { coverageHoles, type SectionCoverage, sourceCoverage } from './source-coverage.ts';

const intro = [
  '# Coverage',
  '',
  'Where the course teaches each section of the explainer that it is built on. `npm run coverage` writes this page from the content and the',
  'definitions module, and a test fails where it is out of date or has a hole.',
  '',
  '- **Lessons** refer to the section in their text.',
  '- **Criteria and questions** come from it, as the definitions module says.',
  '- **Items** ask about one of those, and **scenarios** are the cases that they ask about.',
];

/** The page in Markdown, ending in a line break. The same course gives the same page. */
export function coverageDocument(course: Course): string {
  const sections = sourceCoverage(course);
  const holes = coverageHoles(sections);
  const found = holes.length === 0 ? ['No section and no example is left out.'] : holes.map((hole) => `- **Hole:** ${hole}`);
  return `${[...intro, '', ...found, '', ...overview(sections), ...sections.flatMap(detail)].join('\n')}\n`;
}

function overview(sections: readonly SectionCoverage[]): readonly string[] {
  return [
    '| section of the explainer | lessons | criteria and questions | scenarios | items |',
    '| --- | --- | --- | --- | --- |',
    ...sections.map(({ title, lessons, abouts, scenarios, items }) => {
      const asked = items.reduce((sum, { ids }) => sum + ids.length, 0);
      return `| ${title} | ${lessons.map(numbered).join(', ')} | ${abouts.map(({ id }) => id).join(', ')} | ${scenarios.length} | ${asked} |`;
    }),
  ];
}

function detail({ title, lessons, abouts, examples, scenarios, items }: SectionCoverage): readonly string[] {
  return [
    '',
    `## ${title}`,
    '',
    `- Lessons: ${lessons.map((lesson) => (lesson.role === 'capstone' ? lesson.title : `${lesson.number} ${lesson.title}`)).join(' · ')}`,
    `- Criteria and questions: ${abouts.map(({ id, label }) => `${id} ${label}`).join(' · ')}`,
    ...examples.map(
      ({ text, scenarios: told, lessons: where }) =>
        `- Its example “${text}”: ${told.map(code).join(', ')} in lesson ${where.map(numbered).join(', ')}`,
    ),
    `- Scenarios: ${scenarios.map(code).join(', ')}`,
    ...items.map(
      ({ lesson, ids }) =>
        `- Items of ${lesson.role === 'capstone' ? 'the capstone' : `lesson ${lesson.number}`}: ${ids.map(code).join(', ')}`,
    ),
  ];
}

const numbered = ({ role, number }: Lesson) => (role === 'capstone' ? 'capstone' : String(number));
const code = (id: string) => `\`${id}\``;
