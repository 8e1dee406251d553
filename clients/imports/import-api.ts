/** Imports by the API, as its clients ask for them. */
import pRetry from 'p-retry';
import * as z from 'zod';
import type { UploadAddress } from './put-file.ts';

const count = z.number().default(0);

const importResource = z.object({
  id: z.string(),
  status: z.enum(['notStarted', 'running', 'onHold', 'succeeded', 'failed', 'cancelled']),
  options: z.object({ dryRun: z.boolean() }),
  rows: z.number().nullish(),
  created: count,
  updated: count,
  unchanged: count,
  refused: count,
  deleted: count,
  restored: count,
  secondsLeft: z.number().nullish(),
  mails: z.number().nullish(),
  encoding: z.string().nullish(),
  encodedCells: z.array(z.string()).default([]),
  file: z.object({ bucket: z.string(), key: z.string() }),
  error: z.object({ code: z.string(), message: z.string() }).nullish(),
  licences: z
    .array(
      z.object({
        skuPartNumber: z.string(),
        needed: z.number(),
        granted: z.number(),
        short: z.number(),
        seatsToBuy: z.number(),
      }),
    )
    .default([]),
  report: z.object({ bucket: z.string(), key: z.string() }).nullish(),
});

const refusedRow = z.object({
  rowNumber: z.number(),
  userPrincipalName: z.string().nullish(),
  code: z.string().nullish(),
  message: z.string().nullish(),
});

const listOf = <Item extends z.ZodType>(item: Item) => z.object({ value: z.array(item) });

/** An import, as the API tells of it. */
export type Import = z.output<typeof importResource>;

/** A row that was refused, and why. */
export type RefusedRow = z.output<typeof refusedRow>;

/** Makes a request and gives its answer; rejects with what the API answered when that is no success. */
export type Call = (method: string, path: string, body?: object) => Promise<unknown>;

/** Half a minute altogether: an import is followed for longer than every connection lives. */
const pauses = { retries: 6, minTimeout: 500, factor: 2, randomize: true };

/** A connection that broke, or a fault of the service that passes; not an address at which nobody is. */
const passes = (error: Error): boolean => {
  if (error instanceof ApiError) return error.status >= 500 || error.status === 429;
  return error instanceof NoAnswer && error.code !== 'ECONNREFUSED' && error.code !== 'ENOTFOUND';
};

/** No answer came: the connection broke, or there was none. */
class NoAnswer extends Error {
  readonly code: string | undefined;

  constructor(address: string, { cause }: { cause?: unknown }) {
    super(`${new URL(address).host} does not answer`, { cause });
    this.code = (cause as NodeJS.ErrnoException | undefined)?.code;
  }
}

/** The whole answer, since a connection can break in the midst of it. */
const answerTo = async (address: string, request: RequestInit) => {
  try {
    const response = await fetch(address, request);
    return { status: response.status, ok: response.ok, text: await response.text() };
  } catch (error) {
    throw new NoAnswer(address, error as Error);
  }
};

/** Requests with a token to the API at an address. What only reads is asked again while it fails in a way that passes. */
export const createCall = (url: string, token: string): Call => {
  const once: Call = async (method, path, body) => {
    const { status, ok, text } = await answerTo(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!ok) throw new ApiError(method, path, status, text);
    return text === '' ? undefined : JSON.parse(text);
  };
  return (method, path, body) =>
    method === 'GET'
      ? pRetry(() => once(method, path), { ...pauses, shouldRetry: ({ error }) => passes(error) })
      : once(method, path, body);
};

/** What the API answered in place of a success. */
export class ApiError extends Error {
  readonly status: number;
  /** The sentences of a refusal; empty when the answer is no refusal of ours. */
  readonly sentences: readonly string[];

  constructor(method: string, path: string, status: number, answer: string) {
    super(`${method} ${path} was answered with ${status}: ${answer}`);
    this.status = status;
    this.sentences = sentencesIn(answer);
  }
}

const problem = z.object({ message: z.string() });
const refusal = z.object({ error: problem.extend({ details: z.array(problem).optional() }) });

const sentencesIn = (answer: string): string[] => {
  try {
    const { error } = refusal.parse(JSON.parse(answer));
    return (error.details ?? [error]).map(({ message }) => message);
  } catch {
    return [];
  }
};

/** What clients ask of imports. */
export type ImportApi = ReturnType<typeof importApi>;

/** Imports, asked for by calls. */
export const importApi = (call: Call) => ({
  /** The newest imports. */
  imports: async (): Promise<Import[]> => listOf(importResource).parse(await call('GET', '/v1.0/imports')).value,
  import: async (id: string): Promise<Import> => importResource.parse(await call('GET', `/v1.0/imports/${id}`)),
  refusedRows: async (id: string, most: number): Promise<RefusedRow[]> =>
    listOf(refusedRow).parse(await call('GET', `/v1.0/imports/${id}/report?outcome=refused&$top=${most}`)).value,
  /** Undoes an import, or does what a dry run showed; the answer is the import that does it. */
  act: async (id: string, action: 'undo' | 'apply'): Promise<Import> =>
    importResource.parse(await call('POST', `/v1.0/imports/${id}/${action}`)),
  /** Begins an import; its file is to be put to the address. */
  request: async (body: object): Promise<{ id: string; upload: UploadAddress }> =>
    requested.parse(await call('POST', '/v1.0/imports', body)),
});

/** An API of an earlier release names no headers: then there are none to send. */
const requested = z.object({
  id: z.string(),
  upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()).default({}) }),
});
