/** The command line of `npm run torture`. */
import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';

/** How a run is to be. */
export type TortureOptions = {
  /** Decides everything that actors and faults decide. */
  seed: number;
  minutes: number;
  /** How many actors work at once. */
  actors: number;
  /** Whether a worker dies before, at and after each call that a function makes. */
  everyCall: boolean;
  /** Without it nothing goes wrong, and the actors are alone with each other. */
  faults: boolean;
};

const numberFrom = (least: number, most: number, isWhole: boolean) => (text: string) => {
  const number = Number(text);
  const fits = number >= least && number <= most && (!isWhole || Number.isInteger(number));
  if (text.trim() !== '' && fits) return number;
  throw new InvalidArgumentError(`A ${isWhole ? 'whole ' : ''}number from ${least} to ${most} is expected.`);
};

/** Reads it. Ends the process for --help and for wrong options. */
export const readOptions = (argv: readonly string[]): TortureOptions =>
  new Command('npm run torture --')
    .description(
      'Lets many administrators work on Muster at once on this machine, while functions die, messages come twice and services fail; then holds everything that there is against what must be. Exit code 0 only if all is right.',
    )
    .addOption(
      new Option('--seed <number>', 'repeats the decisions of an earlier run')
        .argParser(numberFrom(0, 2 ** 31, true))
        .default(randomInt(2 ** 31), 'drawn anew'),
    )
    .option('--minutes <number>', 'how long they work', numberFrom(0.1, 10_000, false), 2)
    .option('--actors <number>', 'how many work at once', numberFrom(1, 100, true), 8)
    .option('--every-call', 'a worker also dies once before, at and after each call that each function makes', false)
    .option('--no-faults', 'nothing goes wrong')
    .showHelpAfterError('Run `npm run torture -- --help` to see what there is.')
    .parse(argv)
    .opts<TortureOptions>();
