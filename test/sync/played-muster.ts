/** Muster as the agent sees it, played: it keeps people by objectGUID, and takes a file only if it is whole and in turn. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { watermarkHash } from '../../clients/sync/source/watermark.ts';
import { onePieceBytes, partCount, uploadPartBytes } from '../../shared/domain/imports/upload-in-parts.ts';
import {
  confirmSynchronizationBody,
  type SynchronizationLine,
  type SynchronizationUpsert,
  startSynchronizationBody,
  synchronizationEnd,
  synchronizationHeader,
  synchronizationLine,
} from '../../shared/messages/synchronization-file.ts';

/** Deletions beyond which a run waits. */
const alertThreshold = 500;

type Row = {
  rowNumber: number;
  outcome: string;
  userPrincipalName?: string | null;
  code?: string;
  message?: string;
  changes?: object[];
};
type Played = {
  id: string;
  dryRun: boolean;
  scope: string;
  status: string;
  rows: Row[];
  error?: { code: string; message: string };
  /** Of a file that comes in parts: those that arrived, by number. */
  parts?: Map<number, string>;
};

export type PlayedMuster = {
  url: string;
  people: Map<string, SynchronizationUpsert>;
  /** Requests so far, such as `POST /start`. */
  requests: string[];
  imports: Played[];
  /** Migration batches by id, with the file that was put. */
  batches: Map<string, { body: object; csv?: string }>;
  state: {
    watermark: string | null;
    retry: string[];
    onPremisesSyncEnabled: boolean;
    onHold: 'undone' | 'deletions' | null;
  };
  /** objectGUIDs whose rows are refused. */
  refused: Set<string>;
  /** The next so many uploads are answered with 503, or cut; the next so many ends of uploads in parts lose their answer. */
  faults: { unavailable: number; cut: number; lost: number };
  /** Whatever token there is is not taken any more. */
  revokeTokens: () => void;
  close: () => Promise<void>;
};

export const credentials = { clientId: 'agent', secret: 'secret of the agent' };

/** Starts one that knows nobody. */
export const playMuster = async (): Promise<PlayedMuster> => {
  const people = new Map<string, SynchronizationUpsert>();
  const imports: Played[] = [];
  const requests: string[] = [];
  const batches: PlayedMuster['batches'] = new Map();
  const refused = new Set<string>();
  const state: PlayedMuster['state'] = { watermark: null, retry: [], onPremisesSyncEnabled: true, onHold: null };
  const faults = { unavailable: 0, cut: 0, lost: 0 };
  let tokens = 0;
  let source: { id: string; domainName: string } | null = null;

  const take = (played: Played, body: string): void => {
    const failed = (code: string) =>
      Object.assign(played, { status: 'failed', error: { code, message: `Refused: ${code}.` } });
    const lines = body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const header = synchronizationHeader.parse(lines[0]);
    const end = synchronizationEnd.safeParse(lines.at(-1));
    if (!end.success || end.data.rows !== lines.length - 2) return void failed('FileIncomplete');
    const rows = lines.slice(1, -1).map((line) => synchronizationLine.parse(line));
    if (new Set(rows.map(({ objectGuid }) => objectGuid)).size !== rows.length) return void failed('RowDoubled');
    if (header.previous !== (state.watermark === null ? null : watermarkHash(state.watermark)))
      return void failed('WatermarkOutdated');
    const named = new Set(rows.map(({ objectGuid }) => objectGuid));
    const gone = header.scope === 'full' ? [...people.keys()].filter((id) => !named.has(id)) : [];
    if (header.scope === 'full' && rows.length === 0 && people.size > 0) return void failed('SourceEmpty');
    const planned: SynchronizationLine[] = [
      ...rows,
      ...gone.map((objectGuid) => ({ op: 'delete' as const, objectGuid })),
    ];
    const deletions = planned.filter(({ op, objectGuid }) => op === 'delete' && people.has(objectGuid)).length;
    if (deletions > alertThreshold)
      return void Object.assign(played, {
        status: 'onHold',
        error: { code: 'DeletionsExceedThreshold', message: `${deletions} people would be deleted.` },
      });
    played.rows = planned.map((line, at) => outcomeOf(line, at + 1));
    played.status = 'succeeded';
    if (played.dryRun) return;
    for (const line of planned) {
      if (refused.has(line.objectGuid)) continue;
      if (line.op === 'upsert') people.set(line.objectGuid, line);
      else people.delete(line.objectGuid);
    }
    state.watermark = header.watermark;
    source = header.source;
  };

  const outcomeOf = (line: SynchronizationLine, rowNumber: number): Row => {
    const before = people.get(line.objectGuid);
    const userPrincipalName = (line.op === 'upsert' ? line.userPrincipalName : before?.userPrincipalName) ?? null;
    if (refused.has(line.objectGuid))
      return { rowNumber, userPrincipalName, outcome: 'refused', code: 'UserNameTaken', message: 'It is taken.' };
    if (line.op === 'delete') return { rowNumber, userPrincipalName, outcome: before ? 'deleted' : 'unchanged' };
    if (before === undefined) return { rowNumber, userPrincipalName, outcome: 'created' };
    const changes = Object.entries(line)
      .filter(([property, value]) => JSON.stringify(value) !== JSON.stringify(before[property as keyof typeof before]))
      .map(([property, to]) => ({ property, from: before[property as keyof typeof before], to }));
    return { rowNumber, userPrincipalName, outcome: changes.length > 0 ? 'updated' : 'unchanged', changes };
  };

  const resourceOf = (played: Played) => ({
    id: played.id,
    status: played.status,
    options: { dryRun: played.dryRun },
    rows: played.rows.length,
    ...Object.fromEntries(
      ['created', 'updated', 'unchanged', 'refused', 'deleted', 'restored'].map((name) => [
        name,
        played.rows.filter(({ outcome }) => outcome === name).length,
      ]),
    ),
    file: { bucket: 'files', key: `imports/${played.id}/people.jsonl` },
    error: played.error ?? null,
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const [, , , id = '', what = ''] = pathname.split('/');
    const send = (status: number, body?: object) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body && JSON.stringify(body));
    };
    const refuse = (status: number, code: string) => send(status, { error: { code, message: `Refused: ${code}.` } });
    requests.push(`${request.method} ${pathname.split('/').slice(-1)}`);
    if (pathname === '/oauth2/v2.0/token') {
      const form = new URLSearchParams(await text(request));
      if (form.get('client_secret') !== credentials.secret) return send(401, { error: 'invalid_client' });
      tokens += 1;
      return send(200, { access_token: `token-${tokens}`, expires_in: 3600, token_type: 'Bearer' });
    }
    if (pathname.startsWith('/upload/')) {
      if (faults.cut > 0) {
        faults.cut -= 1;
        request.socket.destroy();
        return;
      }
      const body = await text(request);
      if (
        Buffer.byteLength(body) !== Number(request.headers['content-length']) ||
        request.headers['x-signed'] !== 'yes'
      )
        return send(403);
      if (faults.unavailable > 0) {
        faults.unavailable -= 1;
        return send(503);
      }
      const [, , importId, number] = pathname.split('/');
      const batch = batches.get(importId ?? '');
      if (batch !== undefined) {
        batch.csv = body;
        return send(200);
      }
      const played = imports.find((one) => one.id === importId) as Played;
      if (number === undefined) take(played, body);
      else played.parts?.set(Number(number), body);
      return send(200);
    }
    if (request.headers.authorization !== `Bearer token-${tokens}`) return refuse(401, 'InvalidAuthenticationToken');
    if (pathname === '/v1.0/migrationBatches') {
      const batch = `batch-${batches.size + 1}`;
      batches.set(batch, { body: JSON.parse(await text(request)) });
      return send(201, {
        id: batch,
        upload: { url: `${muster.url}/upload/${batch}`, headers: { 'x-signed': 'yes' } },
      });
    }
    if (pathname === '/v1.0/directory/onPremisesSynchronization') {
      return send(200, { value: [{ id: 'sync', source, retryIsComplete: true, ...state }] });
    }
    if (pathname.endsWith('/sync/start')) {
      const { scope, dryRun, fileSize = 0 } = startSynchronizationBody.parse(JSON.parse(await text(request)));
      const played: Played = { id: `i${imports.length + 1}`, dryRun, scope, status: 'notStarted', rows: [] };
      imports.push(played);
      if (fileSize > onePieceBytes) {
        played.parts = new Map();
        return send(201, { id: played.id, upload: { partSize: uploadPartBytes, parts: partCount(fileSize) } });
      }
      return send(202, {
        id: played.id,
        upload: { url: `${muster.url}/upload/${played.id}`, headers: { 'x-signed': 'yes' } },
      });
    }
    if (pathname.endsWith('/sync/confirm')) {
      const { previous, watermark } = confirmSynchronizationBody.parse(JSON.parse(await text(request)));
      if (state.watermark === null || previous !== watermarkHash(state.watermark))
        return refuse(409, 'WatermarkOutdated');
      state.watermark = watermark;
      return send(204);
    }
    const played = imports.find((one) => one.id === id);
    if (played === undefined) return refuse(404, 'NotFound');
    if (what === 'uploadParts' && request.method === 'GET') {
      const value = [...(played.parts ?? [])].map(([partNumber, part]) => ({ partNumber, eTag: `"${part.length}"` }));
      return send(200, { value });
    }
    if (what === 'uploadParts') {
      const { partNumbers } = JSON.parse(await text(request)) as { partNumbers: number[] };
      const addressOf = (number: number) => `${muster.url}/upload/${played.id}/${number}`;
      return send(200, {
        value: partNumbers.map((number) => ({ url: addressOf(number), headers: { 'x-signed': 'yes' } })),
      });
    }
    if (what === 'completeUpload') {
      if (played.status !== 'notStarted') return refuse(409, 'UploadOver');
      const { parts } = JSON.parse(await text(request)) as { parts: { partNumber: number }[] };
      take(played, parts.map(({ partNumber }) => played.parts?.get(partNumber) ?? '').join(''));
      if (faults.lost > 0) {
        faults.lost -= 1;
        request.socket.destroy();
        return;
      }
      return send(202, resourceOf(played));
    }
    if (what === 'report')
      return send(200, { value: played.rows.filter(({ outcome }) => outcome === searchParams.get('outcome')) });
    send(200, resourceOf(played));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const muster: PlayedMuster = {
    ...{ people, imports, batches, requests, refused, state, faults },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    revokeTokens: () => {
      tokens += 1;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return muster;
};
