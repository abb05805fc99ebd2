import type { CourseParts } from '../read-course.ts';

/** Reports each variant whose id a scenario or a variant of another template has already. */
export function checkVariantIds({ templates, scenarioIds }: CourseParts): void {
  const taken = new Map([...scenarioIds].map((id) => [id, `scenarios/${id}.yaml`]));
  for (const { template, variants, yaml, report } of templates) {
    for (const { scenario } of variants) {
      const where = taken.get(scenario.id);
      if (where !== undefined)
        report.error(
          yaml.at(['id']),
          'duplicate-id',
          `the variant \`${scenario.id}\` has the id of ${where}`,
          'give the template another id',
        );
      taken.set(scenario.id, `a variant of templates/${template.id}.yaml`);
    }
  }
}
