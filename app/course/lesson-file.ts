/** `lessons/NN-<slug>.md`: front matter, then sections of prose and blocks. */
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { z } from 'zod';
import { compileBody, type LessonBody } from './blocks.ts';
import { idSchema, reportRepeats, textSchema } from './course-file.ts';
import { parseMarkdown } from './markdown.ts';
import { idHint, type Report } from './problem.ts';
import { type CitedPlace, type LessonLink, type ProseContext, prepareProse } from './prose.ts';
import { markTerms } from './terms.ts';
import { validate } from './validate.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

const frontSchema = z.strictObject({
  slug: idSchema,
  role: z.enum(['lesson', 'capstone']).default('lesson'),
  title: textSchema,
  minutes: z.int().min(1, 'at least one minute').max(60, 'at most an hour'),
  question: textSchema,
  objectives: z.array(z.strictObject({ id: idSchema, text: textSchema })).min(1, 'a lesson has at least one objective'),
  sources: z.array(idSchema),
});

export interface ReadLesson extends LessonBody {
  readonly front: z.infer<typeof frontSchema>;
  /** Ids of the works listed, then of those only cited. */
  readonly sources: readonly string[];
  /** Places cited in the text, each once. */
  readonly cited: readonly CitedPlace[];
  /** The running text, a paragraph each, without citations. */
  readonly paragraphs: readonly string[];
  /** Links to places in other lessons. */
  readonly links: readonly LessonLink[];
  /** The places that others may link to. */
  readonly anchors: readonly string[];
  /** Places in the front matter. */
  readonly yaml: YamlFile;
}

/** The lesson, or null after reporting that its front matter cannot be used. Problems in the body are reported too. */
export function readLesson(text: string, context: ProseContext, report: Report): ReadLesson | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) {
    report.error(
      { line: 1, column: 1 },
      'front-matter',
      'the lesson does not begin with its front matter',
      'put its fields between two lines with ---',
    );
    return null;
  }
  const yaml = parseYaml(match[1] ?? '', report, 1);
  const front = yaml && validate(frontSchema, yaml.data, yaml, [], report);

  // Blank lines in place of the front matter keep every line number true.
  const body = match[0].replace(/[^\n]+/g, '') + text.slice(match[0].length);
  const tree = parseMarkdown(body);
  const paragraphs = paragraphsOf(tree);
  const { cited, links, anchors } = prepareProse(tree, body, context, report);
  markTerms(tree, context.glossary);
  const compiled = compileBody(tree, body, report);
  if (!front || !yaml) return null;
  checkFront(front, yaml, context, report);
  const sources = [...new Set([...front.sources, ...cited.map(({ source }) => source)])];
  return { ...compiled, front, yaml, paragraphs, links, anchors, cited, sources };
}

function checkFront(front: ReadLesson['front'], yaml: YamlFile, context: ProseContext, report: Report): void {
  front.sources.forEach((source, index) => {
    if (!context.sources.has(source))
      report.error(
        yaml.at(['sources', index]),
        'unknown-source',
        `\`${source}\` is not in sources.yaml`,
        idHint(source, context.sources.keys()),
      );
  });
  const ids = front.objectives.map(({ id }) => id);
  reportRepeats(ids, (index) =>
    report.error(yaml.at(['objectives', index, 'id']), 'duplicate-id', `the objective \`${ids[index]}\` stands here twice`),
  );
  reportRepeats(front.sources, (index) =>
    report.error(yaml.at(['sources', index]), 'duplicate-id', `the source \`${front.sources[index]}\` is listed twice`),
  );
}

function paragraphsOf(tree: Root): readonly string[] {
  const paragraphs: string[] = [];
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    const text = textOf(node).replace(/\s*\[@[^\]]*\]/g, '');
    if (text !== '') paragraphs.push(text);
  });
  return paragraphs;
}
