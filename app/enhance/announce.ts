let region: HTMLElement | null = null;

/** Says something to screen readers, politely. The region stands outside `<main>` and outlives its swaps. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = text;
}
