/** What administrators set while the system runs: domains, the organisation, its synchronisation, templates of new people. */
import { queueClient } from '../shared/aws/clients.ts';
import { directorySettings } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { queues } from '../shared/aws/queues.ts';
import { userTemplates } from '../shared/aws/user-templates.ts';
import { importStores } from '../shared/aws/wiring/import-stores.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { listDomainsRoute, patchDomainRoute, readDomainRoute } from '../shared/graph/settings/domain-routes.ts';
import * as organization from '../shared/graph/settings/organization-routes.ts';
import { templateRoutes } from '../shared/graph/settings/template-routes.ts';
import { synchronizationRoutes } from '../shared/graph/synchronization/synchronization-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment, region } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const { DIRECTORY_TABLE, SETTINGS } = environment;
const client = documentClient();
const ports = {
  settings: directorySettings(client, DIRECTORY_TABLE, SETTINGS.policy),
  templates: userTemplates(client, DIRECTORY_TABLE, SETTINGS.policy),
  ...importStores(client, environment, SETTINGS.policy),
  ...{ file: SETTINGS, region, now },
  queues: queues(queueClient(), environment),
};

export const handler = onGraph({
  'GET /v1.0/domains': listDomainsRoute(ports),
  'GET /v1.0/domains/{id}': readDomainRoute(ports),
  'PATCH /v1.0/domains/{id}': patchDomainRoute(ports),
  'GET /v1.0/organization': organization.listOrganizationsRoute(ports),
  'GET /v1.0/organization/{id}': organization.readOrganizationRoute(ports),
  'PATCH /v1.0/organization/{id}': organization.patchOrganizationRoute(ports),
  ...synchronizationRoutes(ports),
  ...templateRoutes(ports),
});
