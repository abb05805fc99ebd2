/** A cohort's files: made while they are sent, however long they are. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { courseById } from '#app/course/courses.server.ts';
import { tooManyFiles } from '#app/server/form-brake.ts';
import { csvStream, csvType } from '#app/sheets/csv.ts';
import { xlsxStream, xlsxType } from '#app/sheets/xlsx.ts';
import { figureSheets, noteExport, responsesSheet } from '#app/use-cases/cohorts/export-cohort.server.ts';
import { gradebook } from '#app/use-cases/cohorts/gradebook.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing, scopeOf } from '../request.server.ts';
import { countsIn } from './figures-query.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  const [what, kind] = (params.file ?? '').split('.');
  if (!course || (what !== 'gradebook' && what !== 'answers') || (kind !== 'csv' && kind !== 'xlsx'))
    throw missing('There is no such file. The export page lists all of them.');
  const wait = await context.brake.file(actor.id, context.address);
  if (wait > 0) return tooManyFiles(wait);
  await noteExport(context, actor.id, cohort, `${what}.${kind}`);
  const main = what === 'gradebook' ? await gradebook(scopeOf(context), cohort, course) : await responsesSheet(context, cohort, course);
  const more = what === 'gradebook' && kind === 'xlsx' ? await figureSheets(context, cohort, course, countsIn(request)) : [];
  return new Response(kind === 'csv' ? csvStream(main) : xlsxStream([main, ...more]), {
    headers: {
      'Content-Type': kind === 'csv' ? csvType : xlsxType,
      'Content-Disposition': `attachment; filename="${what}.${kind}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
