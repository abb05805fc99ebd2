import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Contact } from '#app/ui/contact.tsx';

test.each([
  ['IT help desk', 'IT help desk'],
  ['IT help desk, help@example.org', 'IT help desk, <a href="mailto:help@example.org">help@example.org</a>'],
  [
    'help@example.org, or https://example.org/help; room 12',
    '<a href="mailto:help@example.org">help@example.org</a>, or <a href="https://example.org/help">https://example.org/help</a>; room 12',
  ],
  ['javascript:x@y, <b>', 'javascript:x@y, &lt;b&gt;'],
])('of “%s” the addresses are links', (text, markup) => {
  expect(renderToStaticMarkup(<Contact text={text} />)).toBe(markup);
});
