/** What `npm run redrive` does. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { Explained, explain } from '../aws/explain.ts';
import { quietQueueClient } from '../aws/queue-client.ts';
import { type DeadLetterQueue, findQueues } from './find-queues.ts';
import { dropFrom, lookAt } from './letters.ts';
import { type RedriveOptions, redriveCommand, rights } from './options.ts';
import { maxShown, printLetters } from './print-letters.ts';
import { sendBack } from './send-back.ts';

/** Runs the command. A fault is one sentence and exit code 1. */
export const redriveFromCommandLine = async (argv: readonly string[], name?: string): Promise<void> => {
  const command = redriveCommand(name).parse(argv);
  const options = command.opts<RedriveOptions>();
  try {
    await redrive(options);
  } catch (error) {
    console.error(explain(error, { stack: options.stack, failed: 'It could not be done', rights }));
    process.exitCode = 1;
  }
};

const redrive = async (options: RedriveOptions): Promise<void> => {
  const queues = await findQueues(options);
  const client = quietQueueClient();
  if (options.sendBack) return sendBackAll(client, chosen(queues, options.sendBack));
  if (options.drop) return drop(client, queues, new Set(options.drop));
  const found = await Promise.all(
    queues.map(async (queue) => ({ queue, look: await lookAt(client, queue, maxShown) })),
  );
  printLetters(found, commandFor(options), new Date());
};

const chosen = (queues: readonly DeadLetterQueue[], names: true | readonly string[]): readonly DeadLetterQueue[] => {
  if (names === true) return queues;
  const known = queues.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Explained(`There is no queue ${unknown}. They are: ${known.join(', ')}.`);
  return queues.filter(({ name }) => names.includes(name));
};

const sendBackAll = async (client: SQSClient, queues: readonly DeadLetterQueue[]): Promise<void> => {
  let all = 0;
  for (const queue of queues) {
    const count = await sendBack(client, queue);
    if (count > 0) console.log(`Sent ${count} back to ${queue.name}.`);
    all += count;
  }
  console.log(all > 0 ? 'What fails again is back here after all its tries.' : 'There was nothing to send back.');
};

const drop = async (client: SQSClient, queues: readonly DeadLetterQueue[], ids: ReadonlySet<string>): Promise<void> => {
  const missing = new Set(ids);
  for (const queue of queues) {
    if (missing.size === 0) break;
    for (const { id, work } of await dropFrom(client, queue, missing)) {
      console.log(`Dropped ${id} of ${queue.name}: ${work}.`);
      missing.delete(id);
    }
  }
  if (missing.size > 0) throw new Explained(`There is no dead letter with the id ${[...missing].join(' or ')}.`);
};

/** How this command is called again for the same Muster. */
const commandFor = ({ stack, outputs }: RedriveOptions): string => {
  const where = `${outputs === undefined ? '' : ` --outputs ${outputs}`}${stack === undefined ? '' : ` --stack ${stack}`}`;
  return `npm run -s redrive --${where}`;
};
