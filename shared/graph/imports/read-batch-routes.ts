/** The routes that read migration batches: the list, one of them, and its people. */
import { userStatuses } from '../../domain/imports/batch-state.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import type { Request, Route, Routes } from '../../lambda/route.ts';
import { toldIn } from '../../refusals/sentences-in.ts';
import type { Directory } from '../../work/directory.ts';
import type { Imports } from '../../work/imports/imports.ts';
import type { MigrationBatches } from '../../work/imports/migration-batches.ts';
import { batchOf } from '../../work/migrations/manage-batches.ts';
import { comparisonIn, pathAmong } from '../odata/conditions.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { batchResource, batchUserResource } from './batch-resource.ts';
import { personIdOfRow } from './row-people.ts';

export type ReadBatchPorts = {
  imports: Pick<Imports, 'read' | 'progress' | 'resultPage'>;
  batches: MigrationBatches;
  directory: Pick<Directory, 'readPeople'>;
  policy: Pick<Policy, 'mailboxGraceDays'>;
  now: () => Instant;
};

const address = '/v1.0/migrationBatches';
const needs = 'readImports';

/** Every route by its key. */
export const readBatchRoutes = (ports: ReadBatchPorts): Routes => ({
  [`GET ${address}`]: listRoute(ports),
  [`GET ${address}/{id}`]: readRoute(ports),
  [`GET ${address}/{id}/users`]: usersRoute(ports),
});

const listRoute = (ports: ReadBatchPorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const after = skipTokenOf(request);
    const top = topOf(request, { default: 20, max: 100 });
    const { batches, next } = await ports.batches.list({ top, ...(after !== undefined && { after }) });
    const { headers, ...telling } = await toldIn(request.headers);
    const value = await Promise.all(
      batches.map(async ({ job, marks }) => {
        const progress = await ports.imports.progress(job.id);
        return batchResource({ job, marks, progress }, ports.now(), telling);
      }),
    );
    const link = next !== undefined && { '@odata.nextLink': nextLink(request, 'migrationBatches', next) };
    return { status: 200, headers, body: { ...link, value } };
  },
});

const readRoute = (ports: ReadBatchPorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { headers, ...telling } = await toldIn(request.headers);
    const batch = await batchOf(request.path.id ?? '', ports);
    return { status: 200, headers, body: batchResource(batch, ports.now(), telling) };
  },
});

/** Rows that one answer looks at: those that a filter wants may be few and far between, and then a page is short. */
const rowsLookedAt = 1000;

/** People who have their outcome, a page at a time, in the order of the file. */
const usersRoute = (ports: ReadBatchPorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken', '$filter']);
    const filter = filterOf(request);
    const top = topOf(request, { default: 100, max: 999 });
    const after = Number(skipTokenOf(request, /^\d{1,9}$/) ?? 0);
    const { sentence, headers } = await toldIn(request.headers);
    const batch = await batchOf(request.path.id ?? '', ports);
    const { rows, next } = await ports.imports.resultPage(batch.job.id, { top: filter ? rowsLookedAt : top, after });
    const ids = rows.flatMap((row) => personIdOfRow(row, batch.job) ?? []);
    const people = new Map((await ports.directory.readPeople(ids)).map((person) => [person.id, person]));
    const personOf = (id: string | undefined): Person | undefined => (id === undefined ? undefined : people.get(id));
    const { policy } = ports;
    const users = rows
      .map((row) =>
        batchUserResource(row, { ...batch, person: personOf(personIdOfRow(row, batch.job)) }, { policy, sentence }),
      )
      .filter((user) => !filter || user[filter.property] === filter.value);
    const value = users.slice(0, top);
    // Where more were found than a page has, the next one begins behind the last that it has.
    const end = users.length > top ? value.at(-1)?.rowNumber : next;
    const path = `migrationBatches/${batch.job.id}/users`;
    const link = end !== undefined && { '@odata.nextLink': nextLink(request, path, String(end)) };
    return { status: 200, headers, body: { ...link, value } };
  },
});

const properties = ['mailbox', 'statusSummary'] as const;
const values = { mailbox: ['grace', 'active', 'disabled'], statusSummary: userStatuses } as const;

const served = `mailbox eq 'grace', 'active' or 'disabled'; or statusSummary eq one of ${userStatuses.join(', ')}`;

/** The one condition that a filter may have. Throws `Refused` FilterNotServed, QueryInvalid. */
const filterOf = ({ query }: Request): { property: (typeof properties)[number]; value: string } | undefined => {
  if (query.$filter === undefined) return undefined;
  const comparison = comparisonIn(parseFilter(query.$filter));
  const property = comparison && pathAmong(comparison, properties);
  const value = comparison?.value.text;
  const isServed = property && comparison?.operator === 'eq' && values[property].some((each) => each === value);
  if (!isServed || value === undefined) {
    throw new Refused({ code: 'FilterNotServed', target: '$filter', fact: served });
  }
  return { property, value };
};
