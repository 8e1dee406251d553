/** A request to an AWS service, read as far as rights and faults need it. */
import type { Asked, Call, Need, PartitionKeys } from './need.ts';
import { callsOfDynamodb } from './needs/dynamodb.ts';
import { needsOfKeys } from './needs/keys.ts';
import { mailNeeds } from './needs/mail.ts';
import { objectCall } from './needs/objects.ts';
import { needsOfQueues } from './needs/queues.ts';

/** Reads a call to a service; `partitionKeys` are those of all tables. Throws for an operation that is not known here: nobody could say who may call it. */
export const readCall = (service: string, asked: Asked, partitionKeys: PartitionKeys): Call => {
  if (service === 's3') return objectCall(asked.request);
  if (service === 'ses') return mailNeeds(asked.body.toString());
  const target = String(asked.request.headers['x-amz-target'] ?? '');
  const name = target.slice(target.lastIndexOf('.') + 1);
  const needsOf = jsonServices[service];
  if (needsOf === undefined) throw new Error(`The local engine has no service ${service}.`);
  return { operation: `${service}:${name}`, needs: needsOf(name, JSON.parse(asked.body.toString()), partitionKeys) };
};

// biome-ignore lint/suspicious/noExplicitAny: each service reads its own requests
const jsonServices: Record<string, (operation: string, body: any, partitionKeys: PartitionKeys) => Need[]> = {
  dynamodb: callsOfDynamodb,
  kms: needsOfKeys,
  sqs: needsOfQueues,
};

/** Whether the body of a request to the service is a file, which is passed on as it comes. */
export const isStreamed = (service: string): boolean => service === 's3';
