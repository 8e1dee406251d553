/** What `npm run -s migration-check` does. */
import { Command } from 'commander';
import { textOf } from '../muster/output/print.ts';
import { CheckFault, checkFile } from './check-file.ts';
import { type CheckOptions, withCheckOptions } from './check-options.ts';
import { allSignIn, checkColumns, sumOf } from './told.ts';

type Options = CheckOptions & { json?: true };

/** The command; its options are read by `parse`. Ends the process for --help and for wrong options. */
export const checkCommand = (): Command =>
  withCheckOptions(new Command('npm run -s migration-check --'))
    .description('Tells which rows of an IMAP migration sign in to the server that the mail comes from.')
    .option('--json', 'print JSON')
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .showHelpAfterError('--help says what there is.');

/** Runs the command: rows on standard output, progress and the sum on standard error. */
export const checkFromCommandLine = async (argv: readonly string[]): Promise<void> => {
  const command = checkCommand().parse(argv);
  const options = command.opts<Options>();
  try {
    const results = await checkFile(command.args[0] ?? '', options, (line) => console.error(line));
    process.stdout.write(await textOf(results, { output: options.json ? 'json' : 'table' }, checkColumns));
    console.error(sumOf(results));
    process.exitCode = allSignIn(results) ? 0 : 1;
  } catch (error) {
    process.exitCode = error instanceof CheckFault ? 2 : 1;
    console.error(error instanceof CheckFault ? error.message : `Unexpected: ${(error as Error).name}.`);
  }
};
