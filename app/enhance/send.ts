import { announce } from './announce.ts';
import { forgetDraft } from './drafts.ts';
import { swapMain } from './swap.ts';

const notSent = 'Not sent yet: there is no connection. Your answer is kept here, and we keep trying.';
const notTaken = 'Not sent yet: the site is very busy. Your answer is kept here, and we keep trying.';
const notShown = 'Your answer is sent. The site is very busy, and we keep trying to show what came of it.';
const busy = new Set([429, 502, 503, 504]);

/** Statuses that pass by themselves. The same body goes out again: its form key makes a second arrival count once. */
async function post(form: HTMLFormElement, address: string, body: URLSearchParams): Promise<Response> {
  const headers = { Accept: 'text/html' };
  let ask = () => fetch(address, { method: 'post', body, headers });
  for (let wait = 2; ; wait = Math.min(wait * 2, 30)) {
    // Without a connection there is no response, and we try again all the same.
    const response = await ask().catch(() => null);
    if (response && !busy.has(response.status)) return response;
    if (response?.redirected) {
      // The server took the form and led to a page that it put off: from now on only that page is asked for.
      const { url } = response;
      ask = () => fetch(url, { headers });
    }
    tell(form, response === null ? notSent : response.redirected ? notShown : notTaken);
    await pause(Math.max(wait, Number(response?.headers.get('Retry-After') ?? 0)));
  }
}

/** Waits for some seconds, or until the browser says that it is back on line. */
function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', done);
  });
}

function tell(form: HTMLFormElement, text: string): void {
  const status = form.querySelector('[data-form-status]');
  if (status) status.textContent = text;
  announce(text);
}

/** Sends an answer and puts the page that comes back in the place of this one. Rejects where the answer is no page of ours. */
export async function sendItem(form: HTMLFormElement, submitter: HTMLElement | null, prepare: () => void): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') fields.append(name, value);
  const address = submitter?.getAttribute('formaction') ?? form.action;
  const response = await post(form, address, fields);
  await swapMain(response, form);
  if (!document.getElementById(`${form.id}-error`)) forgetDraft(form);
  prepare();
}
