/** The routes that read imports. */
import { may } from '../../domain/access/roles.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import type { Request, Route } from '../../lambda/route.ts';
import { type Telling, toldIn } from '../../refusals/sentences-in.ts';
import { countDelivery } from '../../work/credentials/count-delivery.ts';
import type { Directory } from '../../work/directory.ts';
import type { Imports } from '../../work/imports/imports.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { importResource } from './import-resource.ts';

export type ImportReadPorts = {
  imports: Pick<Imports, 'read' | 'list' | 'progress' | 'resultPage'>;
  directory: Pick<Directory, 'readSku' | 'readPeople'>;
  now: () => Instant;
};

/** GET /v1.0/imports: imports, newest first. */
export const listImportsRoute = (ports: ImportReadPorts): Route => ({
  needs: 'readImports',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const after = skipTokenOf(request);
    const top = topOf(request, { default: 20, max: 100 });
    const { jobs, next } = await ports.imports.list({ top, ...(after !== undefined && { after }) });
    const told = await toldIn(request.headers);
    const value = await Promise.all(jobs.map((job) => shownImport(job, ports, told)));
    const link = next !== undefined && { '@odata.nextLink': nextLink(request, 'imports', next) };
    return { status: 200, headers: told.headers, body: { ...link, value } };
  },
});

/** GET /v1.0/imports/{id}; `$expand=delivery` counts what became of the credential mails of those whom it created. */
export const readImportRoute = (ports: ImportReadPorts): Route => ({
  needs: 'ownImports',
  answer: async (request) => {
    refuseOtherOptions(request, ['$expand']);
    const isExpanded = expandsDelivery(request);
    const job = await namedImport(request, ports.imports);
    const { headers, body } = await importAnswer(request, job, ports);
    if (!isExpanded) return { status: 200, headers, body };
    return { status: 200, headers, body: { ...body, delivery: (await countDelivery(job, ports)) ?? null } };
  },
});

/** Whether how far credentials are is asked for. Throws `Refused` QueryInvalid for whatever else is to be expanded. */
export const expandsDelivery = ({ query }: Request): boolean => {
  if (query.$expand === undefined || query.$expand === 'delivery') return query.$expand === 'delivery';
  throw new Refused({ code: 'QueryInvalid', target: '$expand', fact: 'delivery' });
};

/** What shows an import: its progress is read, and seats that are free where it may tell of them. */
export type ShowPorts = {
  imports: Pick<Imports, 'progress'>;
  directory?: Pick<Directory, 'readSku'>;
  now: () => Instant;
};

/** Body and headers of an answer that shows an import, in the language of whoever asks. */
export const importAnswer = async ({ headers }: Pick<Request, 'headers'>, job: ImportJob, ports: ShowPorts) => {
  const told = await toldIn(headers);
  return { headers: { ...told.headers }, body: await shownImport(job, ports, told) };
};

/** An import's resource, with its progress as it is now. */
const shownImport = async (job: ImportJob, { imports, directory, now }: ShowPorts, telling: Telling) => {
  const waitsFor = directory && job.stage === 'holding' ? job.seats.map(({ skuId }) => directory.readSku(skuId)) : [];
  const [progress, skus] = await Promise.all([imports.progress(job.id), Promise.all(waitsFor)]);
  const free = new Map(skus.flatMap((sku) => (sku ? [[sku.skuId, sku.free] as const] : [])));
  return importResource(job, progress, now(), { free, telling });
};

/** The import of an address, of those that the asker may see. Throws `Refused` NotFound; what is no id of an import is not asked of the table. */
export const namedImport = async ({ path, principal }: Request, imports: Pick<Imports, 'read'>): Promise<ImportJob> => {
  const job = /^[0-9a-f-]{36}$/.test(path.id ?? '') ? await imports.read(path.id ?? '') : undefined;
  const isSeen = job && (may(principal, 'readImports') || isOwn(job, principal));
  if (!isSeen) throw new Refused({ code: 'NotFound' });
  return job;
};

/** By whatever secret it was begun: an agent whose secret was renewed is the same. */
const isOwn = ({ owner }: ImportJob, { kind, id }: Principal): boolean => owner.kind === kind && owner.id === id;
