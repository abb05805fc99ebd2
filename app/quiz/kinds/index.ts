/** Every kind of item by its id. */
import type { ItemKindId } from '../item.ts';
import type { Kind } from '../kind.ts';
import { classify } from './classify.ts';
import { criteria } from './criteria.ts';
import { evidence } from './evidence.ts';
import { explain } from './explain.ts';
import { grid } from './grid.ts';
import { lens } from './lens.ts';
import { match } from './match.ts';
import { numeric } from './numeric.ts';
import { order } from './order.ts';
import { verdict } from './verdict.ts';
import { whatIf } from './what-if.ts';

export const kinds: Readonly<Record<ItemKindId, Kind>> = {
  verdict,
  criteria,
  evidence,
  classify,
  grid,
  order,
  match,
  numeric,
  'what-if': whatIf,
  lens,
  explain,
};
