/** Standard output that nobody reads any more. */

/**
 * Whoever reads what a command prints may stop reading (`| head -1`): then nothing more is said, and nothing of it is an
 * error. What was begun is brought to its end, and the exit code tells how; a command that would go on for long is told.
 */
export const outliveReader = (onClosed: () => void = () => {}): void => {
  let isTold = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (isTold) return;
      isTold = true;
      onClosed();
    });
  }
};
