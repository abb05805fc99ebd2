/** The addresses that compiled lessons link to. They are the ones in app/routes.ts. */

export function lessonPath(course: string, slug: string): string {
  return `/courses/${course}/lessons/${slug}`;
}

/** Address of the reviews of a course. */
export function reviewPath(courseId: string): string {
  return `/courses/${courseId}/review`;
}

export function sourcePath(source: string): string {
  return `/sources#${source}`;
}

/** Address of the reference of a course, or of one entry in it: a criterion, a question or a misconception. */
export function referencePath(courseId: string, entry?: string): string {
  return `/courses/${courseId}/reference${entry === undefined ? '' : `/${entry}`}`;
}

/** Address of the lab, with a case to take apart where one is named. */
export function labPath(courseId: string, scenarioId?: string): string {
  return `/courses/${courseId}/lab${scenarioId === undefined ? '' : `?case=${scenarioId}`}`;
}
