/** What the person who runs a command can mend; each line is one problem. */
export class InputProblems extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/**
 * Runs a command. Input that has to be mended: one line a problem on standard error, exit 1. The exit code is set and the process not
 * ended, so that a large output is written to its end.
 */
export async function orProblems(main: () => Promise<void>): Promise<void> {
  // A reader that has seen enough, such as head, may close the pipe early.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    await main();
  } catch (error) {
    if (!(error instanceof InputProblems)) throw error;
    process.stderr.write(`${error.lines.join('\n')}\n`);
    process.exitCode = 1;
  }
}
