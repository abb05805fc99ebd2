/** The lab in the browser: the same engine, view and component as on the server. Every change is a step of the browser's history. */
import { type ReactNode, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { hydrateRoot } from 'react-dom/client';
import { act } from '#app/lab/act.ts';
import { readState } from '#app/lab/form.ts';
import { addressOf, type LabBase, stateOf } from '#app/lab/link.ts';
import type { LabState } from '#app/lab/state.ts';
import { viewOf } from '#app/lab/view.ts';
import { Lab, type LabLive } from '#app/ui/lab/lab.tsx';
import { verdictWords } from '#app/ui/words.ts';
import { announce } from './announce.ts';

/** What the server tells the script, in the root's `data-lab-told`. */
export interface LabTold {
  readonly base: LabBase;
  readonly path: string;
  readonly reference: string;
  readonly fresh: string;
  readonly origin: string;
}

/** Where a step of the history stands among those of this visit. */
interface Step {
  readonly lab: number;
}

/** By what the field is, not by how its markup says so. */
const isTyped = ({ type }: HTMLInputElement): boolean => type === 'text' || type === 'number';

const stepNow = (): number => (history.state as Partial<Step> | null)?.lab ?? 0;

/** Takes over the lab in `root`, which holds the markup of the state that the page's address asks for. */
export function runLab(root: HTMLElement): void {
  const { base, path, reference, fresh, origin }: LabTold = JSON.parse(root.dataset.labTold ?? '');
  let state = stateOf(base, new URLSearchParams(location.search)).state;
  let furthest = stepNow();
  let copied: LabLive['copied'] = null;
  /** Name of the text field that the last step came from: typing a word is one step. */
  let typing: string | null = null;

  const element = (live: LabLive | null) => (
    <Lab view={viewOf(base, state)} path={path} reference={reference} fresh={fresh} origin={origin} live={live} />
  );
  const listen = () => {
    root.addEventListener('input', changed, { capture: true });
    // React puts ticks back at the click, which comes before the input event.
    root.addEventListener('click', changed, { capture: true });
    root.addEventListener('submit', submitted);
    root.addEventListener('click', clicked);
    addEventListener('popstate', moved);
  };
  // Ours come first: React puts a field back to the state that it knows.
  listen();
  let ready = false;
  const react = hydrateRoot(root, <Hydrated then={begin}>{element(null)}</Hydrated>);

  function begin(): void {
    ready = true;
    root.classList.add('lab-live');
    const form = root.querySelector('form');
    // What was turned before the script was there counts too.
    if (form) become(readState(formOf(form), state));
  }

  function show(): void {
    const live = element({ mayUndo: stepNow() > 0, mayRedo: stepNow() < furthest, copied });
    flushSync(() => react.render(<Hydrated then={begin}>{live}</Hydrated>));
    for (const field of root.querySelectorAll('input'))
      if (isTyped(field) && field !== document.activeElement && field.value !== field.defaultValue) field.value = field.defaultValue;
  }

  function become(next: LabState, field: string | null = null): void {
    const before = addressOf(base, state);
    state = next;
    copied = null;
    const address = addressOf(base, state);
    if (address !== before) {
      const again = field !== null && field === typing;
      furthest = again ? stepNow() : stepNow() + 1;
      const step: Step = { lab: furthest };
      if (again) history.replaceState(step, '', `${path}${address}`);
      else history.pushState(step, '', `${path}${address}`);
      typing = field;
    }
    show();
    tell();
  }

  let told = '';
  /** Says what came of a change; a word that is still being typed is not commented on letter by letter. */
  function tell(): void {
    const { findings, problems, lens } = viewOf(base, state);
    const news = findings
      ? `${verdictWords[findings.verdict]}, by the ${lens.label}. ${findings.reason}`
      : `Not judged yet. ${problems.map(({ place, text }) => `${place}: ${text}`).join(' ')}`;
    if (told !== '' && news !== told) announce(news);
    told = news;
  }

  function changed(event: Event): void {
    const field = event.target;
    if (!ready || !(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !field.form || !field.name) return;
    if (event.type === 'click' && field.type !== 'radio' && field.type !== 'checkbox') return;
    become(readState(formOf(field.form), state), field instanceof HTMLInputElement && isTyped(field) ? field.name : null);
  }

  function submitted(event: SubmitEvent): void {
    if (!ready) return;
    event.preventDefault();
    // Nothing is sent, so nothing is on its way (guard.ts).
    event.stopPropagation();
    if (!(event.target instanceof HTMLFormElement)) return;
    const button = event.submitter;
    const name = button instanceof HTMLButtonElement ? button.value : 'update';
    const list = button?.closest('.lab-list');
    become(act(readState(formOf(event.target), state), name));
    // The button that took something away or was applied may be gone: focus must not be lost with it.
    if (!button?.isConnected || name.startsWith('add:')) focusAfter(name, list ?? null);
  }

  function focusAfter(name: string, list: Element | null): void {
    const cards = list?.querySelectorAll<HTMLElement>('.lab-card > summary') ?? [];
    const place = name.startsWith('add:') ? cards[cards.length - 1] : root.querySelector<HTMLElement>('#lab-flips, #lab-verdict');
    if (!place) return;
    if (!place.hasAttribute('tabindex') && place.tagName !== 'SUMMARY') place.tabIndex = -1;
    place.focus();
  }

  function clicked(event: MouseEvent): void {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-lab]') : null;
    const what = pressed?.dataset.lab;
    if (what === 'undo' && stepNow() > 0) history.back();
    if (what === 'redo' && stepNow() < furthest) history.forward();
    if (what === 'copy') void copy();
    const inside = event.target instanceof Element ? event.target.closest('a[href^="#"]')?.getAttribute('href') : null;
    if (inside) {
      // A step to a field is none of the history's.
      event.preventDefault();
      reveal(root.querySelector<HTMLElement>(inside));
    }
    if (what === 'reset' && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      become({ ...state, facts: base.facts });
      root.querySelector<HTMLElement>('[data-lab="undo"]')?.focus();
    }
  }

  function reveal(field: HTMLElement | null): void {
    for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    field?.focus();
  }

  async function copy(): Promise<void> {
    const link = root.querySelector<HTMLInputElement>('#lab-link');
    try {
      await navigator.clipboard.writeText(link?.value ?? '');
      copied = 'yes';
    } catch {
      link?.select();
      copied = 'no';
    }
    show();
    announce(copied === 'yes' ? 'Copied.' : 'Copying is not allowed here.');
  }

  function moved(): void {
    if (location.pathname !== path) return;
    typing = null;
    state = stateOf(base, new URLSearchParams(location.search)).state;
    furthest = Math.max(furthest, stepNow());
    show();
    tell();
  }
}

/** Calls `then` once the server's markup has become React's own; an update before that would make it all anew. */
function Hydrated({ children, then }: { readonly children: ReactNode; readonly then: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => void setTimeout(then), []);
  return children;
}

function formOf(form: HTMLFormElement): URLSearchParams {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
