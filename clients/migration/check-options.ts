/** The options of a check, for `npm run migration-check` and `muster migrations check` alike. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { fromCaller } from '../caller.ts';

/** What was chosen. */
export type CheckOptions = {
  host: string;
  port?: number;
  starttls?: true;
  caFile?: string;
  concurrency: number;
  timeout: number;
};

/** A whole number within bounds. */
const within =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };

/** Gives a command the argument and options of a check. */
export const withCheckOptions = (command: Command): Command =>
  command
    .argument('<file>', 'file of an IMAP migration: EmailAddress, UserName, Password')
    .requiredOption('--host <name>', 'server that the mail comes from, as its certificate names it')
    .option('--port <number>', 'its port; 993, or 143 with --starttls', within(1, 65_535))
    .option('--starttls', 'begin in the open and go on with TLS; without TLS nothing is sent')
    .option('--ca-file <file>', 'authority that signed its certificate, PEM')
    .option('--concurrency <number>', 'rows that are tried at once, 20 at most', within(1, 20), 5)
    .option(
      '--timeout <seconds>',
      'how long it may be silent; below 30 its delay after a wrong password looks like silence',
      within(1, 600),
      60,
    )
    .addHelpText(
      'after',
      `
Reads the file here, signs in to each mailbox, counts folders, messages and bytes, and uploads nothing. No password is
printed or written anywhere. Exit code 0 where every row signs in, 1 where some does not.`,
    );

/** Where the look goes. Throws Node's own error where the authority cannot be read. */
export const sourceOf = ({ host, port, starttls, caFile, timeout }: CheckOptions) => ({
  host,
  port: port ?? (starttls ? 143 : 993),
  startTls: starttls === true,
  authority: caFile === undefined ? undefined : readFileSync(fromCaller(caFile), 'utf8'),
  timeoutSeconds: timeout,
});
