/** The routes that read imports. */
import type { ImportJob } from '../domain/import-job.ts';
import type { RowOutcome } from '../domain/import-progress.ts';
import { importResource, reportLine } from '../domain/import-resource.ts';
import { Refused } from '../domain/refusals.ts';
import type { Imports } from '../work/imports.ts';
import type { Request, Route } from './on-http.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from './query-options.ts';

export type ImportReadPorts = { imports: Pick<Imports, 'read' | 'list' | 'progress' | 'resultPage'> };

const outcomes: readonly RowOutcome[] = ['created', 'updated', 'unchanged', 'refused'];

/** GET /v1.0/imports: imports, newest first. */
export const listImportsRoute = ({ imports }: ImportReadPorts): Route => ({
  needs: 'readImports',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const after = skipTokenOf(request);
    const top = topOf(request, { usual: 20, most: 100 });
    const { jobs, next } = await imports.list({ top, ...(after !== undefined && { after }) });
    const value = await Promise.all(jobs.map(async (job) => importResource(job, await imports.progress(job.id))));
    const link = next !== undefined && { '@odata.nextLink': nextLink(request, 'imports', next) };
    return { status: 200, body: { ...link, value } };
  },
});

/** GET /v1.0/imports/{id}. */
export const readImportRoute = ({ imports }: ImportReadPorts): Route => ({
  needs: 'readImports',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const job = await jobOf(request, imports);
    return { status: 200, body: importResource(job, await imports.progress(job.id)) };
  },
});

/** GET /v1.0/imports/{id}/report: what became of each row, a page at a time; `outcome` picks rows of one kind. */
export const reportRoute = ({ imports }: ImportReadPorts): Route => ({
  needs: 'readImports',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken', 'outcome']);
    const { id } = await jobOf(request, imports);
    const after = Number(skipTokenOf(request, /^\d{1,9}$/) ?? 0);
    const outcome = outcomeOf(request);
    const top = topOf(request, { usual: 100, most: 1000 });
    const { rows, next } = await imports.resultPage(id, { top, after, ...(outcome && { outcome }) });
    const link = next !== undefined && {
      '@odata.nextLink': nextLink(request, `imports/${id}/report`, String(next)),
    };
    return { status: 200, body: { ...link, value: rows.map(reportLine) } };
  },
});

const jobOf = async ({ path }: Request, imports: Pick<Imports, 'read'>): Promise<ImportJob> => {
  const job = /^[0-9a-f-]{36}$/.test(path.id ?? '') ? await imports.read(path.id ?? '') : undefined;
  if (!job) throw new Refused({ code: 'NotFound' });
  return job;
};

const outcomeOf = ({ query }: Request): RowOutcome | undefined => {
  if (query.outcome === undefined) return undefined;
  const outcome = outcomes.find((name) => name === query.outcome);
  if (!outcome) throw new Refused({ code: 'QueryInvalid', target: 'outcome', fact: `one of ${outcomes.join(', ')}` });
  return outcome;
};
