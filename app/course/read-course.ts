/** Reads every file of a course folder into checked parts, and sees that each file has its place. */
import path from 'node:path';
import { findTheory, theories } from '#app/definitions/theories.ts';
import type { Theory } from '#app/definitions/theory.ts';
import { type CompileCache, createCache } from './cache.ts';
import type { GlossaryTerm, Source } from './compiled.ts';
import { type ReadCourse, readCourse, readSources } from './course-file.ts';
import { readFiles, type SourceFile, versionOf } from './files.ts';
import { readGlossary } from './glossary-file.ts';
import { type ReadItem, readItems } from './item-file.ts';
import { type ReadLesson, readLesson } from './lesson-file.ts';
import { idHint, type Problem, type Report, reportOn } from './problem.ts';
import { type ReadScenario, readScenario } from './scenario-file.ts';
import { type ReadTemplate, readTemplate } from './templates/template-file.ts';

const top = { line: 1, column: 1 };

/** A part of the course with the report of the file that it came from. */
export type Part<T> = T & { readonly report: Report };

export interface LessonParts {
  readonly slug: string;
  readonly lesson: Part<ReadLesson>;
  readonly items: readonly Part<ReadItem>[];
  /** Where to speak about the items of the lesson as a whole. */
  readonly itemsReport: Report;
}

export interface CourseParts {
  readonly courseFile: Part<ReadCourse>;
  readonly theory: Theory<unknown>;
  readonly version: string;
  readonly sources: readonly Source[];
  readonly sourcesReport: Report;
  readonly glossary: readonly GlossaryTerm[];
  /** By name of the file, which is the id. */
  readonly scenarios: ReadonlyMap<string, Part<ReadScenario<unknown>>>;
  /** Of every scenario file, also of those that could not be read. */
  readonly scenarioIds: ReadonlySet<string>;
  /** In the order of their files. */
  readonly templates: readonly Part<ReadTemplate>[];
  /** In the order of the course; a lesson that could not be read is left out. */
  readonly lessons: readonly LessonParts[];
}

/** The parts of the course in `dir`; null where `course.yaml` or the theory that it names leaves nothing to check against. */
export function readParts(dir: string, problems: Problem[], cache: CompileCache = createCache()): CourseParts | null {
  const files = readFiles(dir);
  const label = (name: string) => path.join(dir, name).split(path.sep).join('/');
  const reportFor = (name: string) => reportOn(problems, label(name));
  const file = (name: string) => files.find((one) => one.name === name);

  const made = <T>(source: SourceFile, inputs: readonly (string | Buffer)[], make: (report: Report) => T): T => {
    const { value, problems: found } = cache.get(label(source.name), [source.bytes, ...inputs], () => {
      const own: Problem[] = [];
      return { value: make(reportOn(own, label(source.name))), problems: own };
    });
    problems.push(...found);
    return value;
  };

  const courseFile = file('course.yaml');
  if (!courseFile) {
    reportFor('course.yaml').error(
      top,
      'missing-file',
      'the course has no course.yaml',
      'write one with id, title, theory, summary and lessons',
    );
    return null;
  }
  const read = made(courseFile, [], (report) => readCourse(courseFile.text, report));
  if (!read) return null;
  const { course, yaml } = read;
  const theory = findTheory(course.theory);
  if (!theory) {
    reportFor('course.yaml').error(
      yaml.at(['theory']),
      'unknown-theory',
      `there is no theory \`${course.theory}\``,
      idHint(course.theory, theories.keys()),
    );
    return null;
  }

  const sourcesFile = file('sources.yaml');
  const { sources, ids } = sourcesFile
    ? made(sourcesFile, [], (report) => readSources(sourcesFile.text, report))
    : { sources: [], ids: new Set<string>() };
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  const shorts = new Map([...ids].map((id) => [id, sourceById.get(id)?.short ?? id]));
  const shared = [courseFile.bytes, sourcesFile?.bytes ?? ''];
  const glossaryFile = file('glossary.yaml');
  const glossary = glossaryFile
    ? made(glossaryFile, shared, (report) => readGlossary(glossaryFile.text, { sources: ids, lessons: course.lessons }, report))
    : [];

  const scenarios = new Map<string, Part<ReadScenario<unknown>>>();
  const scenarioIds = new Set<string>();
  for (const one of files.filter(({ name }) => /^scenarios\/[^/]+\.yaml$/.test(name))) {
    const name = path.posix.basename(one.name, '.yaml');
    const scenario = made(one, shared, (report) => readScenario(one.text, name, theory, { byId: sourceById, ids }, report));
    scenarioIds.add(name);
    if (scenario) scenarios.set(name, { ...scenario, report: reportFor(one.name) });
  }

  const templates = files
    .filter(({ name }) => /^templates\/[^/]+\.yaml$/.test(name))
    .flatMap((one): Part<ReadTemplate>[] => {
      const name = path.posix.basename(one.name, '.yaml');
      const template = made(one, shared, (report) => readTemplate(one.text, name, theory, { byId: sourceById, ids }, report));
      return template ? [{ ...template, report: reportFor(one.name) }] : [];
    });

  const lessons = course.lessons.flatMap((slug, index): LessonParts[] => {
    const base = `${String(index + 1).padStart(2, '0')}-${slug}`;
    const lessonFile = file(`lessons/${base}.md`);
    if (!lessonFile) {
      // A file of that name with another number is reported below, as such.
      if (files.some(({ name }) => name.replace(/\d+-/, '') === `lessons/${slug}.md`)) return [];
      reportFor('course.yaml').error(
        yaml.at(['lessons', index]),
        'missing-file',
        `the lesson \`${slug}\` has no file`,
        `write lessons/${base}.md`,
      );
      return [];
    }
    const lesson = made(lessonFile, [...shared, glossaryFile?.bytes ?? ''], (report) =>
      readLesson(lessonFile.text, { course: course.id, sources: shorts, lessons: course.lessons, glossary }, report),
    );
    if (!lesson) return [];
    const report = reportFor(lessonFile.name);
    if (lesson.front.slug !== slug)
      report.error(
        lesson.yaml.at(['slug']),
        'file-name',
        `the slug is \`${lesson.front.slug}\` and the file is for \`${slug}\``,
        'give both the same name',
      );

    const itemsFile = file(`items/${base}.yaml`);
    const itemsReport = reportFor(`items/${base}.yaml`);
    const items = itemsFile ? made(itemsFile, [], (own) => readItems(itemsFile.text, own)) : [];
    return [{ slug, lesson: { ...lesson, report }, items: items.map((item) => ({ ...item, report: itemsReport })), itemsReport }];
  });

  reportStrayFiles(files, course.lessons, reportFor);
  return {
    courseFile: { ...read, report: reportFor(courseFile.name) },
    theory,
    version: versionOf(files),
    sources,
    sourcesReport: reportFor('sources.yaml'),
    glossary,
    scenarios,
    scenarioIds,
    templates,
    lessons,
  };
}

/** A file that the course would not read is a mistake: a typing error in its name, or a lesson that is not listed. */
function reportStrayFiles(files: readonly SourceFile[], lessons: readonly string[], reportFor: (name: string) => Report): void {
  for (const { name } of files) {
    if (/^(?:course|sources|glossary)\.yaml$|^(?:scenarios|templates)\/[^/]+\.yaml$/.test(name)) continue;
    const [, folder, number, slug] = /^(lessons|items)\/(\d+)-([^/]+)\.(?:md|yaml)$/.exec(name) ?? [];
    const place = lessons.indexOf(slug ?? '');
    const ending = folder === 'lessons' ? 'md' : 'yaml';
    const right = `${folder}/${String(place + 1).padStart(2, '0')}-${slug}.${ending}`;
    if (folder === undefined) {
      reportFor(name).error(
        top,
        'unexpected-file',
        'a course holds no such file',
        'course.yaml, sources.yaml, glossary.yaml, lessons/NN-slug.md, scenarios/id.yaml, templates/id.yaml, items/NN-slug.yaml',
      );
    } else if (place === -1) {
      reportFor(name).error(
        top,
        'unlisted-file',
        `\`${slug}\` is not in the list of lessons`,
        `add it to course.yaml: ${idHint(slug ?? '', lessons)}`,
      );
    } else if (name !== right) {
      reportFor(name).error(
        top,
        'lesson-order',
        `\`${slug}\` is lesson ${place + 1} of the course, not ${Number(number)}`,
        `rename the file to ${right}`,
      );
    }
  }
}
