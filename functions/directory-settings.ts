/** GET and PATCH of /v1.0/domains and /v1.0/organization: settings that administrators change while the system runs. */
import { queueClient } from '../shared/aws/clients.ts';
import { directorySettings } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { queues } from '../shared/aws/queues.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { listDomainsRoute, patchDomainRoute, readDomainRoute } from '../shared/graph/settings/domain-routes.ts';
import {
  listOrganizationsRoute,
  patchOrganizationRoute,
  readOrganizationRoute,
} from '../shared/graph/settings/organization-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { region } from '../shared/lambda/region.ts';

export const variables = ['DIRECTORY_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const { DIRECTORY_TABLE, SETTINGS } = environment;
const ports = {
  settings: directorySettings(documentClient(), DIRECTORY_TABLE, SETTINGS.policy),
  ...{ file: SETTINGS, region },
  queues: queues(queueClient(), environment),
  now,
};

export const handler = onGraph({
  'GET /v1.0/domains': listDomainsRoute(ports),
  'GET /v1.0/domains/{id}': readDomainRoute(ports),
  'PATCH /v1.0/domains/{id}': patchDomainRoute(ports),
  'GET /v1.0/organization': listOrganizationsRoute(ports),
  'GET /v1.0/organization/{id}': readOrganizationRoute(ports),
  'PATCH /v1.0/organization/{id}': patchOrganizationRoute(ports),
});
