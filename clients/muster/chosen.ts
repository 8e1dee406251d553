/** The options that every verb takes. */
import { type Command, InvalidArgumentError, Option } from 'commander';

/** How data is printed. */
export const outputs = ['table', 'json', 'jsonl', 'csv'] as const;

/** What was chosen of the options that every verb takes. */
export type Chosen = {
  output: (typeof outputs)[number];
  query?: string;
  select?: string;
  yes?: true;
  quiet?: true;
  color: boolean;
  token?: string;
  url?: string;
  profile?: string;
};

/** Reads a whole number from 1 on. */
export const wholeNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return Number(text);
};

/** Gives the program the options that every verb takes, before or after its name. */
export const withChosen = (program: Command): Command =>
  program
    .addOption(new Option('-o, --output <format>', 'how data is printed').choices(outputs).default('table'))
    .option('--query <jmespath>', 'what of the data is printed, as a JMESPath expression')
    .option('--select <properties>', 'the properties that are printed, with commas between them')
    .option('--yes', 'do what cannot be undone without asking')
    .option('--quiet', 'say nothing but data and errors')
    .option('--no-color', 'no colours; so does NO_COLOR')
    .option('--token <token>', 'token to ask with; - reads it from standard input')
    .option('--url <address>', 'address of the API')
    .option('--profile <name>', 'profile to ask with');

/** Gives a verb that lists something how much of it is listed. */
export const withTop = (command: Command): Command =>
  command
    .addOption(new Option('--top <number>', 'how many at most').argParser(wholeNumber).default(100))
    .addOption(new Option('--all', 'all that there are').conflicts('top'));
