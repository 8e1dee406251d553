/** GET /openapi.json and GET /reference: what the API can be asked, for programs and for people. */
import { openApiRoute, referenceRoute } from '../shared/graph/reference/describe-api-routes.ts';
import { onHttp } from '../shared/lambda/on-http.ts';

export type Variables = never;

export const handler = onHttp({ 'GET /openapi.json': openApiRoute(), 'GET /reference': referenceRoute() });
