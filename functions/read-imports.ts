/** GET /v1.0/imports, /v1.0/imports/{id} and /v1.0/imports/{id}/report: how imports go and what became of their rows. */
import { documentClient } from '../shared/aws/document-client.ts';
import { imports } from '../shared/aws/imports.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { listImportsRoute, readImportRoute, reportRoute } from '../shared/lambda/import-routes.ts';
import { onHttp } from '../shared/lambda/on-http.ts';

export const variables = ['IMPORTS_TABLE'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { IMPORTS_TABLE } = readEnvironment(variables);
const ports = { imports: imports(documentClient(), { imports: IMPORTS_TABLE }) };

export const handler = onHttp({
  'GET /v1.0/imports': listImportsRoute(ports),
  'GET /v1.0/imports/{id}': readImportRoute(ports),
  'GET /v1.0/imports/{id}/report': reportRoute(ports),
});
