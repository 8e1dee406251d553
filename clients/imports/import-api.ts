/** Imports by the API, as its clients ask for them. */
import * as z from 'zod';

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

/** Requests with a token to the API at an address. */
export const createCall =
  (url: string, token: string): Call =>
  async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    if (!response.ok) throw new ApiError(`${method} ${path} was answered with ${response.status}`, answer);
    return answer === '' ? undefined : JSON.parse(answer);
  };

/** What the API answered in place of a success. */
export class ApiError extends Error {
  /** The sentences of a refusal; empty when the answer is no refusal of ours. */
  readonly sentences: readonly string[];

  constructor(what: string, answer: string) {
    super(`${what}: ${answer}`);
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
  request: async (body: object): Promise<{ id: string; url: string }> => {
    const { id, upload } = requested.parse(await call('POST', '/v1.0/imports', body));
    return { id, url: upload.url };
  },
});

const requested = z.object({ id: z.string(), upload: z.object({ url: z.string() }) });
