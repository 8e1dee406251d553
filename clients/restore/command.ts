/** What `muster restore` does. */
import { Command, Option } from 'commander';
import { explain } from '../aws/explain.ts';
import { stackOption } from '../aws/which-stack.ts';
import { fromCaller } from '../caller.ts';
import { readSettingsFile } from '../check/options.ts';
import { type FinishOptions, finishRestore } from './finish.ts';
import { type LoadOptions, loadTables } from './load.ts';
import { revivals } from './revived.ts';

const rights =
  'cloudformation:DescribeStacks (not with --outputs), on the lost tables dynamodb:DescribeTable, BatchGetItem and ' +
  'Query, and on the new ones dynamodb:CreateTable, DescribeTable, DescribeTimeToLive, UpdateTimeToLive, UpdateTable, ' +
  'UpdateContinuousBackups, Scan, Query, GetItem, BatchGetItem, PutItem, UpdateItem, DeleteItem, ConditionCheckItem ' +
  'and BatchWriteItem';

const withStack = (command: Command): Command =>
  command
    .option(
      '--outputs <file>',
      'outputs file to find the lost tables by (default: outputs.json, if it is here)',
      fromCaller,
    )
    .addOption(stackOption());

const aboutFinish = `
A backup brings back what was taken away after it was made. This ends every token and session that is in the restored
table, and holds its people and applications against those of the lost one: roles that were taken, accounts that were
blocked or deleted, passwords that were changed, secrets that were removed. Each is taken back, with an entry in the audit;
a former password is made to need a reset, and who was deleted is blocked. Where taking it away was the very mistake that
the backup is to mend, --keep leaves it as the backup has it. Without --yes it is shown, and nothing is changed.

Run it before anybody uses the restored tables. It may be run again.`;

/** Runs an act. A fault is one sentence and exit code 1. */
const explained = async (stack: string | undefined, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    console.error(explain(error, { stack, failed: 'It could not be done', rights }));
    process.exitCode = 1;
  }
};

const restoreCommand = (name: string): Command => {
  const restore = new Command(name)
    .description('Makes tables of a backup, and makes restored tables ones that may be used.')
    .addHelpText('after', `\nRights: ${rights}.`);
  withStack(restore.command('load'))
    .description('make new tables like those of the stack, and fill them with what was exported')
    .argument('<folder>', 'of `muster export`; or with directory/ and imports/, the files of an export by DynamoDB')
    .requiredOption('--as <name>', 'what the tables are called: NAME-directory and NAME-imports')
    .option('--again', 'they are there, and half full: go on')
    .action((folder: string, options: LoadOptions) =>
      explained(options.stack, () => loadTables(fromCaller(folder), options)),
    );
  withStack(restore.command('finish'))
    .description('end what came back to life, and protect the tables')
    .requiredOption('--directory <table>', 'the restored Directory table')
    .requiredOption('--imports <table>', 'the restored Imports table, of the same moment')
    .option('--no-lost', 'the lost tables are gone: end tokens alone, and list who has a role')
    .addOption(new Option('--keep <what...>', 'leave these as the backup has them').choices(revivals))
    .option('--settings <file>', 'settings that it was deployed with (default: the usual numbers)', readSettingsFile)
    .option('--yes', 'do it')
    .addHelpText('after', aboutFinish)
    .action((options: FinishOptions) => explained(options.stack, () => finishRestore(options)));
  return restore;
};

/** Runs the command: exit code 0 where it was done. */
export const restoreFromCommandLine = async (argv: readonly string[], name = 'muster restore'): Promise<void> => {
  await restoreCommand(name).parseAsync(argv);
};
