/** Sends mail through the server that is configured. */
import { createTransport } from 'nodemailer';
import type { Mail } from '#app/use-cases/scope.ts';

/** What a mail server says may name whom a letter was for, and errors are logged: its codes alone tell what went wrong. */
function notTaken(error: unknown): Error {
  const told = error as { readonly code?: unknown; readonly responseCode?: unknown; readonly command?: unknown };
  const codes = [told.code, told.command, told.responseCode].filter((code) => code !== undefined);
  return new Error(`The mail server did not take a letter (${codes.length > 0 ? codes.join(' ') : 'it did not say why'}).`);
}

/** Returns what sends a letter by the server at `url`; it rejects where that server does not take it, without saying whom it was for. */
export function mailBy(url: string, from: string): Mail {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return async ({ to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text }).catch((error: unknown) => {
      throw notTaken(error);
    });
  };
}
