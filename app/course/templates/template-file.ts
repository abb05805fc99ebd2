/** `templates/<id>.yaml`: a story with slots, and the scenarios that its choices make. */
import { z } from 'zod';
import type { Theory } from '#app/definitions/theory.ts';
import { textSchema } from '../course-file.ts';
import type { Report } from '../problem.ts';
import { type KnownSources, type ReadScenario, scenarioFields, scenarioIn } from '../scenario-file.ts';
import { plainText } from '../story.ts';
import { validate } from '../validate.ts';
import { parseYaml, type YamlFile } from '../yaml-file.ts';
import { checkSlots } from './check-slots.ts';
import { factOrigin, factsFrom, layersOf } from './facts.ts';
import { onceIn } from './once-in.ts';
import { type Choices, combinations, expand, variantId } from './slots.ts';
import type { Template } from './template.ts';

const name = z.string().regex(/^[a-z][a-z0-9]*$/, 'a name here has lower-case letters and digits, and begins with a letter');

const templateSchema = z.strictObject({
  ...scenarioFields,
  slots: z.record(
    name,
    z.record(name, z.union([z.string(), z.object({ facts: z.unknown().optional() }).catchall(z.string())])),
    'slots are missing: name what differs between the variants',
  ),
  except: z.array(z.record(name, name)).default([]),
  source: scenarioFields.source.extend({ note: textSchema.nullable() }),
});

export interface ReadVariant extends ReadScenario<unknown> {
  readonly choices: Choices;
}

export interface ReadTemplate {
  readonly template: Template;
  readonly yaml: YamlFile;
  readonly variants: readonly ReadVariant[];
}

/**
 * The template with all its variants, or null after reporting what is wrong. Each variant is read as if an author had written it: by the
 * same parser, against the same schema; what is wrong with it is reported where it was written, once for all variants.
 * @param file name of the file, without folder and ending
 */
export function readTemplate(
  text: string,
  file: string,
  theory: Theory<unknown>,
  sources: KnownSources,
  report: Report,
): ReadTemplate | null {
  const yaml = parseYaml(text, report);
  const raw = yaml && validate(templateSchema, yaml.data, yaml, [], report);
  if (!yaml || !raw) return null;
  if (raw.id !== file)
    report.error(yaml.at(['id']), 'file-name', `the id is \`${raw.id}\` and the file \`${file}.yaml\``, 'give both the same name');
  if (!checkSlots(raw, yaml, report)) return null;

  const reportOf = onceIn(report);
  const variants = combinations(raw.slots, raw.except).flatMap((choices): ReadVariant[] => {
    const id = variantId(raw.id, choices);
    const read = scenarioIn(variantFile(yaml, raw, id, choices), id, theory, sources, reportOf(id));
    return read ? [{ ...read, choices }] : [];
  });
  const [first] = variants;
  if (!first) return null;
  reportSameTexts(variants, yaml, report);
  const { id, title, gist, story, facts, slots, source } = raw;
  return { template: { id, title, gist, story, facts, slots, source: { ...first.scenario.source, note: source.note } }, yaml, variants };
}

/** A variant as a YAML file of its own, in which every place is the one in the template. */
function variantFile(yaml: YamlFile, raw: z.infer<typeof templateSchema>, id: string, choices: Choices): YamlFile {
  const layers = layersOf(raw.facts, raw.slots, choices);
  const facts = factsFrom(layers, raw.slots, choices);
  const textAt = (field: 'title' | 'gist' | 'story') => expand(raw[field], [field], raw.slots, choices);
  const note = raw.source.note === null ? null : expand(raw.source.note, ['source', 'note'], raw.slots, choices).text;
  const story = textAt('story');
  return {
    data: { id, title: textAt('title').text, gist: textAt('gist').text, story: story.text, facts, source: { ...raw.source, note } },
    at: (path) => yaml.at(path[0] === 'facts' ? factOrigin(layers, facts, path.slice(1)) : path),
    atKey: (path) => yaml.atKey(path[0] === 'facts' ? factOrigin(layers, facts, path.slice(1)) : path),
    inText(_, index) {
      const origin = story.origin(index);
      return yaml.inText(origin.path, origin.index);
    },
  };
}

/** Two variants that read alike are one case with two keys, or one case twice. */
function reportSameTexts(variants: readonly ReadVariant[], yaml: YamlFile, report: Report): void {
  const seen = new Map<string, string>();
  for (const { scenario } of variants) {
    const text = plainText(scenario.story);
    const before = seen.get(text);
    if (before !== undefined)
      report.error(
        yaml.at(['slots']),
        'same-text',
        `\`${scenario.id}\` reads exactly like \`${before}\``,
        'let their choices differ in what the story says, or leave one out under `except`',
      );
    seen.set(text, scenario.id);
  }
}
