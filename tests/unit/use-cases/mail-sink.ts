/** A mail server of a test's own, and what it has got. */
import { SMTPServer } from 'smtp-server';
import { mailBy } from '#app/server/mail.ts';

export interface Letter {
  readonly to: readonly string[];
  /** Headers and body, with soft line ends taken out. */
  readonly text: string;
}

/** Starts a server on this machine; `refuses` says which addresses it does not take, `ready` when it has taken a letter. */
export async function mailSink(refuses: (address: string) => boolean = () => false, ready: () => Promise<void> = async () => {}) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(refuses(address) ? new Error('No such mailbox') : null),
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      stream.on('end', () => {
        ready().then(() => {
          letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: text.replaceAll('=\r\n', '') });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `smtp://127.0.0.1:${port}`;
  const mail = mailBy(url, 'Criterion <no-reply@example.org>');
  return { letters, url, mail, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}
