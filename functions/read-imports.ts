/** GET /v1.0/imports, /v1.0/imports/{id} and its reports: how imports go and what became of their rows. */
import { signingClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { imports } from '../shared/aws/imports/imports.ts';
import { migrationBatches } from '../shared/aws/imports/migration-batches.ts';
import { signDownload } from '../shared/aws/imports/signed-addresses.ts';
import { skus } from '../shared/aws/licences/skus.ts';
import { readPeople } from '../shared/aws/people/read-people.ts';
import { reportFileRoute, reportRoute } from '../shared/graph/imports/import-report-routes.ts';
import { listImportsRoute, readImportRoute } from '../shared/graph/imports/import-routes.ts';
import { readBatchRoutes } from '../shared/graph/imports/read-batch-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'REPORT_BUCKET', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, IMPORTS_TABLE, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const ports = {
  imports: imports(client, { imports: IMPORTS_TABLE }),
  batches: migrationBatches(client, { imports: IMPORTS_TABLE }),
  directory: { ...skus(client, DIRECTORY_TABLE), readPeople: readPeople(client, DIRECTORY_TABLE) },
  signDownload: signDownload(signingClient()),
  policy: SETTINGS.policy,
  now,
};

export const handler = onGraph({
  'GET /v1.0/imports': listImportsRoute(ports),
  'GET /v1.0/imports/{id}': readImportRoute(ports),
  'GET /v1.0/imports/{id}/report': reportRoute(ports),
  'GET /v1.0/imports/{id}/reportFile': reportFileRoute(ports),
  ...readBatchRoutes(ports),
});
