/** GET /v1.0/auditLogs/directoryAudits, one of them by its id, and /v1.0/auditLogs/signIns: who changed what, and who signed in. */
import { applicationReads } from '../shared/aws/access/applications.ts';
import { signInReads } from '../shared/aws/access/sign-in-log.ts';
import { audits } from '../shared/aws/audits.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { imports } from '../shared/aws/imports/imports.ts';
import { peopleByName } from '../shared/aws/people/read-people.ts';
import { keptSettings } from '../shared/aws/wiring/kept-settings.ts';
import { listAuditsRoute, readAuditRoute } from '../shared/graph/audit/audit-routes.ts';
import { listSignInsRoute } from '../shared/graph/audit/sign-in-log-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'IMPORTS_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, IMPORTS_TABLE, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = keptSettings(client, { DIRECTORY_TABLE, SETTINGS }, now);
const ports = {
  audits: audits(client, DIRECTORY_TABLE),
  signIns: signInReads(client, DIRECTORY_TABLE),
  directory: peopleByName(client, DIRECTORY_TABLE),
  applications: applicationReads(client, DIRECTORY_TABLE),
  ...{ imports: imports(client, { imports: IMPORTS_TABLE }), now },
};

export const handler = onGraph(
  following(
    ({ policy }) => ({
      'GET /v1.0/auditLogs/directoryAudits': listAuditsRoute({ ...ports, policy }),
      'GET /v1.0/auditLogs/directoryAudits/{id}': readAuditRoute({ ...ports, policy }),
      'GET /v1.0/auditLogs/signIns': listSignInsRoute({ ...ports, policy }),
    }),
    settings,
  ),
);
