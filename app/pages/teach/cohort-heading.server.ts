import type { AppLoadContext } from '@remix-run/node';
import type { Cohort } from '#db/cohorts.ts';
import { countOpenDisputes } from '#db/disputes.ts';
import type { CohortHeading } from './cohort-nav.tsx';

/** Returns what `CohortHeader` says of a cohort. */
export async function headingOf({ db }: AppLoadContext, { id, name, archivedAt }: Cohort): Promise<CohortHeading> {
  return { id, name, archived: archivedAt !== null, openDisputes: await countOpenDisputes(db, id) };
}
