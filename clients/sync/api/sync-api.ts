/** What the agent asks of Muster: where it stands, a run, and what became of it. */
import * as z from 'zod';
import { onePieceBytes } from '../../../shared/domain/imports/upload-in-parts.ts';
import { type SynchronizationHeader, synchronizationState } from '../../../shared/messages/synchronization-file.ts';
import { ApiError, NoAnswer } from '../../imports/api-error.ts';
import { type Call, createCall } from '../../imports/call.ts';
import { type Import, importApi } from '../../imports/import-api.ts';
import type { UploadAddress } from '../../imports/put-bytes.ts';
import { SyncFault } from '../sync-fault.ts';
import type { ApplicationToken } from './application-token.ts';

/** Where synchronisation stands in Muster. */
export type SyncState = z.output<typeof synchronizationState>;

const states = z.object({ value: z.array(synchronizationState).min(1) });
const headers = z.record(z.string(), z.string()).default({});
const address = z.object({ url: z.string(), headers });
const started = z.object({
  id: z.string(),
  upload: z.union([address, z.object({ partSize: z.int().min(1), parts: z.int().min(1) })]),
});

/** A batch takes no more people than fit into a file of one piece. */
const startedBatch = z.object({ id: z.string(), upload: address });

/** How a run's file is awaited: in one piece at an address, or in parts. */
export type AwaitedUpload = z.output<typeof started>['upload'];

const signedParts = z.object({ value: z.array(address).min(1) });
const arrivedPart = z.object({ partNumber: z.int(), eTag: z.string() });
const arrivedParts = z.object({ value: z.array(arrivedPart) });

/** A part that is there, by its number from 1. */
export type ArrivedPart = z.output<typeof arrivedPart>;

/** A row of a report: what would happen, or has happened, to one line. */
const reportRow = z.looseObject({
  rowNumber: z.number(),
  outcome: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  code: z.string().nullish(),
  message: z.string().nullish(),
  changes: z
    .array(z.looseObject({ property: z.string(), from: z.unknown().optional(), to: z.unknown().optional() }))
    .nullish(),
});
export type ReportRow = z.output<typeof reportRow>;
const report = z.object({ value: z.array(reportRow), '@odata.nextLink': z.string().nullish() });

/** The API, as the agent uses it. Rejects with a SyncFault whose sentence is the API's where it has one. */
export type SyncApi = {
  state: () => Promise<SyncState>;
  start: (
    id: string,
    body: { scope: SynchronizationHeader['scope']; dryRun: boolean; fileSize: number },
  ) => Promise<{ id: string; upload: AwaitedUpload }>;
  /** The file of a run that comes in parts. */
  parts: {
    address: (id: string, number: number) => Promise<UploadAddress>;
    arrived: (id: string) => Promise<ArrivedPart[]>;
    /** Makes them the file. Asked again after an answer that was lost, it is done. */
    complete: (id: string, parts: readonly ArrivedPart[]) => Promise<void>;
  };
  /** Nothing has changed since: the watermark moves alone. */
  confirm: (id: string, body: { previous: string; watermark: string }) => Promise<void>;
  import: (id: string) => Promise<Import>;
  /** Makes a migration batch, whose file is to be put to the address. Synchronisation itself needs no right to that. */
  newBatch: (body: {
    displayName: string;
    migrationType: 'exchangeCutover';
    fileName: string;
  }) => Promise<z.output<typeof startedBatch>>;
  /** Rows of an outcome, all of them. */
  rows: (id: string, outcome: string) => AsyncIterable<ReportRow>;
};

const root = '/v1.0/directory/onPremisesSynchronization';

/** Requests to the API at an address, each with a token that is good. */
export const syncApi = (url: string, token: ApplicationToken): SyncApi => {
  const call = withToken(url, token);
  return {
    state: async () => {
      const [state] = states.parse(await call('GET', root)).value;
      return state as SyncState;
    },
    start: async (id, { fileSize, ...body }) => {
      // A Muster of before takes files in one piece, and does not know the size.
      const sized = fileSize > onePieceBytes ? { ...body, fileSize } : body;
      return started.parse(await call('POST', `${root}/${id}/start`, sized));
    },
    parts: {
      address: async (id, number) => {
        const body = { partNumbers: [number] };
        const [signed] = signedParts.parse(await call('POST', `/v1.0/imports/${id}/uploadParts`, body)).value;
        return signed as UploadAddress;
      },
      arrived: async (id) => arrivedParts.parse(await call('GET', `/v1.0/imports/${id}/uploadParts`)).value,
      complete: async (id, parts) => {
        const told = parts.map(({ partNumber, eTag }) => ({ partNumber, eTag }));
        try {
          await call('POST', `/v1.0/imports/${id}/completeUpload`, { parts: told });
        } catch (error) {
          if (!isOver(error)) throw error;
        }
      },
    },
    confirm: async (id, body) => {
      await call('POST', `${root}/${id}/confirm`, body);
    },
    import: (id) => importApi(call).import(id),
    newBatch: async (body) => startedBatch.parse(await call('POST', '/v1.0/migrationBatches', body)),
    rows: async function* (id, outcome) {
      let path: string | undefined = `/v1.0/imports/${id}/report?outcome=${outcome}&$top=500`;
      while (path !== undefined) {
        const { value, '@odata.nextLink': next } = report.parse(await call('GET', path));
        yield* value;
        path = next ? new URL(next).pathname + new URL(next).search : undefined;
      }
    },
  };
};

/** The file is whole already: an answer was lost. */
const isOver = (error: unknown): boolean => {
  const { cause } = error as { cause?: unknown };
  return cause instanceof ApiError && cause.refusals.some(({ code }) => code === 'UploadOver');
};

/** A token that was taken back is asked for once more. */
const withToken =
  (url: string, token: ApplicationToken): Call =>
  async (method, path, body) => {
    try {
      return await createCall(url, await token.current())(method, path, body);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw faultOf(error);
    }
    token.renew();
    try {
      return await createCall(url, await token.current())(method, path, body);
    } catch (error) {
      throw faultOf(error);
    }
  };

/** What will not be otherwise next time: a right that lacks, an address that is not there, a body that is not understood. */
const lasting = new Set([400, 401, 403, 404]);

const faultOf = (error: unknown): unknown => {
  if (error instanceof ApiError) {
    const sentence = error.sentences.join(' ') || `Muster answered with ${error.status}.`;
    return new SyncFault('ApiRefused', sentence, { exit: lasting.has(error.status) ? 2 : 1, cause: error });
  }
  return error instanceof NoAnswer ? new SyncFault('ApiUnreachable', `${error.message}.`, { cause: error }) : error;
};
