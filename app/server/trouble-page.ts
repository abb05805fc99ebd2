/** What a visitor is told while the disk is in trouble. The page retries by itself where script runs (app/enhance/send.ts). */
import type { Trouble } from '#db/trouble.ts';
import { plainBody, plainPage } from './plain-page.ts';

const texts: Readonly<Record<Trouble, { readonly title: string; readonly text: string }>> = {
  full: {
    title: 'There is no room to keep this just now',
    text: 'What you sent was not kept: the disk of this site is full. Everything kept before is safe and can be read. Go back, keep your page open and send it again in a moment; whoever runs this site has been told in its log.',
  },
  broken: {
    title: 'The disk of this site did not answer',
    text: 'What you sent was not kept. Everything kept before is safe. The site starts anew by itself; go back and send it again in a moment.',
  },
  busy: {
    title: 'This site is very busy',
    text: 'What you sent was not kept yet. Go back and send it again in a moment.',
  },
};

/** The page in place of one that was put off: made once, since it is sent when there is no time. */
const putOff = plainBody(
  'This site is very busy',
  'Answers come first, so this page has to wait. What you have sent is kept. <a href="">Try again</a> in a moment.',
);
/** Seconds. */
const again = 3;

/** Returns what is sent at once where too many pages wait already. */
export const putOffPage = () => ({
  status: 503,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': putOff.length,
    'Cache-Control': 'no-store',
    'Retry-After': String(again),
  },
  body: putOff,
});

/** Returns the answer to a request that the trouble kept from being done: 503, to be tried again in some seconds. */
export function troublePage(trouble: Trouble): Response {
  const { title, text } = texts[trouble];
  const page = plainPage(503, title, text);
  page.headers.set('Retry-After', '5');
  return page;
}
