/** What a machine or a finder of a hole reads of whom to tell (RFC 9116). */
import { readEmail } from '#app/access/email-address.ts';

const day = 24 * 60 * 60 * 1000;
/** RFC 9116 recommends less than a year, so that a site left alone stops pointing to somebody. It is counted from each reading. */
const holds = 180 * day;

/** An address as the path of a `mailto:`; all of it but letters, figures and what every address has is written in percents. */
const mailto = (email: string) => `mailto:${email.split('@').map(encodeURIComponent).join('@')}`;

/** Returns the addresses of mail and of pages (https) that stand in a text, as the standard writes them. */
function waysIn(contact: string): string[] {
  return contact.split(/[\s,;()]+/).flatMap((word) => {
    const plain = word.replace(/[.:!?]+$/, '');
    if (/^https:\/\/./i.test(plain)) return URL.canParse(plain) ? [new URL(plain).href] : [];
    const email = readEmail(plain);
    return email ? [mailto(email)] : [];
  });
}

/**
 * Returns the text of `/.well-known/security.txt`, null where nobody is named. The standard wants an address to write to: where `contact` has
 * none, the page that names who runs the site stands in, which has to be reached over https.
 */
export function securityTxt({ contact, origin, now }: { contact: string | null; origin: string; now: number }): string | null {
  if (contact === null) return null;
  const secure = origin.startsWith('https:');
  const named = waysIn(contact);
  const contacts = named.length > 0 ? named : secure ? [`${origin}/privacy`] : [];
  if (contacts.length === 0) return null;
  const lines = [
    ...contacts.map((way) => `Contact: ${way}`),
    `Expires: ${new Date(now + holds).toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: en',
    ...(secure ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
