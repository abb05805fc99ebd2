/** `items/NN-<lesson>.yaml`: the items of a lesson. None of them has a key. */
import { z } from 'zod';
import { type ItemSpec, itemSpec } from '#app/quiz/spec.ts';
import type { Position, Report } from './problem.ts';
import { validate } from './validate.ts';
import { parseYaml, type YamlPath } from './yaml-file.ts';

export interface ReadItem {
  readonly spec: ItemSpec;
  /** Where a field of the item stands. */
  readonly at: (path: YamlPath) => Position;
}

/** The items that are well formed; the others are reported. */
export function readItems(text: string, report: Report): readonly ReadItem[] {
  const yaml = parseYaml(text, report);
  const list = yaml && validate(z.array(z.unknown()), yaml.data ?? [], yaml, [], report);
  if (!list || !yaml) return [];
  return list.flatMap((entry, index) => {
    const spec = validate(itemSpec, entry, yaml, [index], report);
    return spec ? [{ spec, at: (path: YamlPath) => yaml.at([index, ...path]) }] : [];
  });
}
