/** Asking the browser's formatter takes some fifty milliseconds on a phone, so that browsers with Temporal, where it takes none, ask that. */
function zoneOfDevice(): string {
  const { Temporal } = globalThis as { Temporal?: { readonly Now: { readonly timeZoneId: () => string } } };
  return Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/**
 * Tells the server the device's time zone, so that dates are shown in it from the next page on. A choice made by hand stays.
 * Only who is signed in sees times that matter; nothing is kept about anybody else.
 */
export function tellZone(): void {
  if (!document.documentElement.dataset.account || /(?:^|; )zone=/.test(document.cookie)) return;
  const zone = zoneOfDevice();
  if (!zone) return;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `zone=${encodeURIComponent(zone)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
