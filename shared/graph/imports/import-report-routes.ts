/** The routes of reports: what became of each row of an import. */

import type { ImportJob } from '../../domain/imports/import-job.ts';
import { type RowOutcome, rowOutcomes } from '../../domain/imports/import-progress.ts';
import { Refused } from '../../domain/refusals.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import type { Answer, Request, Route } from '../../lambda/route.ts';
import { toldIn } from '../../refusals/sentences-in.ts';
import type { Directory } from '../../work/directory.ts';
import type { SignDownload } from '../../work/imports/files.ts';
import type { Imports } from '../../work/imports/imports.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { reportLine } from './import-resource.ts';
import { expandsDelivery, namedImport } from './import-routes.ts';
import { type ReportFormat, reportFormats, reportText } from './report-text.ts';
import { deliveriesOf, personIdOfRow } from './row-people.ts';

/** Ports of the report as a file. */
export type ReportFilePorts = {
  imports: Pick<Imports, 'read'>;
  signDownload: SignDownload;
  now: () => Instant;
};

export type ReportPorts = {
  imports: Pick<Imports, 'read' | 'resultPage'>;
  directory: Pick<Directory, 'readPeople'>;
};

/**
 * GET /v1.0/imports/{id}/report: what became of each row, a page at a time; `outcome` picks rows of one kind,
 * `$expand=delivery` tells how far the credentials of people who were created are, `$format` asks for text.
 */
export const reportRoute = (ports: ReportPorts): Route => ({
  needs: 'ownImports',
  answer: async (request) => {
    const format = formatOf(request);
    const ofPages = ['$top', '$expand'];
    refuseOtherOptions(request, ['$format', '$skiptoken', 'outcome', ...(format ? [] : ofPages)]);
    const question = { after: Number(skipTokenOf(request, /^\d{1,9}$/) ?? 0), ...outcomeOf(request) };
    const job = await namedImport(request, ports.imports);
    return format
      ? textAnswer(request, job, { ...question, format }, ports)
      : pageAnswer(request, job, question, ports);
  },
});

type Question = { after: number; outcome?: RowOutcome };

/**
 * Rows that one answer looks at, which is a second's work at most: those of one outcome may be few and far between, and
 * then a page is short, or empty, and has a link to the next one.
 */
const rowsLookedAt = 5_000;

const pageAnswer = async (
  request: Request,
  job: ImportJob,
  question: Question,
  ports: ReportPorts,
): Promise<Answer> => {
  const isExpanded = expandsDelivery(request);
  const { sentence, headers } = await toldIn(request.headers);
  const top = topOf(request, { default: 100, max: 1000 });
  const { rows, next } = await ports.imports.resultPage(job.id, { top, ...question, look: rowsLookedAt });
  const deliveries = isExpanded ? await deliveriesOf(rows, job, ports.directory) : undefined;
  const value = rows.map((row) => ({
    ...reportLine(row, personIdOfRow(row, job), sentence),
    ...(deliveries && { delivery: deliveries.get(row.rowNumber) ?? null }),
  }));
  const link = next !== undefined && { '@odata.nextLink': nextReport(request, job, next) };
  const text = { encoding: job.text?.encoding ?? null, encodedCells: job.text?.cells ?? [] };
  return { status: 200, headers, body: { ...link, ...text, value } };
};

const types: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
};

const textAnswer = async (
  request: Request,
  job: ImportJob,
  question: Question & { format: ReportFormat },
  { imports }: ReportPorts,
): Promise<Answer> => {
  const { sentence, headers } = await toldIn(request.headers);
  const { text, next } = await reportText(job, { ...question, sentence }, imports);
  const link = next !== undefined && { link: `<${nextReport(request, job, next)}>; rel="next"` };
  return { status: 200, text, headers: { ...headers, 'content-type': types[question.format], ...link } };
};

/** Seconds for which the address of a report is good: long enough to follow it. */
const downloadSeconds = 300;

/**
 * GET /v1.0/imports/{id}/reportFile: leads to the whole report with the file's own columns, once there is one. Whoever
 * asks for JSON gets the address itself: a page that shows who it is by a header cannot follow a redirect with it.
 */
export const reportFileRoute = ({ imports, signDownload, now }: ReportFilePorts): Route => ({
  needs: 'readImports',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { report } = await namedImport(request, imports);
    if (!report) throw new Refused({ code: 'NotFound' });
    const fileName = report.key.split('/').at(-1) ?? 'report.csv';
    const url = await signDownload(report, fileName, downloadSeconds);
    if (!asksForJson(request)) return { status: 302, headers: { location: url, vary: 'Accept' } };
    const expiresDateTime = addSeconds(now(), downloadSeconds);
    return { status: 200, headers: { vary: 'Accept' }, body: { fileName, url, expiresDateTime } };
  },
});

/** Clients of the API take anything, and are led on as they always were. */
const asksForJson = ({ headers }: Request): boolean => /\bapplication\/json\b/i.test(headers.accept ?? '');

const nextReport = (request: Request, { id }: ImportJob, next: number): string =>
  nextLink(request, `imports/${id}/report`, String(next));

const formatOf = ({ query }: Request): ReportFormat | undefined => {
  const text = query.$format ?? 'json';
  const format = reportFormats.find((name) => name === text);
  if (format || text === 'json') return format;
  throw new Refused({ code: 'QueryInvalid', target: '$format', fact: `json or one of ${reportFormats.join(', ')}` });
};

const outcomeOf = ({ query }: Request): { outcome?: RowOutcome } => {
  if (query.outcome === undefined) return {};
  const outcome = rowOutcomes.find((name) => name === query.outcome);
  if (outcome) return { outcome };
  throw new Refused({ code: 'QueryInvalid', target: 'outcome', fact: `one of ${rowOutcomes.join(', ')}` });
};
