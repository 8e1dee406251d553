/** GET /v1.0/users, GET /v1.0/users/{id} and /v1.0/reports: people, one or a page of them, or how many. */

import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { synchronization } from '../shared/aws/imports/synchronization.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { directoryDayReads } from '../shared/aws/reports/directory-days.ts';
import { dueAhead } from '../shared/aws/reports/due-ahead.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { listUsersRoute, readUserRoute } from '../shared/graph/people/user-routes.ts';
import { directoryReportRoute, forecastRoute } from '../shared/graph/reports/report-routes.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const { DIRECTORY_TABLE: table, IMPORTS_TABLE: imports } = environment;
const client = documentClient();
const current = keptDirectory(client, environment, directory, now);
const reports = { days: directoryDayReads(client, table), due: dueAhead(client, table), now };

export const handler = onGraph(
  following((latest) => {
    const tables = { directory: table, imports };
    const ports = { ...latest, synchronization: synchronization(client, tables, latest.policy) };
    return {
      'GET /v1.0/users': listUsersRoute(ports),
      'GET /v1.0/users/{id}': readUserRoute(ports),
      'GET /v1.0/reports/directory': directoryReportRoute(reports),
      'GET /v1.0/reports/directoryForecast': forecastRoute(reports),
    };
  }, current),
);
