/** What `npm start` does. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wentWell } from '../../../clients/imports/outcome.ts';
import { printOutcome } from '../../../clients/imports/print-outcome.ts';
import { type Muster, startMuster } from '../muster.ts';
import { Refusal } from '../refusal.ts';
import { followImport } from './follow-import.ts';
import { importFiles, uploadFile } from './import-file.ts';
import { watchInbox } from './inbox.ts';
import { type CommandOptions, readCommandLine } from './options.ts';
import { printLinks } from './summary.ts';
import { waitForMails } from './wait-for-mails.ts';

/** Runs the command. Whatever goes wrong is one sentence and an exit code that is not 0. */
export const runCommand = async (argv: readonly string[]): Promise<void> => {
  let data = '.muster';
  try {
    const options = readCommandLine(argv);
    data = options.data;
    await run(options);
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof Refusal ? error.message : unexpected(error as Error, data));
  }
};

/** The stack trace is for a file, not for a person. */
const unexpected = (error: Error, data: string): string => {
  const [message] = error.message.split('\n');
  const log = join(data, 'logs', 'engine.log');
  try {
    mkdirSync(join(data, 'logs'), { recursive: true });
    appendFileSync(log, `${new Date().toISOString()} ${error.stack}\n`);
  } catch {
    return `Muster stopped: ${message}`;
  }
  return `Muster stopped: ${message} (more in ${log})`;
};

const run = async (options: CommandOptions): Promise<void> => {
  const began = performance.now();
  const signal = onSignal(options);
  console.log('Starting Muster on this machine ...');
  const muster = await startMuster({
    dataFolder: options.data,
    port: options.port,
    https: options.https,
    settingsFile: options.settings,
    tell: (sentence) => console.log(sentence),
    onBroken: signal.endBecause,
  });
  signal.hasStarted(muster);
  console.log(`Ready after ${((performance.now() - began) / 1000).toFixed(1)} s: ${muster.url}`);
  if (muster.clock.isMoved()) console.log(`Time is moved: functions see ${muster.clock.now().toISOString()}.`);
  try {
    await work(muster, options);
  } catch (error) {
    // What was under way fails when it is stopped; the signal's own handler then ends the process.
    if (signal.wasGiven()) return;
    await muster.stop();
    throw error;
  }
  if (options.once) await muster.stop();
};

/** How long stopping may take when something is broken that it needs. */
const brokenStopMilliseconds = 3000;

/** Ctrl-C lets what runs finish; a second one does not wait for it. What is broken ends it with its sentence. */
const onSignal = ({ data, once }: CommandOptions) => {
  let running: Muster | undefined;
  let given = false;
  const stop = async () => {
    if (running === undefined) process.exit(130);
    given = true;
    console.log('\nStopping ...');
    await running.stop();
    console.log(`Stopped. Everything is kept in ${data}/`);
    process.exit(once ? 130 : 0);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop);
  return {
    hasStarted: (muster: Muster) => {
      running = muster;
    },
    wasGiven: () => given,
    endBecause: async (reason: Refusal) => {
      if (given) return;
      given = true;
      console.error(reason.message);
      await Promise.race([running?.stop().catch(() => {}), sleep(brokenStopMilliseconds)]);
      process.exit(1);
    },
  };
};

const work = async (muster: Muster, { files, once, data, imports, showToken }: CommandOptions): Promise<void> => {
  const mailsBefore = muster.mailCount();
  const over = await importFiles(muster, files, imports);
  for (const each of over) await printOutcome(once ? muster : withResults(muster), each);
  if (once) {
    if (!(await waitForMails(muster)))
      console.log('Some mails are still to be sent; the next start goes on with them.');
    console.log(`${muster.mailCount() - mailsBefore} mails sent. Everything is kept in ${data}/`);
    if (!over.every(wentWell)) process.exitCode = 1;
    return;
  }
  await printLinks(muster, { showToken });
  const inbox = join(data, 'inbox');
  watchInbox({
    folder: inbox,
    memory: join(data, 'inbox.json'),
    take: (file) => takeFromInbox(muster, file, imports),
    tell: (sentence) => console.log(sentence),
  });
  const trial = imports.dryRun ? ' for a dry run' : ' to add people';
  console.log(`Drop CSV files or workbooks into ${inbox}/${trial}. Ctrl-C stops.`);
};

/** Followed to its end, and told of as a file of the command line is; meanwhile the inbox goes on. */
const takeFromInbox = async (muster: Muster, file: string, imports: CommandOptions['imports']): Promise<void> => {
  const uploaded = await uploadFile(muster, file, imports);
  console.log(`${uploaded.key}: taken from the inbox`);
  followImport(muster.api, uploaded, silent)
    .then((over) => printOutcome(withResults(muster), over))
    .catch((error: Error) => console.error(`${uploaded.key}: ${error.message}`));
};

/** Rows and report are on the control page, for whoever asks no API. */
const withResults = ({ api, url }: Muster) => ({
  ...{ api, url },
  resultsOf: (id: string) => `${url}/_local/#results/${id}`,
});

const silent = { start: () => {}, show: () => {}, stop: () => {} };
