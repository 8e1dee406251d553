/** A request to an AWS service, read as far as rights and faults need it. */
import type { IncomingMessage } from 'node:http';
import { callsOfDynamodb } from './needs/dynamodb.ts';
import { needsOfKeys } from './needs/keys.ts';
import { mailNeeds } from './needs/mail.ts';
import { objectCall } from './needs/objects.ts';
import { needsOfQueues } from './needs/queues.ts';

/** A right that a call needs: its action, on any one of these resources. */
export type Need = {
  action: string;
  resources: readonly string[];
  /** The partition keys that it touches, where a role may be limited to some. */
  leadingKeys?: readonly string[];
};

/** What a call does, and what it may only do with. */
export type Call = {
  /** As IAM writes actions, with the API's own name of the operation: `dynamodb:TransactWriteItems`. */
  operation: string;
  needs: readonly Need[];
};

/** What a service was asked: the request's line and headers, and its body except where that is a file. */
export type Asked = { request: IncomingMessage; body: Buffer };

/** Reads a call to a service. Throws for an operation that is not known here: nobody could say who may call it. */
export const readCall = (service: string, asked: Asked): Call => {
  if (service === 's3') return objectCall(asked.request);
  if (service === 'ses') return mailNeeds(asked.body.toString());
  const target = String(asked.request.headers['x-amz-target'] ?? '');
  const name = target.slice(target.lastIndexOf('.') + 1);
  const needsOf = jsonServices[service];
  if (needsOf === undefined) throw new Error(`The local engine has no service ${service}.`);
  return { operation: `${service}:${name}`, needs: needsOf(name, JSON.parse(asked.body.toString())) };
};

// biome-ignore lint/suspicious/noExplicitAny: each service reads its own requests
const jsonServices: Record<string, (operation: string, body: any) => Need[]> = {
  dynamodb: callsOfDynamodb,
  kms: needsOfKeys,
  sqs: needsOfQueues,
};

/** Whether the body of a request to the service is a file, which is passed on as it comes. */
export const isStreamed = (service: string): boolean => service === 's3';
