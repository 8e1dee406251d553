/** The command line of `npm start`. */
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { fromCaller } from '../../../clients/caller.ts';
import { type ChosenOptions, withImportOptions, writtenChoice } from '../../../clients/imports/import-options.ts';
import { isPeopleFile, peopleFileEndings } from '../../../shared/domain/imports/stored-file.ts';
import { Refusal } from '../refusal.ts';

/** What was asked for. */
export type CommandOptions = {
  files: string[];
  once: boolean;
  port: number;
  https: boolean;
  data: string;
  settings: string;
  /** Whether the administrator's token is printed, which is in aws.env otherwise. */
  showToken: boolean;
  /** Options of the imports, by the names of the API. */
  imports: Readonly<Record<string, unknown>>;
};

const root = join(import.meta.dirname, '../../..');

const version = (): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

const readPort = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
};

const readFolder = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('Name a folder, or leave the option out.');
  return fromCaller(text);
};

/** Reads the command line. Ends the process for --help, --version and wrong options; throws a Refusal for wrong files. */
export const readCommandLine = (argv: readonly string[]): CommandOptions => {
  const command = withImportOptions(
    new Command('npm start --')
      .description('Runs Muster on this machine, and adds the people of the files to its directory.')
      .argument(
        '[files...]',
        `files of people to add (${peopleFileEndings.join(', ')}); NAME.options.json beside one is read`,
      ),
  )
    .option('--once', 'stop when the files are done; exit code 0 only if every row was taken', false)
    .option('--port <number>', 'port of the API and the control page; 0 takes a free one', readPort, 3000)
    .option('--https', 'speak TLS on that port, with a certificate that is made at the first start', false)
    .option('--data <folder>', 'where everything is kept, its inbox too', readFolder, '.muster')
    .option('--settings <file>', 'settings of the organisation', fromCaller, join(root, 'infra/settings/local.json'))
    .option('--show-token', 'print the administrator’s token, which is in aws.env otherwise', false)
    .version(version())
    .showHelpAfterError('Run `npm start -- --help` to see what there is.')
    .parse(argv);
  const { once, port, https, data, settings, showToken, ...chosen } = command.opts<
    Omit<CommandOptions, 'files'> & ChosenOptions
  >();
  const files = command.args.map(fromCaller);
  if (once && files.length === 0) throw new Refusal('--once needs at least one file: npm start -- people.csv --once');
  refuseWrongFiles([...files, settings]);
  refuseUnreadableFiles(files);
  return { files, once, port, https, data, settings, showToken, imports: writtenChoice(chosen) };
};

const refuseWrongFiles = (files: readonly string[]): void => {
  for (const file of files) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) throw new Refusal(`There is no file ${file}; check the path.`);
    if (found.isDirectory()) throw new Refusal(`${file} is a folder; name the files in it instead.`);
    try {
      accessSync(file, constants.R_OK);
    } catch {
      throw new Refusal(`The file ${file} may not be read; check its permissions.`);
    }
  }
};

const refuseUnreadableFiles = (files: readonly string[]): void => {
  const names = files.map((file) => basename(file));
  for (const [at, name] of names.entries()) {
    if (!isPeopleFile(name))
      throw new Refusal(`${name} is no ${peopleFileEndings.join(', ')} file; save it as one of them.`);
    if (names.indexOf(name) < at) throw new Refusal(`Two files are called ${name}; rename one of them.`);
  }
};
