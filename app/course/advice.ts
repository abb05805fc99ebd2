/** Warnings: what makes content weaker than it could be, though nothing breaks. */
import type { Block } from './compiled.ts';
import type { CourseParts, LessonParts, Part } from './read-course.ts';
import { readingGrade, wordsOf } from './reading.ts';
import { checksOf } from './references.ts';
import type { ReadScenario } from './scenario-file.ts';
import { plainText } from './story.ts';
import { onceIn } from './templates/once-in.ts';
import { untold } from './told.ts';

const storyWords = { least: 60, most: 140 };
const lessonMinutes = { least: 5, most: 10 };
/** Years of schooling. Add five for the age: readable at fifteen, give or take a year. */
const hardestGrade = 10;
const wordsPerMinute = 200;
const minutesPerCheck = 0.5;
/** Enough for two practice rounds and a retry. */
const fewestQuizItems = 10;
/** Beyond this, the minutes that a lesson promises are wrong. */
const minutesOff = 2;

export function advise(parts: CourseParts): void {
  for (const scenario of parts.scenarios.values()) {
    adviseOnStory(scenario);
    adviseOnEvidence(parts, scenario);
  }
  for (const { variants, report } of parts.templates) {
    const reportOf = onceIn(report);
    for (const variant of variants) {
      const part = { ...variant, report: reportOf(variant.scenario.id) };
      adviseOnStory(part);
      adviseOnEvidence(parts, part);
    }
  }
  for (const lesson of parts.lessons) adviseOnLesson(parts, lesson);
}

function adviseOnStory({ scenario, yaml, report }: Part<ReadScenario<unknown>>): void {
  const text = plainText(scenario.story);
  const words = wordsOf(text).length;
  const at = yaml.at(['story']);
  if (words < storyWords.least || words > storyWords.most) {
    report.warn(at, 'story-length', `the story has ${words} words`, `${storyWords.least} to ${storyWords.most} read well`);
  }
  const grade = readingGrade(text.split('\n\n'));
  if (grade !== null && grade > hardestGrade) report.warn(at, 'reading-level', `the story reads at grade ${grade.toFixed(1)}`, simpler);
}

const simpler = `${hardestGrade} or below: shorter sentences, plainer words`;

function adviseOnEvidence({ theory }: CourseParts, { scenario, yaml, report }: Part<ReadScenario<unknown>>): void {
  const missing = untold(scenario, theory.evidenceNeeded(scenario.facts).judgement);
  if (missing.length === 0) return;
  const list = missing.map((ref) => `\`${ref}\``).join(', ');
  report.warn(
    yaml.at(['story']),
    'no-evidence',
    `no words of the story establish ${list}, on which the verdict rests`,
    'say it, and mark the words',
  );
}

function adviseOnLesson(parts: CourseParts, lesson: LessonParts): void {
  const { front, yaml, report, paragraphs } = lesson.lesson;
  const isCapstone = front.role === 'capstone';
  const checks = checksOf(lesson);
  const minutes = lessonWords(parts, lesson) / wordsPerMinute + checks.length * minutesPerCheck;
  const rounded = Math.round(minutes);
  const at = yaml.at(['minutes']);
  if (!isCapstone && (rounded < lessonMinutes.least || rounded > lessonMinutes.most)) {
    report.warn(
      at,
      'lesson-length',
      `the lesson takes about ${rounded} minutes`,
      `${lessonMinutes.least} to ${lessonMinutes.most}; split it or fill it out`,
    );
  } else if (!isCapstone && Math.abs(minutes - front.minutes) > minutesOff) {
    report.warn(at, 'lesson-minutes', `the lesson says ${front.minutes} minutes and takes about ${rounded}`, `minutes: ${rounded}`);
  }
  const grade = readingGrade(paragraphs);
  if (grade !== null && grade > hardestGrade)
    report.warn({ line: 1, column: 1 }, 'reading-level', `the lesson reads at grade ${grade.toFixed(1)}`, simpler);

  const inQuiz = lesson.items.filter(({ spec }) => !checks.includes(spec.id)).length;
  if (inQuiz < fewestQuizItems) {
    lesson.itemsReport.warn(
      { line: 1, column: 1 },
      'few-items',
      `the quiz of this lesson has ${inQuiz} items beside its checks`,
      `at least ${fewestQuizItems}`,
    );
  }
}

/** Words that a learner reads in a lesson: its prose and the stories that it shows. */
export function lessonWords({ scenarios }: Pick<CourseParts, 'scenarios'>, { lesson }: Pick<LessonParts, 'lesson'>): number {
  const prose = lesson.paragraphs.reduce((count, paragraph) => count + wordsOf(paragraph).length, 0);
  const shown = new Set(lesson.sections.flatMap(({ blocks }) => blocks.flatMap(storiesShown)));
  const stories = [...shown].map((id) => wordsOf(plainText(scenarios.get(id)?.scenario.story ?? [])).length);
  return prose + stories.reduce((count, words) => count + words, 0);
}

function storiesShown(block: Block): readonly string[] {
  if (block.type === 'contrast') return [block.left, block.right];
  return block.type === 'worked' || block.type === 'faded' ? [block.scenario] : [];
}
