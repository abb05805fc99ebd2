import { describe, expect, it } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { courseWith, place, problemsWith } from './course-folder.ts';

const glossary = `- term: waste
  forms: [litter]
  text: What nobody wants.
  source: anzsog-2017
  lesson: first-steps
- term: web
  text: A net.
`;
const html = (changes: Parameters<typeof courseWith>[0]) => JSON.stringify(loadCourse(courseWith(changes)).lessons[0]?.sections);

describe('a term of the glossary', () => {
  it('is marked where a lesson first uses it, and only there', () => {
    const text = html({
      'glossary.yaml': glossary.replace('term: waste', 'term: job'),
      'lessons/01-first-steps.md': ['A good deal.', 'A good job, and the job again.'],
    });
    expect(text.match(/class=\\"term\\"/g)).toHaveLength(1);
    expect(text).toContain(
      '<button type=\\"button\\" class=\\"term-word\\" popovertarget=\\"term-job\\">job</button><span id=\\"term-job\\" popover=\\"auto\\" class=\\"term-note\\"><strong>job</strong> What nobody wants.</span>',
    );
    expect(text).toContain(', and the job again.');
  });

  it.each([
    ['Gardens grow.', 'Gardens'],
    ['She has a GARDEN.', 'GARDEN'],
    ['A gardener came.', undefined],
    ['A garden-path came.', undefined],
  ])('is found in its other forms, in any case, as a whole word: %s', (sentence, word) => {
    const terms = '- term: garden\n  forms: [gardens]\n  text: Where things grow.\n';
    const text = html({ 'glossary.yaml': terms, 'lessons/01-first-steps.md': ['A good deal.', sentence] });
    expect(/class=\\"term-word\\"[^>]*>([^<]+)</.exec(text)?.[1]).toBe(word);
  });

  it('is left alone in headings, links and where it is defined', () => {
    const text = html({
      'glossary.yaml': '- term: regular producer\n  text: X.\n- term: second lesson\n  text: Y.\n- term: closer look\n  text: Z.\n',
    });
    expect(text).not.toContain('term-word');
  });

  it('is listed in the order of the alphabet', () => {
    const course = loadCourse(courseWith({ 'glossary.yaml': '- term: web\n  text: A net.\n- term: Art\n  text: Painting.\n' }));
    expect(course.glossary.map(({ id, term }) => [id, term])).toEqual([
      ['art', 'Art'],
      ['web', 'web'],
    ]);
  });
});

describe('a glossary with mistakes', () => {
  it.each([
    ['a term without a meaning', '- term: web\n', 'glossary.yaml:1:3 schema'],
    ['a term given twice', '- term: web\n  text: A.\n- term: Web\n  text: B.\n', 'glossary.yaml:3:9 duplicate-id'],
    ['an unknown source', '- term: web\n  text: A.\n  source: anzsog\n', 'glossary.yaml:3:11 unknown-source'],
    ['an unknown lesson', '- term: web\n  text: A.\n  lesson: first\n', 'glossary.yaml:3:11 unknown-lesson'],
  ])('has %s reported at its place', (_what, text, expected) => {
    expect(problemsWith({ 'glossary.yaml': text }, 'error').map(place)).toEqual([expected]);
  });
});
