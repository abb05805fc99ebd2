/**
 * Tells the server the device's time zone, so that dates are shown in it from the next page on. A choice made by hand stays.
 * Only who is signed in sees times that matter; nothing is kept about anybody else.
 */
export function tellZone(): void {
  if (!document.documentElement.dataset.account) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (!timeZone || /(?:^|; )zone=/.test(document.cookie)) return;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `zone=${encodeURIComponent(timeZone)}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
}
