/**
 * The note of a glossary term that shows while the pointer rests on the word can be sent away with Escape (WCAG 1.4.13); it comes back
 * with the next visit of the pointer. A note that was opened by a press closes so by itself.
 */
export function dismissTerms(): void {
  addEventListener('keydown', (event) => {
    const term = event.key === 'Escape' ? document.querySelector('.term:hover') : null;
    if (!term) return;
    term.setAttribute('data-dismissed', '');
    term.addEventListener('pointerleave', () => term.removeAttribute('data-dismissed'), { once: true });
  });
}
