/** The command line of `npm run check`. */
import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { readSettings } from '../../shared/settings.ts';
import { stackOption } from '../aws/which-stack.ts';
import { fromCaller } from '../caller.ts';

/** What was asked for; numbers in the units that their options say. */
export type CheckOptions = {
  outputs?: string;
  stack?: string;
  settings?: ReturnType<typeof readSettings>;
  secrets?: string[];
  directory?: string;
  imports?: string;
  settled: boolean;
  late: number;
  rate?: number;
  show: number;
  json: boolean;
};

const wholeNumber =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < least) throw new InvalidArgumentError(`Give a whole number from ${least} on.`);
    return number;
  };

const textOf = (file: string): string => {
  try {
    return readFileSync(fromCaller(file), 'utf8');
  } catch {
    throw new InvalidArgumentError(`There is no file ${file} that can be read.`);
  }
};

const readSecrets =
  (standardInput: string) =>
  (file: string): string[] => {
    const secrets = (file === '-' ? standardInput : textOf(file)).split(/\r?\n/).filter((line) => line !== '');
    const short = secrets.findIndex((secret) => secret.length < 8);
    if (short !== -1)
      throw new InvalidArgumentError(`Line ${short + 1} has less than 8 characters: it would be found anywhere.`);
    return secrets;
  };

/** The settings of a file, as an option's value. */
export const readSettingsFile = (file: string): ReturnType<typeof readSettings> => {
  const text = textOf(file);
  try {
    return readSettings(JSON.parse(text));
  } catch (error) {
    throw new InvalidArgumentError(error instanceof SyntaxError ? 'It is no JSON.' : (error as Error).message);
  }
};

const description = [
  'Checks that what always holds of Muster holds now: nobody has two accounts, no seat is given twice, no row of a file is',
  'lost, nothing owed is forgotten, no secret lies in the clear. It changes nothing, and may run while people work: what',
  'looks broken is looked at again before it is told. Exit code 0 only if everything holds.',
].join(' ');

const more = `
What it takes:
  Rights   dynamodb:Scan, Query, GetItem and BatchGetItem on both tables and their indexes, sqs:ReceiveMessage on the
           dead-letter queues, sns:ListSubscriptionsByTopic; without --outputs cloudformation:DescribeStacks; with --secrets s3:ListBucket and
           s3:GetObject on the report bucket. Reading a dead letter hides it from others for 20 seconds.
  Cost     about half a read unit for each person and their imports; for a million people about 500,000 (0.06 USD at
           0.125 USD a million), 9 minutes at the usual rate, and 1 GB of memory. Where something seems broken of
           the whole, such as the sum of seats, as much again.
  Not seen logs in CloudWatch, and mails; a local engine's are.

Examples:
  npm run check                                        the stack of outputs.json in this folder, else the stack Muster
  npm run check -- --outputs .muster/outputs.json      a local engine, with its mailbox and all its files
  npm run check -- --secrets passwords.txt             also looks for these texts, and reads all reports for them`;

/**
 * Whether the options name standard input. It is read before they are: what another program has not written yet would be
 * taken for a file that is not there.
 */
export const namesStandardInput = (argv: readonly string[]): boolean =>
  /(^|\n)--secrets[\n=]-(\n|$)/.test(argv.join('\n'));

/** How it is called as a script of npm; `muster` has another name for it. */
const npmScript = 'npm run -s check --';

/** The command; its options are read by `parse`. Ends the process for --help and for wrong options. */
export const checkCommand = (standardInput = '', name = npmScript): Command =>
  new Command(name)
    .description(description)
    .option(
      '--outputs <file>',
      'outputs of `cdk deploy --outputs-file`, or of a local engine (default: outputs.json, if it is here)',
      fromCaller,
    )
    .addOption(stackOption())
    .option('--settings <file>', 'settings that it was deployed with (default: the usual numbers)', readSettingsFile)
    .option(
      '--secrets <file>',
      'texts that may stand nowhere, one in a line; - reads standard input',
      readSecrets(standardInput),
    )
    .option('--directory <table>', 'the Directory table, in the place of the outputs’: one that was restored')
    .option('--imports <table>', 'the Imports table, likewise')
    .option('--settled', 'nobody is at work: judge at the first look, running imports too', false)
    .option('--late <minutes>', 'by how much what is due may be late', wholeNumber(0), 60)
    .option(
      '--rate <units>',
      'read units a second at most (default: 1000; of a local engine 0, as fast as it goes)',
      wholeNumber(0),
    )
    .option('--show <number>', 'findings to show of each kind', wholeNumber(1), 10)
    .option('--json', 'print everything as one JSON document', false)
    .addHelpText('after', more)
    .showHelpAfterError(`Run \`${name} --help\` to see what there is.`);
