/** A course at run time: the compiled one, with every item resolved once and everything found by id. */

import { findTheory } from '#app/definitions/theories.ts';
import type { Theory } from '#app/definitions/theory.ts';
import type { Item } from '#app/quiz/item.ts';
import { resolve } from '#app/quiz/quiz.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import type { CompiledCourse, GlossaryTerm, Lesson, Source } from './compiled.ts';
import { type Snapshot, snapshotOf, stampOf } from './snapshot.ts';
import { createStock, type StockEntry } from './stock.ts';

export type CourseItem = Item<unknown, ItemSpec>;

/** Immutable: everything in it is frozen. Holds facts and keys, so it never leaves the server whole. */
export interface Course {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The content version that answers are stored with: of the files, and of all that follows from the definitions. */
  readonly version: string;
  /** What follows at this version, by item. */
  readonly snapshot: Snapshot;
  readonly theory: Theory<unknown>;
  readonly sources: readonly Source[];
  readonly glossary: readonly GlossaryTerm[];
  /** The case taken apart on the home page; null where the course names none. */
  readonly showcase: Scenario | null;
  /** In the order of the course. */
  readonly lessons: readonly Lesson[];
  readonly lesson: (slug: string) => Lesson | undefined;
  readonly scenarios: readonly Scenario[];
  readonly scenario: (id: string) => Scenario | undefined;
  /** Of a lesson or of the stock. */
  readonly item: (id: string) => CourseItem | undefined;
  /**
   * Items on a criterion or question beside those of the lessons, about cases that templates make, so that review and retry do not run
   * dry. They belong to no lesson and no bank. Empty for a matter that no template is about.
   */
  readonly stock: (about: string) => readonly StockEntry[];
  /** Slug of the lesson that an item belongs to. */
  readonly lessonOf: (itemId: string) => string | undefined;
  /** The items of a lesson's quiz: all but those asked inside the lesson. Empty for an unknown lesson. */
  readonly bank: (slug: string) => readonly CourseItem[];
  readonly source: (id: string) => Source | undefined;
}

/** @throws where the course was compiled against another state of the definitions: an item no longer resolves */
export function createCourse(compiled: CompiledCourse): Course {
  const theory = findTheory(compiled.theory);
  if (!theory) throw new Error(`course ${compiled.id}: there is no theory ${compiled.theory}`);
  const { id, title, summary, sources, glossary, showcase, lessons } = deepFreeze(compiled);

  const scenarios = byId(compiled.scenarios);
  const items = new Map<string, CourseItem>();
  const lessonOf = new Map<string, string>();
  for (const [slug, specs] of Object.entries(compiled.items)) {
    for (const spec of specs) {
      const resolved = resolve(spec, theory, scenarios);
      if ('problems' in resolved)
        throw new Error(`course ${id}, item ${spec.id}: ${resolved.problems.map(({ message }) => message).join('; ')}`);
      items.set(spec.id, resolved.item);
      lessonOf.set(spec.id, slug);
    }
  }
  const bySlug = new Map(lessons.map((lesson) => [lesson.slug, lesson]));
  const banks = new Map(
    lessons.map(({ slug, itemIds, checkIds }) => [
      slug,
      itemIds.filter((itemId) => !checkIds.includes(itemId)).flatMap((itemId) => items.get(itemId) ?? []),
    ]),
  );
  const sourceById = byId(sources);
  const snapshot = deepFreeze(snapshotOf(items.values()));
  const stock = createStock(compiled, theory);

  return Object.freeze({
    id,
    title,
    summary,
    version: stampOf(compiled.version, snapshot, compiled.variants),
    snapshot,
    theory,
    sources,
    glossary,
    showcase: (showcase === null ? undefined : scenarios.get(showcase)) ?? null,
    lessons,
    scenarios: compiled.scenarios,
    lesson: (slug: string) => bySlug.get(slug),
    scenario: (scenario: string) => scenarios.get(scenario),
    item: (item: string) => items.get(item) ?? stock.item(item),
    stock: stock.about,
    lessonOf: (item: string) => lessonOf.get(item),
    bank: (slug: string) => banks.get(slug) ?? [],
    source: (source: string) => sourceById.get(source),
  });
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

/** Freezes plain data all the way down. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
