/** POST /v1.0/imports and what follows: imports are asked for, cancelled, resumed, undone and applied. */
import { queueClient, signingClient } from '../shared/aws/clients.ts';
import { readOrganisation } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { uploads } from '../shared/aws/imports/parted-uploads.ts';
import { queues } from '../shared/aws/queues.ts';
import { importStores } from '../shared/aws/wiring/import-stores.ts';
import { keptSettings } from '../shared/aws/wiring/kept-settings.ts';
import { batchRoutes } from '../shared/graph/imports/batch-routes.ts';
import { sendCredentialsRoutes } from '../shared/graph/imports/import-credential-routes.ts';
import { manageImportRoutes } from '../shared/graph/imports/manage-import-routes.ts';
import { runRoutes } from '../shared/graph/imports/run-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';
import { optionsFrom } from '../shared/messages/import-options.ts';

const stores = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'IMPORT_BUCKET'] as const;
export const variables = [...stores, 'FILE_QUEUE_URL', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const client = documentClient();
const ports = {
  ...{ queues: queues(queueClient(), environment), ...uploads(signingClient()) },
  ...{ importBucket: environment.IMPORT_BUCKET, defaults: optionsFrom(environment.SETTINGS.imports), now },
  readOrganisation: () => readOrganisation(client, environment),
};

export const handler = onGraph(
  following(
    ({ policy, organisation }) => {
      const all = { ...ports, ...importStores(client, environment, policy), organisation };
      return { ...manageImportRoutes(all), ...sendCredentialsRoutes(all), ...batchRoutes(all), ...runRoutes(all) };
    },
    keptSettings(client, environment, now),
  ),
);
