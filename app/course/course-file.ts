/** `course.yaml` and `sources.yaml`. */
import { z } from 'zod';
import type { Source } from './compiled.ts';
import type { Report } from './problem.ts';
import { idPattern } from './slug.ts';
import { validate } from './validate.ts';
import { webAddress } from './web-address.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

export const idSchema = z.string().regex(idPattern, 'an id has lower-case letters, digits and single hyphens, as in `who-does-the-work`');
export const textSchema = z.string().trim().min(1, 'this is empty');

const courseSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  theory: idSchema,
  summary: textSchema,
  showcase: idSchema.optional(),
  lessons: z.array(idSchema).min(1, 'a course has at least one lesson'),
});
export type CourseFile = z.infer<typeof courseSchema>;

const sourceSchema = z.strictObject({
  id: idSchema,
  cite: textSchema,
  short: textSchema.optional(),
  url: webAddress.nullable(),
  checked: z.enum(['whole text', 'abstract or excerpt', 'from knowledge']),
  sections: z
    .array(
      z.strictObject({
        title: textSchema,
        examples: z
          .array(z.strictObject({ text: textSchema, scenarios: z.array(idSchema).min(1, 'an example is told by at least one scenario') }))
          .default([]),
      }),
    )
    .default([]),
});

export interface ReadCourse {
  readonly course: CourseFile;
  readonly yaml: YamlFile;
}

/** The course's own file, or null after reporting what is wrong. */
export function readCourse(text: string, report: Report): ReadCourse | null {
  const yaml = parseYaml(text, report);
  const course = yaml && validate(courseSchema, yaml.data, yaml, [], report);
  if (!course || !yaml) return null;
  reportRepeats(course.lessons, (index) =>
    report.error(yaml.at(['lessons', index]), 'duplicate-id', `lesson \`${course.lessons[index]}\` is listed twice`),
  );
  return { course, yaml };
}

export interface ReadSources {
  /** The works without anything wrong. */
  readonly sources: readonly Source[];
  /** The ids of all, so that a slip in one entry is not reported again wherever it is cited. */
  readonly ids: ReadonlySet<string>;
}

/** The works that the course cites. */
export function readSources(text: string, report: Report): ReadSources {
  const yaml = parseYaml(text, report);
  const list = yaml && validate(z.array(z.unknown()), yaml.data ?? [], yaml, [], report);
  if (!list || !yaml) return { sources: [], ids: new Set() };
  const sources = list.map((entry, index) => validate(sourceSchema, entry, yaml, [index], report));
  const ids = sources.map((source) => source?.id ?? null);
  reportRepeats(ids, (index) => report.error(yaml.at([index, 'id']), 'duplicate-id', `the source \`${ids[index]}\` stands here twice`));
  return {
    sources: sources.flatMap((source) => (source ? [{ ...source, short: source.short ?? shortCitation(source.cite) }] : [])),
    ids: new Set(list.flatMap((entry) => z.looseObject({ id: z.string() }).safeParse(entry).data?.id ?? [])),
  };
}

/** Calls back for each entry that already stood further up; null never repeats. */
export function reportRepeats(ids: readonly (string | null)[], onRepeat: (index: number) => void): void {
  ids.forEach((id, index) => {
    if (id !== null && ids.indexOf(id) < index) onRepeat(index);
  });
}

/**
 * Author and year from a reference in author–date style: "Nabatchi, T., Sancino, A. & Sicilia, M. (2017). …" gives
 * "Nabatchi et al. 2017". A reference of another form is cut at its first full stop.
 */
export function shortCitation(cite: string): string {
  const match = /^(.+?)[.,]?\s*\((?:eds?\.?,?\s*)?(\d{4}[a-z]?|n\.d\.|forthcoming|in press)\)/i.exec(cite);
  if (!match) return cite.split('. ')[0] ?? cite;
  const [, authors = '', year = ''] = match;
  const names = authors
    .replace(/\(eds?\.?\)/gi, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/)
    .map((name) => name.replace(/(?:^|\s)(?:(?:\p{Lu}\.[\s-]?)+|\p{Lu}{1,2})$/u, '').trim())
    .filter((name) => name !== '' && !/^et al\.?$/.test(name));
  const more = /et al/.test(authors) || names.length > 2;
  const who = more ? `${(names[0] ?? '').replace(/ et al\.?$/, '')} et al.` : names.join(' & ');
  return `${who} ${year}`;
}
