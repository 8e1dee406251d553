/** What ends the command with something to tell. */

/** Exit codes: what a script may rely on. `refused` is also what failed. */
export const exitCodes = {
  done: 0,
  refused: 1,
  /** Wrong usage, a confirmation that is missing, or a dry run of which rows would be refused. */
  usage: 2,
  /** Not signed in, or not allowed. */
  notAllowed: 4,
} as const;

/** An exit code of the command. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A fault that is one sentence, with the exit code that it ends the command with. */
export class Fault extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = exitCodes.refused) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What was asked for in a way that cannot be meant. */
export const usageFault = (message: string): Fault => new Fault(message, exitCodes.usage);
