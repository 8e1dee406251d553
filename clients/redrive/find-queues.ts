/** Where the dead letters of a Muster lie. */
import { Explained } from '../aws/explain.ts';
import { findOutputs, type WhichMuster } from '../aws/outputs.ts';
import type { Outputs } from '../aws/outputs-file.ts';

/** A dead-letter queue, and the queue that its letters come from; `name` is the one by which the operator knows both. */
export type DeadLetterQueue = { name: string; deadLettersUrl: string; workUrl: string };

const [deadLetters, work] = ['DeadLetterQueueUrl', 'QueueUrl'];

/** The dead-letter queues, by name. Throws Explained when there are none. */
export const findQueues = async (which: WhichMuster): Promise<DeadLetterQueue[]> => {
  const { outputs, from } = await findOutputs(which);
  const queues = queuesIn(outputs);
  if (queues.length === 0)
    throw new Explained(`${from} names no queues of Muster: its deployment did not finish, or it is not Muster.`);
  return queues;
};

/** `RowsDeadLetterQueueUrl` and `RowsQueueUrl` are the two of `rows`. */
const queuesIn = (outputs: Outputs): DeadLetterQueue[] =>
  Object.keys(outputs)
    .filter((key) => key.endsWith(deadLetters))
    .map((key) => key.slice(0, -deadLetters.length))
    .toSorted()
    .flatMap((name) => {
      const [deadLettersUrl, workUrl] = [outputs[`${name}${deadLetters}`], outputs[`${name}${work}`]];
      return deadLettersUrl && workUrl ? [{ name: name.toLowerCase(), deadLettersUrl, workUrl }] : [];
    });
