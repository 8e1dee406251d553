/** Migration batches as the API has them: asked for, their files put where it says, and read as Exchange shows them. */
import { gathered } from './api.ts';
import type { Muster } from './muster.ts';
import type { AskedOptions } from './requested-imports.ts';
import type { RequestedImport } from './resources.ts';
import { waitFor } from './wait-for.ts';

/** A batch. */
export type Batch = {
  id: string;
  displayName: string;
  migrationType: string;
  status: string;
  totalCount: number | null;
  activeCount: number;
  syncedCount: number;
  finalizedCount: number;
  failedCount: number;
  stoppedCount: number;
  skippedCount: number;
  notes: string[];
  error: { code: string } | null;
  initialSyncDateTime: string | null;
  stoppedDateTime: string | null;
  finalizedDateTime: string | null;
};

/** Somebody in a batch. */
export type BatchUser = {
  userPrincipalName: string | null;
  rowNumber: number;
  personId: string | null;
  status: string;
  statusSummary: string;
  mailbox: string | null;
  mailboxGraceEndDateTime: string | null;
  error: { code: string; message: string } | null;
};

/** What a batch is asked for with, besides the options of an import. */
export type AskedBatch = AskedOptions & {
  migrationType: string;
  displayName?: string;
  autoStart?: boolean;
  notificationEmails?: string[];
};

const address = '/v1.0/migrationBatches';

/** States in which a batch has nothing to do by itself. */
const isAtRest = ({ status }: Batch): boolean => !['Created', 'Starting', 'Syncing'].includes(status);

/** What a flow does with the batches of a system. */
export const batchesOf = ({ api, files }: Muster) => {
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await api.ask(method, `${address}${path}`, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${method} ${path} of a batch was answered with ${answer.status}: ${answer.text}`);
  };
  const read = async (id: string) => (await ask('GET', `/${id}`)) as Batch;
  const act = async (id: string, action: 'start' | 'stop' | 'complete') =>
    (await ask('POST', `/${id}/${action}`)) as Batch;
  const request = async (asked: AskedBatch) =>
    (await ask('POST', '', { fileName: 'batch.csv', displayName: 'Batch', ...asked })) as Batch & RequestedImport;
  const follow = (id: string) => waitFor(`batch ${id} to be at rest`, () => read(id), isAtRest);
  return {
    ...{ read, act, request, follow },
    /** Asks for a batch that starts with its file, and follows it. */
    run: async (content: string, asked: AskedBatch): Promise<Batch> => {
      const batch = await request({ autoStart: true, ...asked });
      await files.upload(batch, content);
      return follow(batch.id);
    },
    list: () => gathered(api.walk<Batch>(`${address}?$top=100`)),
    users: (id: string, filter?: string) => {
      const query = new URLSearchParams({ $top: '2', ...(filter !== undefined && { $filter: filter }) });
      return gathered(api.walk<BatchUser>(`${address}/${id}/users?${query}`));
    },
    /** The status of an answer, and the code of its refusal. */
    refusal: async (method: string, path: string, body?: object) => {
      const answer = await api.ask(method, `${address}${path}`, body);
      return [answer.status, (answer.body as { error?: { code: string } } | undefined)?.error?.code];
    },
  };
};
