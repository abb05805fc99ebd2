/** Unsent input, kept in this browser under the form's `data-draft` key until it is sent. Storage may be switched off. */
const prefix = 'draft:';
const keepFor = 30 * 24 * 60 * 60 * 1000;

interface Draft {
  readonly at: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

function controls(form: HTMLFormElement): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input:not([type="hidden"]), textarea, select'),
  ];
}

function isTick(control: Element): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox');
}

function read(key: string): Draft | null {
  try {
    const draft: Partial<Draft> | null = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (!draft || typeof draft.at !== 'number' || !Array.isArray(draft.fields)) return null;
    return { at: draft.at, fields: draft.fields };
  } catch {
    return null;
  }
}

function save(form: HTMLFormElement): void {
  const fields: [string, string][] = [];
  for (const control of controls(form)) {
    if (control.name && (isTick(control) ? control.checked : control.value)) fields.push([control.name, control.value]);
  }
  try {
    localStorage.setItem(prefix + form.dataset.draft, JSON.stringify({ at: Date.now(), fields } satisfies Draft));
  } catch {
    // A full or forbidden storage only means that there is no draft.
  }
}

/** Keeps every change in a form that has a draft key. */
export function keepDrafts(): void {
  for (const type of ['input', 'change']) {
    addEventListener(type, (event) => {
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      if (form?.dataset.draft) save(form);
    });
  }
}

/** Puts kept input back into the forms on the page and drops drafts older than thirty days. */
export function restoreDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const draft = read(prefix + form.dataset.draft);
    if (!draft) continue;
    const held = (name: string, value: string) => draft.fields.some((field) => field[0] === name && field[1] === value);
    for (const control of controls(form)) {
      if (isTick(control)) control.checked = held(control.name, control.value);
      else control.value = draft.fields.find((field) => field[0] === control.name)?.[1] ?? control.value;
    }
  }
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && (read(key)?.at ?? 0) < Date.now() - keepFor) localStorage.removeItem(key);
    }
  } catch {
    // As above.
  }
}

/** Drops the draft of a form that has arrived. */
export function forgetDraft(form: HTMLFormElement): void {
  try {
    localStorage.removeItem(prefix + form.dataset.draft);
  } catch {
    // As above.
  }
}

/** Drops every draft where the page says that everything kept about the learner was deleted. */
export function forgetAllWhenDeleted(): void {
  if (!document.querySelector('[data-forget-drafts]')) return;
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
