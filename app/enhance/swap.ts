import { announce } from './announce.ts';

let shown = location.pathname + location.search;

/**
 * Puts the `<main>` of a response in the place of the page's own, follows its address, and moves focus to what came
 * of the form that was sent. Throws where the response is no page of this site.
 */
export async function swapMain(response: Response, form: HTMLFormElement): Promise<void> {
  const address = new URL(response.url);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const incoming = page.querySelector('main');
  const outgoing = document.querySelector('main');
  if (!incoming || !outgoing || address.origin !== location.origin) throw new Error('not a page of this site');

  // Where the form stood: a page may hold several, each in a place with an id.
  const place = form.closest('[id]:not(form)')?.id ?? 'main';
  outgoing.replaceWith(document.adoptNode(incoming));
  document.title = page.title;
  const learner = page.documentElement.dataset.learner;
  if (learner) document.documentElement.dataset.learner = learner;
  const next = address.pathname + address.search;
  if (next !== shown) history.pushState(null, '', next);
  shown = next;

  const within = document.getElementById(place) ?? incoming;
  const target = within.querySelector<HTMLElement>('[data-focus]') ?? incoming.querySelector<HTMLElement>('h1') ?? incoming;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  (target.closest('section, form') ?? target).scrollIntoView({ block: 'start' });
  const news = [incoming.querySelector('.notice'), target.closest('section')?.querySelector('[data-announce]')];
  announce(news.map((element) => element?.textContent ?? '').join(' '));
}

/** Back and forward between swapped pages load them anew; moves within a page (`#section`) do not. */
export function reloadOnReturn(): void {
  addEventListener('popstate', () => {
    // The lab follows its own steps.
    if (document.querySelector('.lab-live')) return;
    if (location.pathname + location.search !== shown) location.reload();
  });
}
