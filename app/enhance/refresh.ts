/** Keeps a page of figures up to date while somebody looks at it: `data-refresh` says after how many seconds. */

/** Takes the part of the page that has this id from a new copy of it, unless the reader is in the middle of something there. */
async function renew(part: HTMLElement): Promise<void> {
  const busy = () => document.hidden || part.contains(document.activeElement) || String(getSelection()) !== '';
  if (busy()) return;
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!response.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const next = page.getElementById(part.id);
  if (!next || busy()) return;
  const open = [...part.querySelectorAll('details')].map((details) => details.open);
  const scrolled = [...part.querySelectorAll('.table-scroll')].map(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
  part.replaceChildren(...next.childNodes);
  for (const [index, details] of part.querySelectorAll('details').entries()) details.open = open[index] ?? false;
  for (const [index, table] of part.querySelectorAll('.table-scroll').entries()) Object.assign(table, scrolled[index]);
}

/** Starts renewing the part of this page that asks for it. A copy that cannot be had leaves what stands. */
export function keepUpToDate(): void {
  const part = document.querySelector<HTMLElement>('[data-refresh]');
  const seconds = Number(part?.dataset.refresh);
  if (!part || !(seconds > 0)) return;
  setInterval(() => void renew(part).catch(() => undefined), seconds * 1000);
}
