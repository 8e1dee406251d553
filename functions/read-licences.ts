/** The licences of the organisation and of a person, and who waits for one: reads alone. */
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { skus } from '../shared/aws/licences/skus.ts';
import { waitlists } from '../shared/aws/licences/waitlists.ts';
import { findByUserName, readPeople } from '../shared/aws/people/read-people.ts';
import { licenseDetailsRoute } from '../shared/graph/licences/license-details-route.ts';
import { listSkusRoute, readSkuRoute } from '../shared/graph/licences/sku-routes.ts';
import { waitingRoute } from '../shared/graph/licences/waitlist-route.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';

export const variables = ['DIRECTORY_TABLE'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE } = readEnvironment(variables);
const client = documentClient();
const directory = {
  ...skus(client, DIRECTORY_TABLE),
  ...waitlists(client, DIRECTORY_TABLE),
  readPeople: readPeople(client, DIRECTORY_TABLE),
  findByUserName: findByUserName(client, DIRECTORY_TABLE),
};

export const handler = onGraph({
  'GET /v1.0/subscribedSkus': listSkusRoute({ directory }),
  'GET /v1.0/subscribedSkus/{skuId}': readSkuRoute({ directory }),
  'GET /v1.0/subscribedSkus/{skuId}/waiting': waitingRoute({ directory }),
  'GET /v1.0/users/{id}/licenseDetails': licenseDetailsRoute({ directory }),
});
