/** Opens what an address leads into: not every browser unfolds a part around the place that a link names. */
function unfold(): void {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = place?.closest('details'); part; part = part.parentElement?.closest('details')) part.open = true;
  if (place?.closest('details')) place.scrollIntoView();
}

/** Unfolds for the address of this page, and for each that is followed inside it. */
export function unfoldPlaces(): void {
  addEventListener('hashchange', unfold);
  if (location.hash !== '') unfold();
}
