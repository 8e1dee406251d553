/** What `npm run -s sync` does, and `muster sync`. */
import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { fromCaller } from '../caller.ts';
import { type Agent, createAgent } from './agent.ts';
import { putBatch } from './mailboxes/put-batch.ts';
import { repeat } from './run/repeat.ts';
import { differences, exitOf, refusalsOf, sentenceOf } from './run/tell.ts';
import { readSettings } from './settings/settings.ts';
import { SyncFault } from './sync-fault.ts';

type Options = {
  settings: string;
  once?: true;
  every: number;
  full?: true;
  dryRun?: true;
  check?: true;
  objectGuid?: string;
  mailboxes?: true;
  out?: string;
  batchName: string;
};

/** The command by the name that it is called by. Ends the process for --help and for wrong options. */
export const syncCommand = (name: string): Command =>
  new Command(name)
    .description(
      'Synchronises the people of an Active Directory into Muster: every 30 minutes, or once.\n' +
        'It reads the directory, asks nothing of it but reading, and keeps nothing but its settings.\n' +
        'Secrets: MUSTER_DIRECTORY_PASSWORD and MUSTER_CLIENT_SECRET, or files that the settings name (mode 600).\n' +
        'Exit code: 0 all is as in the directory; 1 this run failed, and the next one tries again;\n' +
        '2 nothing goes on before somebody does what was said; 4 done, and rows were refused or wait for somebody.',
    )
    .option('--settings <file>', 'the settings file', process.env.MUSTER_SYNC_SETTINGS ?? 'muster-sync.json')
    .option('--once', 'one run, then end')
    .option('--every <minutes>', 'minutes from the beginning of a run to that of the next', minutes, 30)
    .option('--full', 'read everybody in the first run, and not only what changed')
    .option('--dry-run', 'print what one run would change, person by person, and change nothing')
    .option('--check', 'connect, hold rights and scope against what a run needs, and end')
    .option('--object-guid <name>', 'print the objectGUID of an entry, such as "OU=Staff,DC=corp,DC=local"')
    .option('--mailboxes', "list the directory's mailboxes of Exchange, and put them as a batch of a cutover migration")
    .option('--out <file>', 'with --mailboxes: write the list into a file, and put nothing')
    .option('--batch-name <name>', 'with --mailboxes: what the batch is called', 'Mailboxes of Exchange')
    .configureOutput({ outputError: (text, write) => write(text) })
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
    .showHelpAfterError('--help says what there is.');

/** Runs the command; a fault is one sentence with its code. */
export const syncFromCommandLine = async (argv: readonly string[], name = 'npm run -s sync --'): Promise<void> => {
  const options = syncCommand(name).parse(argv).opts<Options>();
  try {
    const agent = createAgent(readSettings(fromCaller(options.settings)), process.env);
    if (options.objectGuid !== undefined) console.log(await agent.objectGuid(options.objectGuid));
    else if (options.mailboxes) await mailboxes(agent, options);
    else if (options.check) await check(agent);
    else if (options.dryRun || options.once) process.exitCode = await oneRun(agent, options.full, options.dryRun);
    else await service(agent, options);
  } catch (error) {
    process.exitCode = told(error);
  }
};

const check = async (agent: Agent): Promise<void> => {
  const { source, controller } = await agent.check();
  log(`${controller}: ${source.domainName} can be read, deletions included.`);
  const { onPremisesSyncEnabled, source: known } = await agent.api.state();
  log(
    `Muster answers; synchronisation is ${onPremisesSyncEnabled ? 'on' : 'off'}${known ? `, for ${known.domainName}` : ''}.`,
  );
};

const mailboxes = async ({ mailboxes: list, api }: Agent, { out, batchName }: Options): Promise<void> => {
  const { csv, rows, withoutAddress } = await list();
  log(`${rows} mailboxes.${withoutAddress > 0 ? ` ${withoutAddress} more have no primary address: left out.` : ''}`);
  if (out !== undefined) writeFileSync(fromCaller(out), csv, { mode: 0o600 });
  else if (rows > 0) log(`Batch ${await putBatch(api, batchName, csv)} waits for its start.`);
};

const oneRun = async (agent: Agent, full = false, dryRun = false): Promise<number> => {
  const outcome = await agent.run({ full, dryRun }, log);
  const { over } = outcome;
  if (over !== undefined && dryRun) for await (const line of differences(agent.api, over)) console.log(line);
  log(sentenceOf(outcome));
  if (over !== undefined && over.refused > 0 && !dryRun) log(`Refused: ${await refusalsOf(agent.api, over)}.`);
  return exitOf(outcome);
};

/** What is wrong at the start ends the service; what goes wrong later is told, and tried again. */
const service = async (agent: Agent, { every, full }: Options): Promise<void> => {
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());
  let isFirst = true;
  const run = async (): Promise<void> => {
    try {
      await oneRun(agent, isFirst && full === true);
    } catch (error) {
      const code = told(error);
      if (isFirst && code === 2) {
        process.exitCode = 2;
        ending.abort();
      }
    }
    isFirst = false;
  };
  await repeat(run, every * 60_000, ending.signal);
  // A run that was under way would keep the process, and is made again by the next start.
  process.exit();
};

/** Says why, and gives the exit code. Never a stack trace, and never what an answer held. */
const told = (error: unknown): number => {
  if (error instanceof SyncFault) console.error(`${stamp()} ${error.code}: ${error.message}`);
  else
    console.error(
      `${stamp()} Unexpected: ${(error as Error).name}. Nothing more was changed; the next run tries again.`,
    );
  return error instanceof SyncFault ? error.exit : 1;
};

const stamp = (): string => new Date().toISOString();
const log = (sentence: string): void => console.log(`${stamp()} ${sentence}`);

function minutes(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number >= 1 && number <= 1440) return number;
  throw new InvalidArgumentError('must be a number of minutes from 1 to 1440.');
}
