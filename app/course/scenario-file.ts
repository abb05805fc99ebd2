/** `scenarios/<id>.yaml`: a story with its evidence, and the facts behind it. */
import { z } from 'zod';
import type { Theory } from '#app/definitions/theory.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { Source } from './compiled.ts';
import { idSchema, textSchema } from './course-file.ts';
import { factRefs } from './fact-refs.ts';
import { idHint, type Report } from './problem.ts';
import { idPattern } from './slug.ts';
import { parseStory } from './story.ts';
import { validate } from './validate.ts';
import { webAddress } from './web-address.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** The fields of a scenario, and of a template of scenarios. */
export const scenarioFields = {
  id: idSchema,
  title: textSchema,
  gist: textSchema,
  story: textSchema,
  facts: z.unknown(),
  source: z.strictObject({
    basis: z.enum(['published', 'published, disputed', 'explainer', 'team judgement']),
    cite: textSchema,
    url: webAddress.nullable().optional(),
    note: textSchema.nullable().optional(),
  }),
};

const scenarioSchema = z.strictObject(scenarioFields);

export interface KnownSources {
  readonly byId: ReadonlyMap<string, Source>;
  /** Of all, also of those with something wrong. */
  readonly ids: ReadonlySet<string>;
}

export interface ReadScenario<F> {
  readonly scenario: Scenario<F>;
  readonly yaml: YamlFile;
}

/**
 * The scenario, or null after reporting what is wrong. A story with a bad mark is still parsed, so that the rest of the
 * course can be checked against it.
 * @param name of the file, without folder and ending
 */
export function readScenario<F>(
  text: string,
  name: string,
  theory: Theory<F>,
  sources: KnownSources,
  report: Report,
): ReadScenario<F> | null {
  const yaml = parseYaml(text, report);
  return yaml && scenarioIn(yaml, name, theory, sources, report);
}

/** The same for YAML that has been read: of a file, or of one variant of a template. */
export function scenarioIn<F>(
  yaml: YamlFile,
  name: string,
  theory: Theory<F>,
  sources: KnownSources,
  report: Report,
): ReadScenario<F> | null {
  const raw = validate(scenarioSchema, yaml.data, yaml, [], report);
  const rawFacts = typeof yaml.data === 'object' && yaml.data !== null && 'facts' in yaml.data ? yaml.data.facts : undefined;
  const facts = validate(theory.facts, rawFacts, yaml, ['facts'], report);
  if (!raw) return null;
  if (raw.id !== name)
    report.error(yaml.at(['id']), 'file-name', `the id is \`${raw.id}\` and the file \`${name}.yaml\``, 'give both the same name');

  const story = parseStory(raw.story);
  for (const { index, rule, message, hint } of story.problems) report.error(yaml.inText(['story'], index), rule, message, hint);
  if (facts === null) return null;
  const known = factRefs(facts);
  for (const { ref, index } of story.refs) {
    if (!known.has(ref))
      report.error(
        yaml.inText(['story'], index),
        'unknown-fact',
        `the mark names \`${ref}\`, which is not among the facts`,
        idHint(ref, known),
      );
  }
  return {
    yaml,
    scenario: {
      id: raw.id,
      title: raw.title,
      gist: raw.gist,
      story: story.paragraphs,
      facts,
      source: sourceOf(raw.source, sources, yaml, report),
    },
  };
}

/** A `cite` that looks like an id is looked up; anything else is the reference itself. */
function sourceOf(
  source: z.infer<typeof scenarioSchema>['source'],
  sources: KnownSources,
  yaml: YamlFile,
  report: Report,
): Scenario['source'] {
  const { basis, cite, url = null, note = null } = source;
  const known = sources.byId.get(cite);
  if (!sources.ids.has(cite) && idPattern.test(cite)) {
    report.error(yaml.at(['source', 'cite']), 'unknown-source', `\`${cite}\` is not in sources.yaml`, idHint(cite, sources.ids));
  }
  return { basis, cite: known?.cite ?? cite, url: url ?? known?.url ?? null, note };
}
