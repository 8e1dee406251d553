/** GET /console: the page on which administrators work in a browser, and the files that it is made of. */
import { onGraph } from '../shared/graph/on-graph.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { builtFile } from '../shared/pages/built-files.ts';
import { consoleRoute, toConsoleRoute } from '../shared/pages/console-routes.ts';

export const variables = ['IMPORT_BUCKET_HOST'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { IMPORT_BUCKET_HOST } = readEnvironment(variables);
const route = consoleRoute({ builtFile, uploadHost: IMPORT_BUCKET_HOST });

export const handler = onGraph({ 'GET /': toConsoleRoute(), 'GET /console': route, 'GET /console/{file+}': route });
