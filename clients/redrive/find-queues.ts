/** Where the dead letters of a Muster lie. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { Explained } from '../aws/explain.ts';
import { noMuster, type Outputs, stackOutputs } from '../aws/stack-outputs.ts';
import type { RedriveOptions } from './options.ts';

/** A dead-letter queue, and the queue that its letters come from; `name` is the one by which the operator knows both. */
export type DeadLetterQueue = { name: string; deadLettersUrl: string; workUrl: string };

const [deadLetters, work] = ['DeadLetterQueueUrl', 'QueueUrl'];

/** The dead-letter queues, by name. Throws Explained when there are none. */
export const findQueues = async ({ stack, outputs: file }: Pick<RedriveOptions, 'stack' | 'outputs'>) => {
  const outputs = file === undefined ? await stackOutputs(stack) : outputsIn(file);
  const queues = queuesIn(outputs);
  if (queues.length > 0) return queues;
  throw file === undefined ? noMuster(stack, `Rows${work}`) : new Explained(`${file} names no queues of Muster.`);
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

const outputsIn = (file: string): Outputs => {
  reachAsBeside(file);
  try {
    const [outputs] = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Outputs>);
    return outputs ?? {};
  } catch {
    throw new Explained(
      `There is no outputs file ${file}: \`cdk deploy --outputs-file\` writes one, and so does \`npm start\`.`,
    );
  }
};

/** A system on this machine leaves its addresses and keys beside its outputs; they go before the operator's own. */
const reachAsBeside = (file: string): void => {
  let written: NodeJS.Dict<string>;
  try {
    written = parseEnv(readFileSync(join(dirname(file), 'aws.env'), 'utf8'));
  } catch {
    return;
  }
  delete process.env.AWS_PROFILE;
  Object.assign(process.env, written);
};
