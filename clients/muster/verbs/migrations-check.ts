/** `muster migrations check`: `npm run migration-check`, with this command's ways to print. It asks nothing of the API. */
import type { Command } from 'commander';
import { type CheckOptions, withCheckOptions } from '../../migration/check-options.ts';
import { allSignIn, checkColumns, sumOf } from '../../migration/told.ts';
import { type Context, verb } from '../context.ts';
import { exitCodes, usageFault } from '../fault.ts';

const check = async ({ chosen, print, say }: Context<CheckOptions>, file: string): Promise<void> => {
  // The reader of files takes as long to load as the whole command.
  const { CheckFault, checkFile } = await import('../../migration/check-file.ts');
  const results = await checkFile(file, chosen, chosen.quiet ? undefined : say).catch((error) => {
    throw error instanceof CheckFault ? usageFault(error.message) : error;
  });
  await print(results, checkColumns);
  say(sumOf(results));
  if (!allSignIn(results)) process.exitCode = exitCodes.refused;
};

/** Adds it to `migrations`. */
export const addCheckOfMigrations = (migrations: Command): void => {
  withCheckOptions(
    migrations
      .command('check')
      .description(
        'tell which rows of an IMAP file sign in to the server that the mail comes from; nothing is uploaded',
      ),
  ).action(verb<CheckOptions>(check));
};
