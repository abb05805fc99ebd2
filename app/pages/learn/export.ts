import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportLearner } from '#db/export.ts';
import { learnerFrom } from '../request.server.ts';

/** Everything held about the learner who asks, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const nothing = 'Nothing is kept about you on this device, so there is nothing to save.';
  const learnerId = await learnerFrom(request, context, nothing);
  const data = await exportLearner(context.db, learnerId);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="criterion-my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}
