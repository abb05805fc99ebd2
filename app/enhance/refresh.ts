/** Keeps figures up to date while somebody looks at them: parts with an id and `data-refresh`, which says after how many seconds. */

/** True while the reader is in the middle of something there: the part is left alone. */
const busy = (part: HTMLElement) => part.contains(document.activeElement) || String(getSelection()) !== '';

/** Takes these parts of the page from a new copy of it. What stands between them, such as a form, is not touched. */
async function renew(parts: readonly HTMLElement[]): Promise<void> {
  if (document.hidden || parts.every(busy)) return;
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of parts) {
    const next = page.getElementById(part.id);
    if (next && !busy(part)) replace(part, next);
  }
}

/** Puts new figures into a part; what was open stays open, and what was scrolled stays where it was. */
function replace(part: HTMLElement, next: HTMLElement): void {
  const open = [...part.querySelectorAll('details')].map((details) => details.open);
  const scrolled = [...part.querySelectorAll('.table-scroll')].map(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
  part.replaceChildren(...next.childNodes);
  for (const [index, details] of part.querySelectorAll('details').entries()) details.open = open[index] ?? false;
  for (const [index, table] of part.querySelectorAll('.table-scroll').entries()) Object.assign(table, scrolled[index]);
}

/** Starts renewing the parts of this page that ask for it. A copy that cannot be had leaves what stands. */
export function keepUpToDate(): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-refresh]')];
  const seconds = Number(parts[0]?.dataset.refresh);
  if (!(seconds > 0)) return;
  setInterval(() => void renew(parts).catch(() => undefined), seconds * 1000);
}
