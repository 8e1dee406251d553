/** `muster imports run` and `upload`, and what follows an import to its end. */
import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { fileNameOf } from '../../../shared/domain/imports/option-files.ts';
import { fromCaller } from '../../caller.ts';
import type { Import } from '../../imports/import-api.ts';
import { importApi } from '../../imports/import-api.ts';
import { type ChosenOptions, withImportOptions, writtenChoice } from '../../imports/import-options.ts';
import { chosenBefore, optionsBeside } from '../../imports/options-beside.ts';
import { outcomeOf, textOf, toBuyOf, wentWell } from '../../imports/outcome.ts';
import { createProgress } from '../../imports/progress.ts';
import { beginImport, continueUpload, followImport } from '../../imports/run-import.ts';
import { type Context, verb } from '../context.ts';
import { exitCodes, usageFault } from '../fault.ts';

/** What is shown of an import in a table. */
export const importColumns = {
  Import: 'id',
  File: 'fileName',
  Status: 'status',
  Rows: 'rows',
  Created: 'created',
  Refused: 'refused',
};

/** An import with the name that its file had, which an earlier release does not tell. */
export const named = (told: unknown): object => {
  const job = told as { file: { key: string }; fileName?: string };
  return { ...job, fileName: job.fileName ?? fileNameOf(job.file.key) };
};

/** What can be done next, as a command. */
const nextOf = ({ id, status, refused, options }: Import): string[] => [
  ...(refused > 0 ? [`Why rows were refused: muster imports rows ${id} --outcome refused`] : []),
  ...(status === 'onHold' ? [`It goes on when seats are there, or without them: muster imports resume ${id}`] : []),
  ...(status === 'cancelled' ? [`It goes on: muster imports resume ${id}; back: muster imports undo ${id}`] : []),
  ...(status === 'succeeded' && options.dryRun ? [`To do it: muster imports apply ${id}`] : []),
];

/** Follows an import to its end, prints it, and says in words what it came to and what is next. */
export const followAndTell = async (context: Context, id: string): Promise<Import> => {
  const { say, call, print } = context;
  const over = await followImport(importApi(call), id, createProgress('import', say));
  await print(named(await call('GET', `/v1.0/imports/${id}`)), importColumns);
  for (const line of [outcomeOf(over), textOf(over), toBuyOf(over), ...nextOf(over)]) if (line !== '') say(line);
  if (!wentWell(over)) process.exitCode = over.options.dryRun ? exitCodes.usage : exitCodes.refused;
  return over;
};

type Own = ChosenOptions & { apply?: true; wait: boolean };

const fileNamed = (name: string): string => {
  const file = fromCaller(name);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw usageFault(`There is no file ${name}.`);
  return file;
};

const run = async (context: Context<Own>, name: string): Promise<void> => {
  const { apply, wait, ...chosen } = context.chosen;
  const file = fileNamed(name);
  if (apply && !wait) throw usageFault('--apply waits for the dry run: it goes without --no-wait.');
  const options = chosenBefore({ ...writtenChoice(chosen), ...(apply && { dryRun: true }) }, besideFile(file));
  const id = await beginImport(importApi(context.call), file, options);
  if (!wait) return context.print(named(await context.call('GET', `/v1.0/imports/${id}`)), importColumns);
  if (!apply) return void (await followAndTell(context, id));
  // Its own print is that of what was done: the dry run is told in words where it goes on.
  const shown = await followImport(importApi(context.call), id, createProgress('dry run', context.say));
  if (!wentWell(shown)) return void (await followAndTell(context, id));
  context.say(outcomeOf(shown));
  const { id: applied } = await importApi(context.call).act(id, 'apply');
  await followAndTell(context, applied);
};

const besideFile = (file: string) => {
  try {
    return optionsBeside(file);
  } catch (error) {
    throw usageFault((error as Error).message);
  }
};

const upload = async (context: Context<{ wait: boolean }>, id: string, name: string): Promise<void> => {
  await continueUpload(importApi(context.call), id, fileNamed(name));
  if (context.chosen.wait) await followAndTell(context, id);
  else await context.print(named(await context.call('GET', `/v1.0/imports/${id}`)), importColumns);
};

/** Adds them to `imports`. */
export const addRunOfImports = (imports: Command): void => {
  withImportOptions(imports.command('run').description('import a file of people, and follow it to its end'))
    .argument('<file>', 'file of people, CSV or workbook; NAME.options.json beside it is read')
    .option('--apply', 'a dry run first; where no row would be refused, the import itself')
    .option('--no-wait', 'come back once the file is there, and let it run')
    .addHelpText(
      'after',
      `
Exit code 0 where every row was taken, 1 where some was refused, 2 where a dry run would refuse some.

Examples:
  muster imports run people.csv --dry-run
  muster imports run people.csv --apply --credentials later
  muster imports run people.xlsx --sheet New --existing update -o json`,
    )
    .action(verb<Own>(run));
  imports
    .command('upload')
    .description('send the rest of a large file whose upload broke off, and follow its import to the end')
    .argument('<id>', 'id of the import')
    .argument('<file>', 'the same file')
    .option('--no-wait', 'come back once the file is there, and let it run')
    .action(verb<{ wait: boolean }>(upload));
};
