/**
 * With focus on one of the options of an item, the keys 1 to 9 choose an option. Only there: a shortcut of one
 * character that worked everywhere would get in the way of speech input (WCAG 2.1.4).
 */
export function chooseByNumber(): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    const group = event.target instanceof Element ? event.target.closest('[data-options]') : null;
    const input = group?.querySelectorAll<HTMLInputElement>('input[type="radio"]')[Number(event.key) - 1];
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.click();
  });
}
