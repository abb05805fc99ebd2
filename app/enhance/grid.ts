/**
 * Makes the numbers of a map item move: chosen and put by a press, dragged by pointer, or carried by the arrow keys. The lists beside the
 * cases stay the form's fields: each move sets one, and a change of one moves its number.
 */
import { announce } from './announce.ts';

/** How far a pointer moves, in pixels, before a press becomes a drag. */
const slack = 6;
/** Nearer than this to an edge of the window, in pixels, a drag scrolls the page. */
const edge = 48;

interface Board {
  readonly item: HTMLElement;
  readonly chips: readonly HTMLButtonElement[];
  /** In reading order. */
  readonly cells: readonly HTMLElement[];
  readonly columns: number;
}

/** Makes every map on the page ready whose numbers do not move yet. */
export function makeMaps(): void {
  for (const item of document.querySelectorAll<HTMLElement>('[data-grid]:not([data-ready])')) {
    item.dataset.ready = 'yes';
    const cells = [...item.querySelectorAll<HTMLElement>('[data-grid-cell]')];
    const columns = item.querySelector('tbody tr')?.querySelectorAll('[data-grid-cell]').length ?? 1;
    const map: Board = { item, cells, columns, chips: [...item.querySelectorAll<HTMLButtonElement>('[data-grid-chip]')] };
    for (const chip of map.chips) equip(map, chip);
    for (const cell of cells) cell.addEventListener('click', (event) => press(map, cell, event));
    hold(map, nextOf(map));
  }
}

const numberOf = (chip: HTMLElement) => chip.dataset.gridChip ?? '';
const titleOf = (chip: HTMLElement) => chip.dataset.title ?? '';

function selectOf({ item }: Board, chip: HTMLElement): HTMLSelectElement | null {
  return item.querySelector(`select[data-grid-select="${numberOf(chip)}"]`);
}

function cellOf(map: Board, chip: HTMLElement): HTMLElement | undefined {
  return map.cells.find(({ dataset }) => dataset.gridCell === selectOf(map, chip)?.value);
}

/** The first number that has no cell yet. */
function nextOf(map: Board): HTMLButtonElement | null {
  return map.chips.find((chip) => !cellOf(map, chip)) ?? null;
}

function heldIn({ chips }: Board): HTMLButtonElement | null {
  return chips.find((chip) => chip.getAttribute('aria-pressed') === 'true') ?? null;
}

/** Chooses the number that the next press of a cell puts there. */
function hold(map: Board, held: HTMLButtonElement | null): void {
  for (const chip of map.chips) chip.setAttribute('aria-pressed', String(chip === held));
  const place = map.item.querySelector('[data-grid-held]');
  if (!place) return;
  const title = document.createElement('strong');
  title.textContent = held ? `${numberOf(held)}. ${titleOf(held)}` : 'Every case has a cell.';
  const story = document.createElement('a');
  story.textContent = held ? 'To its story' : '';
  story.href = `#${held && selectOf(map, held)?.closest('li')?.id}`;
  place.replaceChildren(title, ` ${held ? held.dataset.gist : 'Choose a number to move it.'} `, ...(held ? [story] : []));
}

/** Where a case stands, in the words of the list of cells: its row, column and the name of its cell. */
function wordsOf(map: Board, chip: HTMLElement): string {
  const option = selectOf(map, chip)?.selectedOptions[0];
  return option?.value ? `${option.closest('optgroup')?.label}, ${option.text}` : 'not placed';
}

/** Puts a number where its list says. */
function show(map: Board, chip: HTMLButtonElement): void {
  const home = map.item.querySelector(`[data-grid-slot="${numberOf(chip)}"]`);
  const parent = cellOf(map, chip) ?? home;
  if (parent && chip.parentElement !== parent) parent.append(chip);
  chip.setAttribute('aria-label', `${numberOf(chip)}, ${titleOf(chip)}: ${wordsOf(map, chip)}`);
}

/** Gives a case a cell, or none, tells the form and says where it stands now. */
function put(map: Board, chip: HTMLButtonElement, cell: HTMLElement | undefined): void {
  const select = selectOf(map, chip);
  if (!select) return;
  const focused = chip === document.activeElement;
  select.value = cell?.dataset.gridCell ?? '';
  show(map, chip);
  if (focused) chip.focus();
  select.dispatchEvent(new Event('input', { bubbles: true }));
  announce(`${titleOf(chip)}: ${wordsOf(map, chip)}`);
}

function press(map: Board, cell: HTMLElement, event: MouseEvent): void {
  const held = heldIn(map);
  if (!held || (event.target instanceof Element && event.target.closest('[data-grid-chip]'))) return;
  put(map, held, cell);
  hold(map, nextOf(map));
}

function equip(map: Board, chip: HTMLButtonElement): void {
  chip.disabled = false;
  show(map, chip);
  selectOf(map, chip)?.addEventListener('change', () => {
    show(map, chip);
    hold(map, nextOf(map));
  });
  chip.addEventListener('click', () => hold(map, chip));
  chip.addEventListener('keydown', (event) => carry(map, chip, event));
  makeDraggable(map, chip);
}

/** Takes a number over the map by the arrow keys, onto its first cell from outside, and off it by Delete. */
function carry(map: Board, chip: HTMLButtonElement, event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -map.columns, ArrowDown: map.columns };
  const step = steps[event.key];
  const isOff = event.key === 'Delete' || event.key === 'Backspace';
  if ((step === undefined && !isOff) || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  hold(map, chip);
  const from = cellOf(map, chip);
  const to = step === undefined ? undefined : from ? stepped(map, from, step) : map.cells[0];
  if (to !== from) put(map, chip, to);
}

/** The cell one step on, which is the same at the edge of the map. */
function stepped({ cells, columns }: Board, from: HTMLElement, step: number): HTMLElement {
  const at = cells.indexOf(from);
  const leavesRow = Math.abs(step) === 1 && Math.floor((at + step) / columns) !== Math.floor(at / columns);
  return (leavesRow ? undefined : cells[at + step]) ?? from;
}

/** A drag that ends where it began would press what lies there. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  addEventListener('click', swallow, { capture: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}

function makeDraggable(map: Board, chip: HTMLButtonElement): void {
  chip.addEventListener('pointerdown', (start) => {
    if (start.button !== 0) return;
    let over: HTMLElement | null = null;
    const scrolled = scrollY;
    const target = (event: PointerEvent) =>
      document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-grid-cell], [data-grid-tray]') ?? null;
    const follow = (event: PointerEvent) => {
      const [x, y] = [event.clientX - start.clientX, event.clientY - start.clientY];
      if (!chip.classList.contains('dragging')) {
        if (Math.hypot(x, y) < slack) return;
        chip.classList.add('dragging');
        hold(map, chip);
        announce(`Moving ${titleOf(chip)}`);
      }
      if (event.clientY < edge) scrollBy(0, -edge / 4);
      if (event.clientY > innerHeight - edge) scrollBy(0, edge / 4);
      chip.style.transform = `translate(${x}px, ${y + scrollY - scrolled}px)`;
      over?.classList.remove('over');
      over = target(event);
      over?.classList.add('over');
    };
    const end = (event: PointerEvent) => {
      removeEventListener('pointermove', follow);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
      over?.classList.remove('over');
      if (!chip.classList.contains('dragging')) return;
      chip.classList.remove('dragging');
      chip.style.transform = '';
      swallowClick();
      if (event.type === 'pointercancel' || !over || !map.item.contains(over)) return;
      put(map, chip, over.dataset.gridCell === undefined ? undefined : over);
      hold(map, nextOf(map));
    };
    addEventListener('pointermove', follow);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  });
}
