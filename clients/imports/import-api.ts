/** Imports by the API, as its clients ask for them. */
import * as z from 'zod';
import type { Call } from './call.ts';
import type { UploadAddress } from './put-bytes.ts';

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
  skipped: count,
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

/** What is begun, and how its file is awaited. */
export type RequestedFile = z.output<typeof requested>;

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
  /** Begins an import; its file is to be put to the address, or in so many parts. */
  request: async (body: object): Promise<z.output<typeof requested>> =>
    requested.parse(await call('POST', '/v1.0/imports', body)),
  /** The parts of a file that have arrived, of how many, and how large each is but the last one. */
  arrived: async (id: string): Promise<z.output<typeof arrivedParts>> =>
    arrivedParts.parse(await call('GET', `/v1.0/imports/${id}/uploadParts`)),
  /** Where a part is put, within an hour. */
  partAddress: async (id: string, partNumber: number): Promise<UploadAddress> =>
    signed.parse(await call('POST', `/v1.0/imports/${id}/uploadParts`, { partNumbers: [partNumber] })).value[0],
  /** Makes the parts one file; the import begins. */
  complete: async (id: string, parts: readonly { partNumber: number; eTag: string }[]): Promise<void> =>
    void (await call('POST', `/v1.0/imports/${id}/completeUpload`, { parts })),
});

/** An API of an earlier release names no headers: then there are none to send. */
const uploadAddress = z.object({ url: z.string(), headers: z.record(z.string(), z.string()).default({}) });

/** What is begun, and where its file goes: to an address, or in so many parts. */
export const requested = z.object({
  id: z.string(),
  upload: z.union([uploadAddress, z.object({ partSize: z.number(), parts: z.number() })]),
});

const arrivedParts = z.object({
  partSize: z.number(),
  parts: z.number(),
  value: z.array(z.object({ partNumber: z.number(), eTag: z.string(), size: z.number() })),
});

const signed = z.object({ value: z.tuple([uploadAddress], z.unknown()) });
