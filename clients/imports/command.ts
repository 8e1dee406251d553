/** What `npm run import` does. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { Command } from 'commander';
import { peopleFileEndings } from '../../shared/domain/imports/stored-file.ts';
import { deployedAddress } from '../aws/deployed-address.ts';
import { fromCaller } from '../caller.ts';
import { ApiError, NoAnswer } from './api-error.ts';
import { createCall } from './call.ts';
import { type Import, importApi } from './import-api.ts';
import { type ChosenOptions, withImportOptions, writtenChoice } from './import-options.ts';
import { chosenBefore, optionsBeside, type WrittenOptions } from './options-beside.ts';
import { wentWell } from './outcome.ts';
import { printOutcome } from './print-outcome.ts';
import { createProgress } from './progress.ts';
import { beginImport, followImport } from './run-import.ts';

type Options = ChosenOptions & { url?: string };

/** A fault that is one sentence. */
class Explained extends Error {}

/** The command; its options are read by `parse`. Ends the process for --help and for wrong options. */
export const importCommand = (): Command =>
  withImportOptions(
    new Command('npm run -s import --')
      .description(
        'Imports a file of people into a deployed Muster, and follows it to its end.\n' +
          'MUSTER_TOKEN holds the token; exit code 0 only if every row was taken, or would be.',
      )
      .argument('<file>', `file of people (${peopleFileEndings.join(', ')}); NAME.options.json beside it is read`)
      .option('--url <address>', 'address of the API; without it MUSTER_URL, or ApiUrl of outputs.json in this folder'),
  ).showHelpAfterError('Run `npm run -s import -- --help` to see what there is.');

/** Runs the command. A fault is one sentence, or one for each thing that the API refuses, and exit code 1. */
export const importFromCommandLine = async (argv: readonly string[]): Promise<void> => {
  const command = importCommand().parse(argv);
  try {
    const over = await importFile(fromCaller(command.args[0] ?? ''), command.opts<Options>());
    if (!wentWell(over)) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    console.error(explain(error));
  }
};

const importFile = async (file: string, { url: given, ...chosen }: Options): Promise<Import> => {
  const [url, token] = [addressOf(given), tokenOf(process.env)];
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Explained(`There is no file ${file}.`);
  const [api, name] = [importApi(createCall(url, token)), basename(file)];
  const options = chosenBefore(writtenChoice(chosen), besideOrExplained(file));
  const over = await followImport(api, await beginImport(api, file, options), createProgress(name));
  await printOutcome({ api, url }, over);
  return over;
};

const besideOrExplained = (file: string): WrittenOptions => {
  try {
    return optionsBeside(file);
  } catch (error) {
    throw new Explained((error as Error).message);
  }
};

const tokenOf = ({ MUSTER_TOKEN }: NodeJS.ProcessEnv): string => {
  if (MUSTER_TOKEN) return MUSTER_TOKEN;
  throw new Explained('There is no token: put one into MUSTER_TOKEN (`npm run -s token -- --help`).');
};

const addressOf = (given: string | undefined): string => {
  const url = given ?? process.env.MUSTER_URL ?? deployedAddress();
  if (url === undefined) throw new Explained('There is no address: give it with --url, or in MUSTER_URL.');
  if (!URL.canParse(url)) throw new Explained(`${url} is not an address, such as https://host.`);
  return url.replace(/\/+$/, '');
};

/** Never a stack trace, and never an address that opens the bucket. */
const explain = (error: unknown): string => {
  if (error instanceof ApiError && error.sentences.length > 0) return error.sentences.join('\n');
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof NoAnswer && error.isUntrusted) return message;
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return error instanceof Explained ? message : `The file could not be imported: ${message}${cause}`;
};
