import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { findAssignment } from '#db/assignments.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';

/** Returns who asks, the cohort, and the assignment of the address, which is one of this cohort. */
export async function assignmentFrom({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const at = await taughtCohortFrom(request, context, params);
  const assignment = await findAssignment(context.db, params.assignment ?? '');
  if (assignment?.cohortId !== at.cohort.id) throw missing('There is no such assignment in this cohort.');
  return { ...at, assignment };
}
