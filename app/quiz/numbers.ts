/** Numbers as people write and read them. */

const format = new Intl.NumberFormat('en', { maximumFractionDigits: 2, signDisplay: 'negative' });

/** "1,200", "−35.5": grouped, at most two decimals, with a true minus sign. */
export function formatNumber(value: number): string {
  return format.format(value).replace('-', '−');
}

const plain = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** The number in plain figures, never in powers of ten, so that `parseNumber` gives the same number again. */
export function writeNumber(value: number): string {
  return plain.format(value);
}

/**
 * The number that somebody typed, or null. Takes a decimal point or comma, grouping by spaces, points, commas or
 * apostrophes, any minus or plus sign, and a currency or per cent sign. A lone comma before exactly three digits groups
 * ("1,000"), unless the number begins with 0.
 */
export function parseNumber(typed: string): number | null {
  const bare = typed
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/^([+-]?)[€$£]|[€%]$/g, '$1');
  if (bare.length > 30 || !/^[+-]?[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const figures = withoutGroups(bare);
  const value = figures === null ? Number.NaN : Number(figures);
  return Number.isFinite(value) ? value + 0 : null;
}

/** Digits with at most one decimal point, or null where separators contradict each other. */
function withoutGroups(text: string): string | null {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (last === -1) return text;
  const mark = text.charAt(last);
  const other = mark === '.' ? ',' : '.';
  const count = text.split(mark).length - 1;
  const groupedBy = (separator: string, whole: string) => new RegExp(`^[+-]?\\d{1,3}(\\${separator}\\d{3})+$`).test(whole);
  if (count > 1) return !text.includes(other) && groupedBy(mark, text) ? text.replaceAll(mark, '') : null;
  const whole = text.slice(0, last);
  const decimals = text.slice(last + 1);
  if (whole.includes(other)) return groupedBy(other, whole) ? `${whole.replaceAll(other, '')}.${decimals}` : null;
  if (mark === ',' && groupedBy(',', text) && !/^[+-]?0/.test(text)) return whole + decimals;
  return `${whole}.${decimals}`;
}
