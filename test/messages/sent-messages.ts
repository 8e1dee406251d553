/** One message of every form that was ever sent to a queue. They are never changed: a new form is added beside the old. */
import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { mailEvent } from '../../shared/messages/mail-event.ts';
import {
  credentialMessage,
  fileMessage,
  noticeMessage,
  rowsMessage,
  sweepMessage,
} from '../../shared/messages/queues.ts';

/** The schema of each queue's messages. */
export const queueSchemas = {
  files: fileMessage,
  rows: rowsMessage,
  credentials: credentialMessage,
  notices: noticeMessage,
  sweeps: sweepMessage,
  deliveries: mailEvent,
} satisfies Record<string, z.ZodType>;

export type QueueName = keyof typeof queueSchemas;

/** The messages of a queue. */
export const sentTo = (queue: QueueName): unknown[] =>
  JSON.parse(readFileSync(new URL(`sent/${queue}.json`, import.meta.url), 'utf8'));

/** Every property that a JSON schema or a message has, by its path; of a property with one value, such as a kind, that too. */
export const pathsInSchema = (schema: JsonSchema, path = ''): string[] => [
  ...[schema.anyOf, schema.oneOf].flatMap((some = []) => some.flatMap((one) => pathsInSchema(one, path))),
  ...(schema.const === undefined ? [] : [`${path}=${schema.const}`]),
  ...(schema.items ? pathsInSchema(schema.items, `${path}[]`) : []),
  ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [
    `${path}.${name}`,
    ...pathsInSchema(one, `${path}.${name}`),
  ]),
];

/** What is read of JSON Schema. */
export type JsonSchema = {
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  const?: unknown;
};

/** The same of a message. */
export const pathsInMessage = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => pathsInMessage(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [`${path}=${value}`];
  return Object.entries(value).flatMap(([name, one]) => [`${path}.${name}`, ...pathsInMessage(one, `${path}.${name}`)]);
};
