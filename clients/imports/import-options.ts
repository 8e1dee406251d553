/** The options of an import on a command line. */
import { type Command, Option } from 'commander';
import { credentialPolicies, existingPolicies, seatPolicies } from '../../shared/domain/imports/import-options.ts';

/** What was chosen; what was not is decided elsewhere. */
export type ChosenOptions = {
  dryRun?: true;
  existing?: (typeof existingPolicies)[number];
  seats?: (typeof seatPolicies)[number];
  credentials?: (typeof credentialPolicies)[number];
  sheet?: string;
  userNamePattern?: string;
  encoding?: string;
};

/** Gives a command the options of imports. */
export const withImportOptions = (command: Command): Command =>
  withFileOptions(command.option('--dry-run', 'say what would happen to each row, and change nothing'));

/** Those that say how a file is read and what becomes of its people. */
export const withFileOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--existing <policy>', 'people who exist: leave them, or change them where the file differs').choices(
        existingPolicies,
      ),
    )
    .addOption(
      new Option('--seats <policy>', 'seats are short: people wait, rows are refused, or the import waits').choices(
        seatPolicies,
      ),
    )
    .addOption(
      new Option('--credentials <policy>', 'mail credentials at once, later, or not by this import').choices(
        credentialPolicies,
      ),
    )
    .option('--encoding <name>', 'encoding of a file of text whose bytes do not tell it, such as windows-1250')
    .option('--sheet <name>', 'sheet of a workbook; without it the first one')
    .option('--user-name-pattern <pattern>', 'makes missing user names, such as {givenName}.{surname}@contoso.com');

/** What was chosen, by the names of the API. */
export const writtenChoice = ({
  dryRun,
  existing,
  seats,
  credentials,
  sheet,
  userNamePattern,
  encoding,
}: ChosenOptions): Record<string, unknown> => ({
  ...(dryRun && { dryRun }),
  ...(existing && { existingPeople: existing }),
  ...(seats && { seatsShort: seats }),
  ...(credentials && { credentials }),
  ...(sheet !== undefined && { sheet }),
  ...(userNamePattern !== undefined && { userNamePattern }),
  ...(encoding !== undefined && { encoding }),
});
