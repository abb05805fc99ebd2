/** `glossary.yaml`: the terms of the course and what they mean. */
import { z } from 'zod';
import type { GlossaryTerm } from './compiled.ts';
import { idSchema, reportRepeats, textSchema } from './course-file.ts';
import { idHint, type Report } from './problem.ts';
import { slugOf } from './slug.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml-file.ts';

const termSchema = z.strictObject({
  term: textSchema,
  forms: z.array(textSchema).default([]),
  text: textSchema,
  source: idSchema.optional(),
  lesson: idSchema.optional(),
});

interface Known {
  readonly sources: ReadonlySet<string>;
  readonly lessons: readonly string[];
}

/** The terms that are well formed, in the order of the alphabet; the others are reported. */
export function readGlossary(text: string, { sources, lessons }: Known, report: Report): readonly GlossaryTerm[] {
  const yaml = parseYaml(text, report);
  const list = yaml && validate(z.array(z.unknown()), yaml.data ?? [], yaml, [], report);
  if (!list || !yaml) return [];
  const terms = list.flatMap((entry, index): GlossaryTerm[] => {
    const read = validate(termSchema, entry, yaml, [index], report);
    if (!read) return [];
    const { term, forms, text: meaning, source = null, lesson = null } = read;
    if (source !== null && !sources.has(source))
      report.error(yaml.at([index, 'source']), 'unknown-source', `\`${source}\` is not in sources.yaml`, idHint(source, sources));
    if (lesson !== null && !lessons.includes(lesson))
      report.error(yaml.at([index, 'lesson']), 'unknown-lesson', `there is no lesson \`${lesson}\``, idHint(lesson, lessons));
    return [{ id: slugOf(term), term, forms, text: meaning, source, lesson }];
  });
  const words = terms.map(({ term }) => term.toLowerCase());
  reportRepeats(words, (index) =>
    report.error(yaml.at([index, 'term']), 'duplicate-id', `the term “${terms[index]?.term}” stands here twice`),
  );
  return terms.toSorted((one, other) => one.term.localeCompare(other.term, 'en'));
}
