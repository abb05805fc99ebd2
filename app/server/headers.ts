/**
 * What every answer tells the browser about how far this site is to be trusted: pages, files, redirects and refusals alike. There is no
 * nonce, since no page has a script or a style inline: the policy allows none at all.
 */
import type { ServerResponse } from 'node:http';

export interface HeaderOptions {
  /** True where the site is reached over https. */
  readonly secure: boolean;
  /** Who may show the site in a frame, as the policy writes it: `'none'`, or sources with blanks between. */
  readonly framedBy: string;
}

const year = 365 * 24 * 60 * 60;

/** What a page here has no use for, so that nothing that slips in has either. Passkeys are asked for by our own pages. */
const permissions = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen', 'geolocation', 'gyroscope'],
  ...['magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'screen-wake-lock', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .concat('publickey-credentials-get=(self)', 'publickey-credentials-create=(self)')
  .join(', ');

const policyFor = (framedBy: string) =>
  [
    "default-src 'none'",
    ...['script', 'style', 'img', 'font', 'connect', 'manifest'].map((kind) => `${kind}-src 'self'`),
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');

/** Returns the headers by their names. */
export function safetyHeaders({ secure, framedBy }: HeaderOptions): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': policyFor(framedBy),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': permissions,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // For browsers that do not know frame-ancestors; it has no word for a list.
    ...(framedBy === "'none'" ? { 'X-Frame-Options': 'DENY' } : {}),
    ...(secure ? { 'Strict-Transport-Security': `max-age=${year}` } : {}),
  };
}

/** Returns what puts the headers on an answer before anything else has a say in it. */
export function headersOn(options: HeaderOptions): (outgoing: ServerResponse) => void {
  const headers = Object.entries(safetyHeaders(options));
  return (outgoing) => {
    for (const [name, value] of headers) outgoing.setHeader(name, value);
  };
}
