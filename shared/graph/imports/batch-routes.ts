/** The routes that change migration batches: they are asked for, started, stopped, completed and taken off the list. */
import type { ImportJob } from '../../domain/imports/import-job.ts';
import { noProgress } from '../../domain/imports/import-progress.ts';
import { type Migration, noMarks } from '../../domain/migrations/migration.ts';
import { instant } from '../../domain/time.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route, Routes } from '../../lambda/route.ts';
import { optionsFrom } from '../../messages/import-options.ts';
import { toldIn } from '../../refusals/sentences-in.ts';
import type { ImportAsked } from '../../work/imports/run/manage-imports.ts';
import { type RequestImportPorts, requestImport } from '../../work/imports/run/request-import.ts';
import {
  batchOf,
  completeBatch,
  deleteBatch,
  type ManageBatchPorts,
  startBatch,
  stopBatch,
} from '../../work/migrations/manage-batches.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { batchResource } from './batch-resource.ts';
import { type NewBatchBody, newBatchBody } from './new-import-body.ts';

export type BatchRoutePorts = RequestImportPorts & ManageBatchPorts;

const address = '/v1.0/migrationBatches';

/** Whoever may import may migrate. */
const needs = 'manageImports';

/** Every route by its key. */
export const batchRoutes = (ports: BatchRoutePorts): Routes => ({
  [`POST ${address}`]: requestRoute(ports),
  [`POST ${address}/{id}/start`]: actionRoute(startBatch, ports),
  [`POST ${address}/{id}/stop`]: actionRoute(stopBatch, ports),
  [`POST ${address}/{id}/complete`]: actionRoute(completeBatch, ports),
  [`DELETE ${address}/{id}`]: deleteRoute(ports),
});

/** The answer says where the file is to be put, as that of `POST /v1.0/imports`. */
const requestRoute = (ports: BatchRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { fileName, fileSize, ...written } = parseStrictly(newBatchBody, request.json());
    const { migration, options } = partsOf(written);
    const size = fileSize !== undefined && { fileSize };
    const asked = { fileName, ...size, options, migration, principal: request.principal };
    const { job, upload } = await requestImport(asked, ports);
    const { headers, ...telling } = await toldIn(request.headers);
    const body = batchResource({ job, marks: noMarks, progress: noProgress() }, ports.now(), telling);
    const location = `${request.origin}/migrationBatches/${job.id}`;
    return { status: 201, headers: { ...headers, location }, body: { ...body, upload } };
  },
});

/** What makes a batch, and the options of its import. */
const partsOf = (written: Omit<NewBatchBody, 'fileName' | 'fileSize'>) => {
  const { displayName, migrationType: type, notificationEmails = [], ...rest } = written;
  const { autoStart = false, startAfterDateTime: start, ...others } = rest;
  const { autoComplete = false, completeAfterDateTime: complete, ...options } = others;
  const migration: Migration = {
    ...{ type, displayName, notificationEmails, autoStart, autoComplete },
    ...(start !== undefined && { startAfterDateTime: instant(start) }),
    ...(complete !== undefined && { completeAfterDateTime: instant(complete) }),
  };
  return { migration, options: optionsFrom(options) };
};

const actionRoute = (
  act: (asked: ImportAsked, ports: BatchRoutePorts) => Promise<ImportJob>,
  ports: BatchRoutePorts,
): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { id } = await act({ id: request.path.id ?? '', principal: request.principal }, ports);
    const { headers, body } = await batchAnswer(request, id, ports);
    return { status: 202, headers: { ...headers, location: `${request.origin}/migrationBatches/${id}` }, body };
  },
});

const deleteRoute = (ports: BatchRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    await deleteBatch({ id: request.path.id ?? '', principal: request.principal }, ports);
    return { status: 204 };
  },
});

/** Body and headers of an answer that shows a batch as it is now, in the language of whoever asks. */
const batchAnswer = async ({ headers }: Pick<Request, 'headers'>, id: string, ports: BatchRoutePorts) => {
  const told = await toldIn(headers);
  return { headers: { ...told.headers }, body: batchResource(await batchOf(id, ports), ports.now(), told) };
};
