import { z } from 'zod';

/** An address that a page links to. The scheme is named: a script has an address too. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'a web address begins with https://' });
