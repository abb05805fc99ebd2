/** Text within XML. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Returns `text` for an element or a quoted attribute. It must hold no character that XML cannot (see `cellText`). */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/**
 * Returns `text` for a cell: spreadsheets read `_x0041_` as an escape for "A" (ECMA-376, part 1, section 22.9.2.19, ST_Xstring), so the
 * underscore of text that looks like one is escaped itself.
 */
export function xmlText(text: string): string {
  return escaped(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));
}
