/** PUT /v1.0/subscribedSkus/{skuId}: sets a licence of the organisation, its seats and service plans. */
import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { skuSettings } from '../shared/aws/licences/sku-settings.ts';
import { queues } from '../shared/aws/queues.ts';
import { putSkuRoute } from '../shared/graph/licences/sku-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE', 'SWEEP_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const ports = {
  directory: skuSettings(documentClient(), environment.DIRECTORY_TABLE, environment.SETTINGS.policy),
  queues: queues(queueClient(), environment),
  now,
};

export const handler = onGraph({ 'PUT /v1.0/subscribedSkus/{skuId}': putSkuRoute(ports) });
