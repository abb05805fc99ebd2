/** Sends mail through the server that is configured. */
import { createTransport } from 'nodemailer';
import type { Mail } from '#app/use-cases/scope.ts';

/** Returns what sends a letter by the server at `url`; it rejects where that server does not take it. */
export function mailBy(url: string, from: string): Mail {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text });
  };
}
