/** On a narrow page the tab of this page may lie outside its row, which then moves so that the tab shows. */
export function showTab(): void {
  const tab = document.querySelector('.tabs [aria-current="page"]');
  const row = tab?.closest('.tabs');
  if (!tab || !row) return;
  const [at, frame] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  if (at.right > frame.right) row.scrollLeft += at.left - frame.left - (frame.width - at.width) / 2;
}
