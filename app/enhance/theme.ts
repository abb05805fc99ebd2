/** Applies the chosen theme at once and tells the server, which keeps it in a cookie. */
export async function chooseTheme(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  if (!(submitter instanceof HTMLButtonElement)) throw new Error('no theme chosen');
  const theme = submitter.value;
  const response = await fetch(form.action, { method: 'post', body: new URLSearchParams({ theme }), redirect: 'manual' });
  if (!response.ok && response.type !== 'opaqueredirect') throw new Error(`status ${response.status}`);
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme === 'auto' ? 'light dark' : theme);
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button === submitter));
}
