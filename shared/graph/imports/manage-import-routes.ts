/** The routes that begin imports, and those that cancel, resume, undo and apply them. */

import type * as z from 'zod';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../domain/imports/import-options.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route, Routes } from '../../lambda/route.ts';
import { optionsFrom, type Written } from '../../messages/import-options.ts';
import { dryRunAgain } from '../../work/imports/run/dry-run-again.ts';
import type { ImportAsked } from '../../work/imports/run/manage-imports.ts';
import { applyImport, cancelImport, resumeImport, undoImport } from '../../work/imports/run/manage-imports.ts';
import { type RequestImportPorts, requestImport } from '../../work/imports/run/request-import.ts';
import type { UploadPartsPorts } from '../../work/imports/run/upload-parts.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { importAnswer } from './import-routes.ts';
import { appliedBody, newDryRunBody, newImportBody } from './new-import-body.ts';
import { uploadRoutes } from './upload-routes.ts';

export type ManageImportRoutePorts = RequestImportPorts & UploadPartsPorts;

/** Every route that changes imports, by its key. */
export const manageImportRoutes = (ports: ManageImportRoutePorts): Routes => ({
  'POST /v1.0/imports': requestImportRoute(ports),
  'POST /v1.0/imports/{id}/cancel': actionRoute(cancelImport, ports),
  'POST /v1.0/imports/{id}/resume': actionRoute(resumeImport, ports),
  'POST /v1.0/imports/{id}/undo': actionRoute(undoImport, ports),
  'POST /v1.0/imports/{id}/apply': actionRoute(applyImport, ports, appliedBody),
  'POST /v1.0/imports/{id}/dryRun': actionRoute(dryRunAgain, ports, newDryRunBody),
  ...uploadRoutes(ports),
});

/** Whoever may add and change people one by one may do so by files, and take back what others did. */
const needs = 'manageImports';

/** The answer says where the file is to be put, and until when. */
const requestImportRoute = (ports: ManageImportRoutePorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { fileName, fileSize, ...written } = parseStrictly(newImportBody, request.json());
    const size = fileSize !== undefined && { fileSize };
    const asked = { fileName, ...size, options: optionsFrom(written), principal: request.principal };
    const { job, upload } = await requestImport(asked, ports);
    const { headers, body } = await importAnswer(request, job, ports);
    const location = `${request.origin}/imports/${job.id}`;
    return { status: 201, headers: { ...headers, location }, body: { ...body, upload } };
  },
});

/** Which import, who asks, and the options that the body has; none where the action takes none. */
type Asked = ImportAsked & { options: Partial<ImportOptions> };

/** Asks something of an import that is there; the answer is the import that goes on by it. A body may be left out. */
const actionRoute = (
  act: (asked: Asked, ports: ManageImportRoutePorts) => Promise<ImportJob>,
  ports: ManageImportRoutePorts,
  body?: z.ZodType<Written>,
): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { path, principal, origin } = request;
    const options = body && request.hasBody ? optionsFrom(parseStrictly(body, request.json())) : {};
    const job = await act({ id: path.id ?? '', principal, options }, ports);
    const { headers, body: shown } = await importAnswer(request, job, ports);
    return { status: 202, headers: { ...headers, location: `${origin}/imports/${job.id}` }, body: shown };
  },
});
