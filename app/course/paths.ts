/** The addresses that compiled lessons link to. They are the ones in app/routes.ts. */

export function lessonPath(course: string, slug: string): string {
  return `/courses/${course}/lessons/${slug}`;
}

export function sourcePath(source: string): string {
  return `/sources#${source}`;
}
