/** Ids as content writes them: lower-case words and digits with single hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id made from a heading: "Who does the work?" gives `who-does-the-work`. Empty where it has no letter or digit. */
export function slugOf(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
