/** Names and addresses as mail programs write them. */

/** Returns name and address of `Ana Ruiz <ana@x.org>` as mail programs write it, not yet checked; null for other text. */
export function mailbox(text: string): { readonly name: string; readonly email: string } | null {
  const match = /^([^<>]*)<([^<>]*)>[\s,;]*$/.exec(text);
  return match ? { name: unquoted(match[1] ?? ''), email: match[2] ?? '' } : null;
}

/** Returns `text` trimmed and without one pair of quotation marks around it. */
export function unquoted(text: string): string {
  const trimmed = text.trim();
  return /^"(?:[^"\\]|\\.)*"$/.test(trimmed) ? trimmed.slice(1, -1).replace(/\\(.)/g, '$1').trim() : trimmed;
}
