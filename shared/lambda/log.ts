/** Logging by allow-list: ids, counts and codes; never a body, an event, an address or the message of an error. */
import { AsyncLocalStorage } from 'node:async_hooks';

/** Everything that a log line may hold beside its event and the request's id. */
const names = [
  'importId',
  'firstRow',
  'shard',
  'skuId',
  'principalId',
  'clientId',
  'gatewayRequestId',
  'part',
  'partRequestId',
  'userId',
  'messageId',
  'receives',
  'seconds',
  'people',
  'route',
  'status',
  'codes',
  'outcome',
] as const;

export type LogFields = { readonly [Name in (typeof names)[number]]?: string | number };

const allowList: ReadonlySet<string> = new Set(names);

const context = new AsyncLocalStorage<{ requestId: string; clientRequestId?: string | undefined }>();

/** Runs work whose log lines carry the request's id; `clientRequestId` is what the client calls it. */
export const withRequestId = <Result>(requestId: string, work: () => Result, clientRequestId?: string): Result =>
  context.run({ requestId, clientRequestId }, work);

/** The id of the request that is being worked on. */
export const requestId = (): string => context.getStore()?.requestId ?? '';

/** What the client calls the request that is being worked on, where it said so; it is answered and never logged. */
export const clientRequestId = (): string | undefined => context.getStore()?.clientRequestId;

/** Writes one line of JSON. Fields outside the allow-list are dropped, even where a type was circumvented. */
export const log = (event: string, fields: LogFields = {}): void => write('INFO', event, fields);

/** Writes where an error came from: its name and stack frames. Its message is left out: it may repeat what was refused. */
export const logError = (event: string, error: unknown, fields: LogFields = {}): void => {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  write('ERROR', event, fields, { error: name, at: frames.slice(0, 12).map((frame) => frame.trim()) });
};

const write = (level: string, event: string, fields: LogFields, trusted: object = {}): void => {
  const allowed = Object.fromEntries(Object.entries(fields).filter(([name]) => allowList.has(name)));
  process.stdout.write(`${JSON.stringify({ level, event, requestId: requestId(), ...allowed, ...trusted })}\n`);
};
