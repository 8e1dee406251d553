/** `muster migrations new`. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { fromCaller } from '../../caller.ts';
import { importApi, requested } from '../../imports/import-api.ts';
import { type ChosenOptions, withFileOptions, writtenChoice } from '../../imports/import-options.ts';
import { sendFile } from '../../imports/run-import.ts';
import { type Context, verb } from '../context.ts';
import { usageFault } from '../fault.ts';
import { addressOf, batchesPath, followBatch, tellOf } from './migrations-batch.ts';

/** Kinds of migration by the words of this command. */
const types = {
  cutover: 'exchangeCutover',
  staged: 'exchangeStaged',
  'remote-move': 'exchangeRemoteMove',
  imap: 'imap',
} as const;

type Own = ChosenOptions & {
  name: string;
  type: keyof typeof types;
  start?: true;
  startAfter?: string;
  autoComplete?: true;
  completeAfter?: string;
  notify?: string[];
  wait?: true;
};

const bodyOf = (chosen: Own, fileName: string): Record<string, unknown> => {
  const { name, type, start, startAfter, autoComplete, completeAfter, notify } = chosen;
  return {
    ...{ fileName, displayName: name, migrationType: types[type] },
    ...(start && { autoStart: true }),
    ...(startAfter !== undefined && { startAfterDateTime: startAfter }),
    ...(autoComplete && { autoComplete: true }),
    ...(completeAfter !== undefined && { completeAfterDateTime: completeAfter }),
    ...(notify !== undefined && { notificationEmails: notify }),
    ...writtenChoice(chosen),
  };
};

const make = async (context: Context<Own>, given: string): Promise<void> => {
  const file = fromCaller(given);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw usageFault(`There is no file ${given}.`);
  const { wait, start } = context.chosen;
  if (wait && !start) throw usageFault('--wait goes with --start: a batch that waits has nothing to follow.');
  const body = { ...bodyOf(context.chosen, basename(file)), fileSize: stat.size };
  const made = requested.parse(await context.call('POST', batchesPath, body));
  const id = await sendFile(importApi(context.call), file, made);
  const told = wait ? await followBatch(context, id) : await context.call('GET', addressOf(id));
  await tellOf(context, told, wait === true);
};

/** Adds it to `migrations`. */
export const addNewOfMigrations = (migrations: Command): void => {
  withFileOptions(migrations.command('new').description('make a batch of a file; it waits for its start'))
    .argument('<file>', "Exchange's file of the migration, or any file of people")
    .requiredOption('--name <name>', 'what it is called')
    .addOption(new Option('--type <type>', 'kind of migration').choices(Object.keys(types)).makeOptionMandatory())
    .option('--start', 'let it begin at once')
    .addOption(new Option('--start-after <moment>', 'begin by itself then').conflicts('start'))
    .option('--auto-complete', 'completed as soon as each row has its outcome')
    .addOption(new Option('--complete-after <moment>', 'completed by itself then').conflicts('autoComplete'))
    .option('--notify <address...>', 'who gets its mails; without it the administrators of the organisation')
    .option('--wait', 'follow it until each row has its outcome')
    .addHelpText(
      'after',
      `
What would happen to each row, before: muster imports run FILE --dry-run

Examples:
  muster migrations new mailboxes.csv --name Berlin --type cutover --start --wait
  muster migrations new staged.csv --name "Wave 1" --type staged --start-after 2026-03-01T20:00:00Z`,
    )
    .action(verb<Own>(make));
};
