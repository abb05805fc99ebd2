/** A graded quiz: keeps what stands in the form on the server, and shows how much time is left. */

const pause = 700;
let waiting: ReturnType<typeof setTimeout> | undefined;

async function keep(form: HTMLFormElement): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
  const status = document.querySelector<HTMLElement>('[data-kept]');
  const response = await fetch(`${form.action}/draft`, { method: 'post', body: fields }).catch(() => null);
  if (status)
    status.textContent = response?.ok ? 'Kept as it stands.' : 'Not kept yet: the server cannot be reached. It stays in this browser.';
}

/** Keeps every change in a form that is marked so, shortly after it is made. */
export function autosave(): void {
  for (const type of ['input', 'change'])
    addEventListener(type, (event) => {
      const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>('[data-autosave] form') : null;
      if (!form) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void keep(form), pause);
    });
  addEventListener('submit', () => clearTimeout(waiting), true);
}

const inWords = (seconds: number) =>
  seconds >= 120 ? `${Math.ceil(seconds / 60)} minutes left` : `${Math.max(0, seconds)} ${seconds === 1 ? 'second' : 'seconds'} left`;

/** Counts down where a page says when the time is over, and loads it anew then. The server's clock decides; this one only shows. */
export function countDown(): void {
  let over = false;
  setInterval(() => {
    const place = document.querySelector<HTMLElement>('[data-seconds-left]');
    if (!place || over) return;
    place.dataset.since ||= String(Date.now());
    const left = Math.round(Number(place.dataset.secondsLeft) - (Date.now() - Number(place.dataset.since)) / 1000);
    place.textContent = inWords(left);
    if (left > -4) return;
    over = true;
    location.reload();
  }, 1000);
}
