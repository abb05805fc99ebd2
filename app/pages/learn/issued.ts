/** A certificate as its pages show it. */
import type { CertificateProps } from '#app/ui/certificate.tsx';
import type { Certificate } from '#db/certificates.ts';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "24 November 2026", in UTC, so that everybody reads the same day. */
export function dayOf(at: number): string {
  return day.format(at);
}

/** Returns the sheet of a certificate; `origin` is where the reader reached the site. */
export function sheetOf(certificate: Certificate, origin: string): CertificateProps {
  const { name, shown, issuedAt, contentVersion, code } = certificate;
  return {
    name,
    shown,
    issued: dayOf(issuedAt),
    iso: new Date(issuedAt).toISOString().slice(0, 10),
    contentVersion,
    code,
    checkAt: `${new URL(origin).host}/verify`,
  };
}
