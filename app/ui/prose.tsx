/** Running text compiled from a lesson's Markdown. The compiler refuses raw HTML, so the string is ours. */
export function Prose({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: compiled from Markdown at build time, raw HTML refused
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
