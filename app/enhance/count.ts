/** Shows how many characters are left below each textarea that names a place for it in `data-count`. */
export function countCharacters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]')) {
    const place = document.getElementById(area.dataset.count ?? '');
    if (!place) continue;
    const show = () => {
      const left = area.maxLength - area.value.length;
      place.textContent = `${left} ${left === 1 ? 'character' : 'characters'} left`;
    };
    area.addEventListener('input', show);
    if (area.value) show();
  }
}
