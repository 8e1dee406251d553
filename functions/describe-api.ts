/** GET /openapi.json and GET /reference: what the API can be asked, for programs and for people. */

import { onGraph } from '../shared/graph/on-graph.ts';
import { openApiRoute, referenceRoute } from '../shared/graph/reference/describe-api-routes.ts';
import { forBrowsers } from '../shared/pages/for-browsers.ts';

export type Variables = never;

const reference = referenceRoute();

export const handler = onGraph({
  'GET /openapi.json': openApiRoute(),
  'GET /reference': reference,
  'GET /reference/{page}': forBrowsers(reference),
});
