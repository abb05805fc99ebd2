/** Handles a form by script. May reject: the form is then sent in the usual way. */
export type Handler = (form: HTMLFormElement, submitter: HTMLElement | null) => Promise<void>;

/**
 * Listens to every submit of the page: a form that is on its way is not sent twice, and forms that carry one of the
 * attributes are handled by script.
 */
export function guardSubmits(handlers: readonly (readonly [attribute: string, handler: Handler])[]): void {
  addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    setSending(form, true);
    const handler = handlers.find(([attribute]) => form.hasAttribute(attribute))?.[1];
    if (!handler) return;
    event.preventDefault();
    const submitter = event.submitter;
    handler(form, submitter).then(
      () => setSending(form, false),
      () => sendUsually(form, submitter),
    );
  });
  // A page that comes back from the browser's memory is not on its way any more.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sending]')) setSending(form, false);
  });
}

function setSending(form: HTMLFormElement, sending: boolean): void {
  if (sending) form.dataset.sending = 'yes';
  else delete form.dataset.sending;
  for (const button of form.querySelectorAll('button[type="submit"]')) {
    if (sending) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** Sends without script. `form.submit()` leaves out the pressed button's own field, so it is put in beside. */
function sendUsually(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = submitter.name;
    field.value = submitter.value;
    form.append(field);
  }
  form.submit();
}
