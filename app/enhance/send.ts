import { announce } from './announce.ts';
import { forgetDraft } from './drafts.ts';
import { swapMain } from './swap.ts';

const notSent = 'Not sent yet: there is no connection. Your answer is kept here, and we keep trying.';
const busy = new Set([429, 502, 503, 504]);

/** Statuses that pass by themselves. The same body goes out again: its form key makes a second arrival count once. */
async function post(form: HTMLFormElement, address: string, body: URLSearchParams): Promise<Response> {
  for (let wait = 2; ; wait = Math.min(wait * 2, 30)) {
    try {
      const response = await fetch(address, { method: 'post', body, headers: { Accept: 'text/html' } });
      if (!busy.has(response.status)) return response;
    } catch {
      // No connection: the same as a busy server, from where we stand.
    }
    tell(form, notSent);
    await pause(wait);
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
