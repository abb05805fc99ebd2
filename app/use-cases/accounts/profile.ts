/** What an account says of a person. */
import { z } from 'zod';
import { readEmail } from '#app/access/email-address.ts';
import { lineOfText } from '#app/learning/line-of-text.ts';

export const personName = lineOfText({
  empty: 'Write the name that your instructor knows you by.',
  longest: 80,
});

export const emailField = z
  .string()
  .max(300, 'That is too long for an email address.')
  .transform((typed, context) => {
    const email = readEmail(typed);
    if (email) return email;
    context.addIssue({ code: 'custom', message: 'That is no email address. It looks like name@example.org.' });
    return z.NEVER;
  });

export const profile = z.object({ name: personName, email: emailField });
export type Profile = z.infer<typeof profile>;
