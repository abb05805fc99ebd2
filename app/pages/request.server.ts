/** What most routes do first: find the course, read the form, know the learner. Each throws the response that a visitor should get. */
import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import type { Lesson } from '#app/course/compiled.ts';
import type { Course } from '#app/course/course.ts';
import { courseById } from '#app/course/courses.server.ts';
import { longestFieldName, mostFields } from '#app/server/body-limits.ts';
import { currentLearner } from '#app/server/session.server.ts';
import { formKey } from '#app/use-cases/form-key.ts';
import type { Scope } from '#app/use-cases/scope.ts';

/** A page that says what is missing, in our own words. */
export function missing(what: string): Response {
  return new Response(what, { status: 404 });
}

export function scopeOf(context: AppLoadContext): Scope {
  return { ...context, course: courseById };
}

export function courseFrom(params: Readonly<Record<string, string | undefined>>): Course {
  const course = courseById(params.course ?? '');
  if (!course) throw missing('There is no course under this address.');
  return course;
}

export function lessonFrom(params: Readonly<Record<string, string | undefined>>): { course: Course; lesson: Lesson } {
  const course = courseFrom(params);
  const lesson = course.lesson(params.lesson ?? '');
  if (!lesson) throw missing(`“${course.title}” has no lesson under this address. The course page lists all of them.`);
  return { course, lesson };
}

/** Returns the learner who asks; for a visitor, `what` is not there. */
export async function learnerFrom(request: Request, context: AppLoadContext, what: string): Promise<string> {
  const learnerId = await currentLearner(request, context);
  if (!learnerId) throw missing(what);
  return learnerId;
}

/** The fields of a form; a file that was sent along becomes a field with its text. */
export async function fieldsOf(request: Request): Promise<URLSearchParams> {
  const form = await readFields(request);
  const names = [...form.keys()];
  if (names.length > mostFields || names.some((name) => name.length > longestFieldName))
    throw new Response('That is no form of ours. Open the page again and send it once more.', { status: 400 });
  return form;
}

async function readFields(request: Request): Promise<URLSearchParams> {
  if (request.method !== 'POST') throw new Response(null, { status: 405 });
  const type = request.headers.get('Content-Type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(await request.text());
  if (!type.startsWith('multipart/form-data')) throw new Response(null, { status: 400 });
  const sentForm = await request.formData().catch(() => null);
  if (!sentForm) throw new Response('That did not come through whole. Send it again.', { status: 400 });
  const form = new URLSearchParams();
  for (const [name, value] of sentForm) form.append(name, typeof value === 'string' ? value : await value.text());
  return form;
}

const sent = z.object({ key: formKey });

/** Returns the fields of a form and its key. */
export async function formFrom(request: Request): Promise<{ form: URLSearchParams; key: string }> {
  const form = await fieldsOf(request);
  const parsed = sent.safeParse({ key: form.get('key') });
  if (!parsed.success) throw new Response(parsed.error.issues[0]?.message ?? null, { status: 400 });
  return { form, key: parsed.data.key };
}
