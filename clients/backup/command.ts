/** What `muster export` does. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { Explained, explain } from '../aws/explain.ts';
import { findOutputs, outputNamed, type WhichMuster } from '../aws/outputs.ts';
import { stackOption } from '../aws/which-stack.ts';
import { fromCaller } from '../caller.ts';
import { Pace } from '../check/state/pace.ts';
import { linesOfTable } from './export-table.ts';
import { tableNames, writeLines } from './table-files.ts';

type Options = WhichMuster & { rate: string };

const more = `
FOLDER must not be there. It gets directory.json.gz and imports.json.gz, in the form of DynamoDB's own exports, which its
owner alone can read: there are hashes of passwords, tokens and secrets in them, and everything that is known of people.
What people change meanwhile may be in it by half. On AWS an export of one moment is made by DynamoDB itself, and reads
nothing of the table (docs/operating.md); \`muster restore load\` reads both.

Rights: dynamodb:Scan on both tables; cloudformation:DescribeStacks (not with --outputs).`;

const command = (name: string): Command =>
  new Command(name)
    .description('Writes everything that is in the tables to files of JSON lines.')
    .argument('<folder>', 'where to')
    .option('--outputs <file>', 'outputs file to find the tables by (default: outputs.json, if it is here)', fromCaller)
    .addOption(stackOption())
    .option('--rate <units>', 'read units a second at most; 0: as fast as it goes', '0')
    .addHelpText('after', more)
    .showHelpAfterError(`Run \`${name} --help\` to see what there is.`);

/** Runs the command. A fault is one sentence and exit code 1. */
export const exportFromCommandLine = async (argv: readonly string[], name = 'muster export'): Promise<void> => {
  const parsed = command(name).parse(argv);
  const options = parsed.opts<Options>();
  try {
    await exportAll(fromCaller(parsed.args[0] ?? ''), options);
  } catch (error) {
    const rights = 'dynamodb:Scan on both tables, and cloudformation:DescribeStacks';
    console.error(explain(error, { stack: options.stack, failed: 'It could not be exported', rights }));
    process.exitCode = 1;
  }
};

const exportAll = async (folder: string, options: Options): Promise<void> => {
  const found = await findOutputs(options);
  const tables = {
    directory: outputNamed(found, 'DirectoryTableName'),
    imports: outputNamed(found, 'ImportsTableName'),
  };
  makeFolder(folder);
  const client = documentClient();
  const pace = new Pace(Number(options.rate));
  for (const name of tableNames) {
    let items = 0;
    const see = (more: number) => {
      items += more;
    };
    await writeLines(join(folder, `${name}.json.gz`), linesOfTable(client, tables[name], pace, see));
    console.error(`${name}: ${items} items`);
  }
  console.error(
    `${folder} holds hashes of passwords and tokens: keep it like a password, and delete it when it is old.`,
  );
};

const makeFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Explained(`${folder} is there already. Name a new folder.`);
  }
};
