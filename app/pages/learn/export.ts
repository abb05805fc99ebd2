import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { tooManyFiles } from '#app/server/form-brake.ts';
import { currentLearner } from '#app/server/session.server.ts';
import { exportLearner } from '#db/export.ts';

/** Everything held about the learner who asks, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const learnerId = await currentLearner(request, context);
  // The progress page says that nothing is kept yet.
  if (!learnerId) return redirect('/progress');
  const wait = await context.brake.file(learnerId, context.address);
  if (wait > 0) return tooManyFiles(wait);
  const data = await exportLearner(context.db, learnerId);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="criterion-my-data.json"',
      'Cache-Control': 'private, no-store',
    },
  });
}
