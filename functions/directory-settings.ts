/** /v1.0/domains, /v1.0/organization and /v1.0/directory/onPremisesSynchronization: settings that administrators change while the system runs. */
import { queueClient } from '../shared/aws/clients.ts';
import { directorySettings } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { queues } from '../shared/aws/queues.ts';
import { importStores } from '../shared/aws/wiring/import-stores.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { listDomainsRoute, patchDomainRoute, readDomainRoute } from '../shared/graph/settings/domain-routes.ts';
import {
  listOrganizationsRoute,
  patchOrganizationRoute,
  readOrganizationRoute,
} from '../shared/graph/settings/organization-routes.ts';
import { synchronizationRoutes } from '../shared/graph/synchronization/synchronization-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const { DIRECTORY_TABLE, SETTINGS } = environment;
const client = documentClient();
const ports = {
  settings: directorySettings(client, DIRECTORY_TABLE, SETTINGS.policy),
  ...importStores(client, environment, SETTINGS.policy),
  ...{ file: SETTINGS, queues: queues(queueClient(), environment), now },
};

export const handler = onGraph({
  'GET /v1.0/domains': listDomainsRoute(ports),
  'GET /v1.0/domains/{id}': readDomainRoute(ports),
  'PATCH /v1.0/domains/{id}': patchDomainRoute(ports),
  'GET /v1.0/organization': listOrganizationsRoute(ports),
  'GET /v1.0/organization/{id}': readOrganizationRoute(ports),
  'PATCH /v1.0/organization/{id}': patchOrganizationRoute(ports),
  ...synchronizationRoutes(ports),
});
