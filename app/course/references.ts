/** Errors between files: whatever one names must exist in another. */
import type { Criterion, Theory } from '#app/definitions/theory.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import type { ReadItem } from './item-file.ts';
import { idHint } from './problem.ts';
import type { CourseParts, LessonParts, Part } from './read-course.ts';
import type { YamlPath } from './yaml-file.ts';

/** The scenarios that an item names, each with the place of its name. */
export function scenariosOf(spec: ItemSpec): readonly { readonly id: string; readonly path: YamlPath }[] {
  if ('scenarios' in spec) return spec.scenarios.map((id, index) => ({ id, path: ['scenarios', index] }));
  return [{ id: spec.scenario, path: ['scenario'] }];
}

/** The items used as checks inside a lesson, in the order of the text. */
export function checksOf({ lesson }: LessonParts): readonly string[] {
  return lesson.uses.filter(({ kind }) => kind === 'item').map(({ id }) => id);
}

/**
 * Reports every name that leads nowhere and every id given twice.
 * @returns the items whose own references all hold: those that can be resolved
 */
export function checkReferences(parts: CourseParts): ReadonlySet<ReadItem> {
  checkShowcase(parts);
  checkSections(parts);
  const sound = new Set<ReadItem>();
  const seen = new Map<string, string>();
  for (const lesson of parts.lessons) {
    checkUses(parts, lesson);
    checkLinks(parts, lesson);
    for (const item of lesson.items) {
      const { id } = item.spec;
      const before = seen.get(id);
      if (before !== undefined)
        item.report.error(
          item.at(['id']),
          'duplicate-id',
          `the item \`${id}\` already stands in lesson \`${before}\``,
          'give it another id',
        );
      seen.set(id, lesson.slug);
      if (checkItem(parts, lesson, item) && before === undefined) sound.add(item);
    }
  }
  return sound;
}

function checkShowcase({ courseFile: { course, yaml, report }, scenarioIds }: CourseParts): void {
  if (course.showcase === undefined || scenarioIds.has(course.showcase)) return;
  report.error(
    yaml.at(['showcase']),
    'unknown-scenario',
    `there is no scenario \`${course.showcase}\``,
    idHint(course.showcase, scenarioIds),
  );
}

/** A work whose sections are listed is cited by them; an example of it is told by scenarios that exist. */
function checkSections({ sources, sourcesReport, scenarioIds, lessons }: CourseParts): void {
  for (const { id, sections } of sources) {
    if (sections.length === 0) continue;
    const titles = sections.map(({ title }) => title);
    for (const { lesson } of lessons) {
      for (const { source, section, at } of lesson.cited) {
        if (source === id && section !== null && !titles.includes(section))
          lesson.report.error(at, 'unknown-section', `\`${id}\` has no section “${section}”`, idHint(section, titles));
      }
    }
    for (const scenario of sections.flatMap(({ examples }) => examples.flatMap(({ scenarios }) => scenarios))) {
      if (!scenarioIds.has(scenario))
        sourcesReport.error(
          { line: 1, column: 1 },
          'unknown-scenario',
          `${id}: there is no scenario \`${scenario}\``,
          idHint(scenario, scenarioIds),
        );
    }
  }
}

function checkUses({ theory, scenarioIds }: CourseParts, { slug, lesson, items }: LessonParts): void {
  const { report } = lesson;
  const itemIds = items.map(({ spec }) => spec.id);
  const lensIds = theory.lenses.map(({ id }) => id);
  const checked = new Set<string>();
  for (const { kind, id, at, lens } of lesson.uses) {
    if (kind === 'scenario' && !scenarioIds.has(id)) {
      report.error(at, 'unknown-scenario', `there is no scenario \`${id}\``, idHint(id, scenarioIds));
    } else if (kind === 'lens' && !lensIds.includes(id)) {
      report.error(at, 'unknown-lens', `there is no lens \`${id}\``, idHint(id, lensIds));
    } else if (kind === 'criterion' && (lens === '' || lensIds.includes(lens))) {
      const criteria = criteriaOf(theory, lens);
      if (!criteria.includes(id)) report.error(at, 'unknown-criterion', `the checklist has no criterion \`${id}\``, idHint(id, criteria));
    } else if (kind === 'item') {
      if (!itemIds.includes(id)) report.error(at, 'unknown-item', `the items of lesson \`${slug}\` hold no \`${id}\``, idHint(id, itemIds));
      else if (checked.has(id)) report.error(at, 'duplicate-check', `\`${id}\` is asked twice in this lesson`, 'use another item');
      checked.add(id);
    }
  }
}

/** Links to a place in a lesson; one that could not be read has been reported already. */
function checkLinks({ lessons }: CourseParts, { lesson }: LessonParts): void {
  for (const { slug, anchor, at } of lesson.links) {
    const target = lessons.find((other) => other.slug === slug);
    if (!target || target.lesson.anchors.includes(anchor)) continue;
    lesson.report.error(
      at,
      'unknown-link',
      `lesson \`${slug}\` has no heading with the id \`${anchor}\``,
      idHint(anchor, target.lesson.anchors),
    );
  }
}

function checkItem({ theory, scenarios, scenarioIds }: CourseParts, { lesson }: LessonParts, item: Part<ReadItem>): boolean {
  const { spec, at, report } = item;
  let sound = true;
  const unknown = (path: YamlPath, rule: string, message: string, hint: string) => {
    report.error(at(path), rule, message, hint);
    sound = false;
  };
  const objectives = lesson.front.objectives.map(({ id }) => id);
  if (!objectives.includes(spec.objective)) {
    unknown(['objective'], 'unknown-objective', `the lesson has no objective \`${spec.objective}\``, idHint(spec.objective, objectives));
  }
  const abouts = [...theory.lenses.flatMap(({ criteria }) => criteria.map(({ id }) => id)), ...theory.questions.map(({ id }) => id)];
  if (!abouts.includes(spec.about)) {
    unknown(['about'], 'unknown-criterion', `\`${spec.about}\` is neither a criterion nor a question`, idHint(spec.about, new Set(abouts)));
  }
  for (const { id, path } of scenariosOf(spec)) {
    if (!scenarioIds.has(id)) unknown(path, 'unknown-scenario', `there is no scenario \`${id}\``, idHint(id, scenarioIds));
    if (!scenarios.has(id)) sound = false;
  }
  return sound;
}

/** Ids of the criteria of a lens; of the theory's first where none is named. */
function criteriaOf(theory: Theory<unknown>, lens: string): readonly string[] {
  const found: readonly Criterion<unknown>[] =
    (lens === '' ? theory.lenses[0] : theory.lenses.find(({ id }) => id === lens))?.criteria ?? [];
  return found.map(({ id }) => id);
}
