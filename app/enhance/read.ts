/** How long the end of a section is on screen before the section counts as read, in milliseconds. */
const moment = 1500;

let observer: IntersectionObserver | null = null;
const timers = new Map<Element, ReturnType<typeof setTimeout>>();

/** Marks sections as read by themselves, for learners only: a passing visitor leaves no trace on the server. */
export function watchSections(): void {
  observer?.disconnect();
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  if (document.documentElement.dataset.learner !== 'yes') return;
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      clearTimeout(timers.get(target));
      if (isIntersecting && target instanceof HTMLFormElement)
        timers.set(
          target,
          setTimeout(() => quietly(target), moment),
        );
    }
  });
  for (const form of document.querySelectorAll('form[data-read-section]')) observer.observe(form);
}

/** On failure the button stays, to be pressed by hand. */
function quietly(form: HTMLFormElement): void {
  if (!form.dataset.sending) markRead(form).catch(() => {});
}

/** Sends the form in the background and puts "Read" in its place. Rejects where the server does not take it. */
export async function markRead(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  // The page that the server redirects to is not needed, so the redirect is not followed.
  const response = await fetch(form.action, { method: 'post', body, redirect: 'manual', keepalive: true });
  if (!response.ok && response.type !== 'opaqueredirect') throw new Error(`status ${response.status}`);
  observer?.unobserve(form);
  // Whoever marks a section by hand is a learner from now on.
  if (document.documentElement.dataset.learner !== 'yes') {
    document.documentElement.dataset.learner = 'yes';
    watchSections();
  }
  const hadFocus = form.contains(document.activeElement);
  const note = document.createElement('p');
  note.className = 'section-end';
  note.textContent = '✓ Read';
  form.replaceWith(note);
  if (hadFocus) {
    note.tabIndex = -1;
    note.focus();
  }
}
