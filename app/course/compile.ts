/** From a folder of files to a checked course. */
import { problems as itemProblems, resolve } from '#app/quiz/quiz.ts';
import { advise, lessonWords } from './advice.ts';
import { type AskedItem, checkBlueprint } from './blueprint/check.ts';
import type { CompileCache } from './cache.ts';
import { checkCapstone } from './capstone.ts';
import type { Block, CompiledCourse, Lesson } from './compiled.ts';
import { checkExamples } from './examples.ts';
import { checkPictures } from './pictures.ts';
import { inReadingOrder, type Problem } from './problem.ts';
import { type CourseParts, type LessonParts, readParts } from './read-course.ts';
import { checkReferences, checksOf } from './references.ts';
import { checkVariantIds } from './templates/check-ids.ts';
import { stockOf } from './templates/stock-of.ts';
import { checkTold } from './told.ts';

export interface Compilation {
  /** Null where there is any error. */
  readonly course: CompiledCourse | null;
  /** All of them, by file, line and column. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles the course in `dir`. Problems name files as `dir` does: relative for a relative folder.
 * @param cache kept between calls, makes the next one read only what changed
 * @throws where `dir` is not a folder that can be read
 */
export function compileCourse(dir: string, cache?: CompileCache): Compilation {
  const problems: Problem[] = [];
  const parts = readParts(dir, problems, cache);
  if (parts) {
    const asked = checkItems(parts);
    checkExamples(parts);
    checkCapstone(parts);
    checkTold(parts);
    checkVariantIds(parts);
    checkPictures(parts);
    advise(parts);
    checkBlueprint(parts, asked);
  }
  const ordered = inReadingOrder(problems);
  const broken = ordered.some(({ severity }) => severity === 'error');
  return { course: parts && !broken ? assemble(parts) : null, problems: ordered };
}

/** What the quiz says of each item: it cannot be asked (errors), or asks less than it could (warnings). Returns those that can be asked. */
function checkItems(parts: CourseParts): readonly AskedItem[] {
  const sound = checkReferences(parts);
  const scenarios = new Map([...parts.scenarios].map(([id, { scenario }]) => [id, scenario]));
  const asked: AskedItem[] = [];
  for (const { items } of parts.lessons) {
    for (const item of items) {
      if (!sound.has(item)) continue;
      const resolved = resolve(item.spec, parts.theory, scenarios);
      const found = 'problems' in resolved ? resolved.problems : itemProblems(resolved.item);
      for (const { severity, rule, message } of found) {
        const add = severity === 'error' ? item.report.error : item.report.warn;
        add(item.at(['id']), rule, `${item.spec.id}: ${message}`);
      }
      if ('item' in resolved && found.every(({ severity }) => severity !== 'error')) asked.push({ read: item, item: resolved.item });
    }
  }
  return asked;
}

function assemble(parts: CourseParts): CompiledCourse {
  const { courseFile, theory, version, sources, glossary, scenarios, lessons } = parts;
  const { course } = courseFile;
  return {
    id: course.id,
    title: course.title,
    summary: course.summary,
    theory: theory.id,
    version,
    sources,
    glossary,
    showcase: course.showcase ?? null,
    lessons: lessons.map((lesson, index) => assembleLesson(parts, lesson, index + 1)),
    scenarios: [...scenarios.values()].map(({ scenario }) => scenario),
    items: Object.fromEntries(lessons.map(({ slug, items }) => [slug, items.map(({ spec }) => spec)])),
    templates: parts.templates.map(({ template }) => template),
    variants: stockOf(parts),
  };
}

function assembleLesson(parts: CourseParts, lesson: LessonParts, number: number): Lesson {
  const { front, sources, cited, sections } = lesson.lesson;
  const usualLens = parts.theory.lenses[0]?.id ?? '';
  return {
    slug: front.slug,
    role: front.role,
    number,
    title: front.title,
    minutes: front.minutes,
    question: front.question,
    objectives: front.objectives,
    sources,
    cited: cited.map(({ source, section }) => ({ source, section })),
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map((block) => withLens(block, usualLens)) })),
    itemIds: lesson.items.map(({ spec }) => spec.id),
    checkIds: checksOf(lesson),
    words: lessonWords(parts, lesson),
  };
}

/** A checklist without a lens of its own is the usual one's. */
function withLens(block: Block, usual: string): Block {
  return (block.type === 'worked' || block.type === 'faded') && block.lens === '' ? { ...block, lens: usual } : block;
}
