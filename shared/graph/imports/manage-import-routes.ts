/** The routes that begin imports, and those that cancel, resume, undo and apply them. */
import type { ImportJob } from '../../domain/imports/import-job.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route, Routes } from '../../lambda/route.ts';
import { optionsFrom } from '../../messages/import-options.ts';
import type { ImportAsked, ManageImportPorts } from '../../work/imports/run/manage-imports.ts';
import { applyImport, cancelImport, resumeImport, undoImport } from '../../work/imports/run/manage-imports.ts';
import { type RequestImportPorts, requestImport } from '../../work/imports/run/request-import.ts';
import type { UploadPartsPorts } from '../../work/imports/run/upload-parts.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { importAnswer } from './import-routes.ts';
import { newImportBody } from './new-import-body.ts';
import { uploadRoutes } from './upload-routes.ts';

export type ManageImportRoutePorts = RequestImportPorts & UploadPartsPorts;

/** Every route that changes imports, by its key. */
export const manageImportRoutes = (ports: ManageImportRoutePorts): Routes => ({
  'POST /v1.0/imports': requestImportRoute(ports),
  'POST /v1.0/imports/{id}/cancel': actionRoute(cancelImport, ports),
  'POST /v1.0/imports/{id}/resume': actionRoute(resumeImport, ports),
  'POST /v1.0/imports/{id}/undo': actionRoute(undoImport, ports),
  'POST /v1.0/imports/{id}/apply': actionRoute(applyImport, ports),
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

/** Asks something of an import that is there; the answer is the import that goes on by it. */
const actionRoute = (
  act: (asked: ImportAsked, ports: ManageImportPorts) => Promise<ImportJob>,
  ports: ManageImportRoutePorts,
): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { path, principal, origin } = request;
    const job = await act({ id: path.id ?? '', principal }, ports);
    const { headers, body } = await importAnswer(request, job, ports);
    return { status: 202, headers: { ...headers, location: `${origin}/imports/${job.id}` }, body };
  },
});
