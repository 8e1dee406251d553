/** POST /v1.0/$batch: many requests to this API in one; and every request that no route is known for, with a page where people come to. */
import { callOn } from '../shared/graph/addresses/call-on.ts';
import { unmatchedRoute } from '../shared/graph/addresses/unmatched-route.ts';
import { askApi } from '../shared/graph/batch/ask-api.ts';
import { batchRoute } from '../shared/graph/batch/batch-route.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { forBrowsers } from '../shared/pages/for-browsers.ts';

export const variables = ['API_URL'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { API_URL } = readEnvironment(variables);

/** Made when it is asked for first: a batch needs none of it, and it takes some 40 ms of a cold start. */
const needs = () => import('../shared/graph/reference/contracts.ts').then(({ contracts }) => contracts);

export const handler = onGraph({
  'POST /v1.0/$batch': batchRoute({ askAs: askApi(API_URL) }),
  $default: forBrowsers(unmatchedRoute({ needs, callOn: callOn(API_URL) })),
});
