import { announce } from './announce.ts';

/** Gives every list of steps buttons and a grip beside its selects, which stay the form's fields and follow along. */
export function makeSortable(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-order]:not([data-sortable])')) {
    list.dataset.sortable = 'yes';
    arrange(list);
    number(list);
    for (const step of steps(list)) equip(list, step);
  }
}

function steps(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-order-step]')];
}

function place(step: HTMLElement): HTMLSelectElement | null {
  return step.querySelector('select');
}

function nameOf(step: HTMLElement): string {
  return step.querySelector('.order-text')?.textContent ?? '';
}

/** Puts the steps in the order that their selects hold, where they hold one. */
function arrange(list: HTMLElement): void {
  const all = steps(list);
  const at = (step: HTMLElement) => Number(place(step)?.value) || all.length + 1;
  list.append(...all.sort((a, b) => at(a) - at(b)));
}

function number(list: HTMLElement): void {
  steps(list).forEach((step, index) => {
    const select = place(step);
    if (select) select.value = String(index + 1);
  });
}

/** Moves a step to a place that counts from 0, tells the form and says where it is now. */
function move(list: HTMLElement, step: HTMLElement, to: number): void {
  const others = steps(list).filter((other) => other !== step);
  if (to < 0 || to > others.length) return;
  list.insertBefore(step, others[to] ?? null);
  settle(list, step);
}

function settle(list: HTMLElement, step: HTMLElement): void {
  number(list);
  list.dispatchEvent(new Event('input', { bubbles: true }));
  announce(`${nameOf(step)}: now number ${place(step)?.value} of ${steps(list).length}`);
}

function equip(list: HTMLElement, step: HTMLElement): void {
  const moves = document.createElement('span');
  moves.className = 'order-moves';
  for (const [by, sign, words] of [
    [-1, '↑', 'Earlier'],
    [1, '↓', 'Later'],
  ] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = sign;
    button.setAttribute('aria-label', `${words}: ${nameOf(step)}`);
    button.addEventListener('click', () => {
      move(list, step, steps(list).indexOf(step) + by);
      button.focus();
    });
    moves.append(button);
  }
  step.append(moves);
  place(step)?.addEventListener('change', (event) => {
    const select = event.currentTarget;
    if (!(select instanceof HTMLSelectElement)) return;
    move(list, step, Number(select.value || 1) - 1);
    select.focus();
  });
  makeDraggable(list, step);
}

/** Adds a grip for pointers; the keyboard has the buttons and the select. */
function makeDraggable(list: HTMLElement, step: HTMLElement): void {
  const grip = document.createElement('span');
  grip.className = 'order-grip';
  step.prepend(grip);
  const follow = (event: PointerEvent) => {
    const others = steps(list).filter((other) => other !== step);
    const below = others.find((other) => {
      const box = other.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if ((below ?? null) !== step.nextElementSibling) list.insertBefore(step, below ?? null);
  };
  const drop = () => {
    step.classList.remove('dragging');
    removeEventListener('pointermove', follow);
    removeEventListener('pointerup', drop);
    removeEventListener('pointercancel', drop);
    settle(list, step);
  };
  grip.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    step.classList.add('dragging');
    addEventListener('pointermove', follow);
    addEventListener('pointerup', drop);
    addEventListener('pointercancel', drop);
  });
}
