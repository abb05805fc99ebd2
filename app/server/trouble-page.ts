/** What a visitor is told while the disk is in trouble. The page retries by itself where script runs (app/enhance/send.ts). */
import type { Trouble } from '#db/trouble.ts';
import { plainPage } from './plain-page.ts';

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

/** Returns the answer to a request that the trouble kept from being done: 503, to be tried again in some seconds. */
export function troublePage(trouble: Trouble): Response {
  const { title, text } = texts[trouble];
  const page = plainPage(503, title, text);
  page.headers.set('Retry-After', '5');
  return page;
}
