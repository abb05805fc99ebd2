/** Long files: says how much has come while one is on its way, and saves it when it is whole. */

const words = (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

async function save(link: HTMLAnchorElement, say: (text: string) => void): Promise<void> {
  const response = await fetch(link.href);
  if (!response.ok || !response.body || response.redirected) return location.assign(link.href);
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    parts.push(piece.value as BlobPart);
    bytes += piece.value.length;
    say(`${words(bytes)} so far …`);
  }
  const url = URL.createObjectURL(new Blob(parts, { type: response.headers.get('Content-Type') ?? '' }));
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
  const saving = Object.assign(document.createElement('a'), { href: url, download: name });
  saving.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  say(`Saved: ${words(bytes)}.`);
}

/** Shows progress beside links to files. A file that breaks off is not saved, and says so. */
export function showDownloads(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-download]')) {
    const link = place.querySelector('a');
    if (!link) continue;
    const status = Object.assign(document.createElement('span'), { className: 'hint', role: 'status' });
    place.append(' ', status);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      if (link.getAttribute('aria-disabled') === 'true') return;
      link.setAttribute('aria-disabled', 'true');
      save(link, (text) => {
        status.textContent = text;
      })
        .catch(() => {
          status.textContent = 'It broke off. Try again.';
        })
        .finally(() => link.removeAttribute('aria-disabled'));
    });
  }
}
