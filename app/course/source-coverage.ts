/** Where the course teaches the work that it is built on: section by section, with the work's own examples. */
import { scenarioIds } from '#app/quiz/quiz.ts';
import type { Block, Lesson, Source, SourceSection } from './compiled.ts';
import type { Course } from './course.ts';

export interface SectionCoverage {
  readonly source: Source;
  readonly title: string;
  /** Lessons whose text refers to the section. */
  readonly lessons: readonly Lesson[];
  /** Criteria and questions that the definitions module takes from the section. */
  readonly abouts: readonly { readonly id: string; readonly label: string }[];
  /** Ids of the items about those, by lesson. */
  readonly items: readonly { readonly lesson: Lesson; readonly ids: readonly string[] }[];
  /** Ids of the scenarios that those items ask about, sorted. */
  readonly scenarios: readonly string[];
  readonly examples: readonly { readonly text: string; readonly scenarios: readonly string[]; readonly lessons: readonly Lesson[] }[];
}

/** One entry per section of each work whose sections are listed, in their order. */
export function sourceCoverage(course: Course): readonly SectionCoverage[] {
  return course.sources.flatMap((source) => source.sections.map((section) => coverSection(course, source, section)));
}

function coverSection(course: Course, source: Source, { title, examples }: SourceSection): SectionCoverage {
  const abouts = aboutsFrom(course, title);
  const isAbout = new Set(abouts.map(({ id }) => id));
  const items = course.lessons.flatMap((lesson) => {
    const ids = lesson.itemIds.filter((id) => isAbout.has(course.item(id)?.spec.about ?? ''));
    return ids.length === 0 ? [] : [{ lesson, ids }];
  });
  const scenarios = items.flatMap(({ ids }) => ids.flatMap((id) => casesOf(course, id)));
  return {
    source,
    title,
    lessons: course.lessons.filter(({ cited }) => cited.some((place) => place.source === source.id && place.section === title)),
    abouts,
    items,
    scenarios: [...new Set(scenarios)].toSorted(),
    examples: examples.map((example) => ({
      ...example,
      lessons: course.lessons.filter((lesson) => example.scenarios.some((id) => tells(course, lesson, id))),
    })),
  };
}

/** The definitions module names the section that each criterion and question comes from, some with a remark. */
function aboutsFrom({ theory }: Course, title: string) {
  const plain = (text: string) => text.replaceAll('’', "'");
  const all = [...theory.lenses.flatMap(({ criteria }) => criteria), ...theory.questions];
  const found = all.filter(({ source }) => plain(source).includes(plain(title)));
  return [...new Map(found.map(({ id, label }) => [id, { id, label }])).values()];
}

function casesOf(course: Course, itemId: string): readonly string[] {
  const item = course.item(itemId);
  return item ? scenarioIds(item) : [];
}

/** Whether a lesson shows the case or asks about it. */
function tells(course: Course, lesson: Lesson, scenario: string): boolean {
  const shown = lesson.sections.flatMap(({ blocks }) => blocks.flatMap(casesShown));
  return shown.includes(scenario) || lesson.itemIds.some((id) => casesOf(course, id).includes(scenario));
}

function casesShown(block: Block): readonly string[] {
  if (block.type === 'contrast') return [block.left, block.right];
  if (block.type === 'grid') return block.cases;
  return 'scenario' in block ? [block.scenario] : [];
}

/** What the course leaves out of the work, in words; empty where it covers it. */
export function coverageHoles(sections: readonly SectionCoverage[]): readonly string[] {
  return sections.flatMap(({ title, lessons, abouts, items, scenarios, examples }) => [
    ...(lessons.length === 0 ? [`“${title}”: no lesson refers to it`] : []),
    ...(abouts.length === 0 ? [`“${title}”: no criterion or question comes from it`] : []),
    ...(items.length === 0 || scenarios.length === 0 ? [`“${title}”: no item asks about it`] : []),
    ...examples.flatMap((example) => (example.lessons.length === 0 ? [`“${title}”: its example “${example.text}” is in no lesson`] : [])),
  ]);
}
