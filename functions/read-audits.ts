/** GET /v1.0/auditLogs/directoryAudits and /v1.0/auditLogs/directoryAudits/{id}: who changed what. */
import { audits } from '../shared/aws/audits.ts';
import { settingsReader } from '../shared/aws/directory-settings.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { readPeople } from '../shared/aws/people/read-people.ts';
import { listAuditsRoute, readAuditRoute } from '../shared/graph/audit/audit-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const { DIRECTORY_TABLE, SETTINGS } = readEnvironment(variables);
const client = documentClient();
const settings = settingsReader(client, DIRECTORY_TABLE, SETTINGS);
const ports = {
  audits: audits(client, DIRECTORY_TABLE),
  directory: { readPeople: readPeople(client, DIRECTORY_TABLE) },
  now,
};

export const handler = onGraph(
  following(({ policy }) => {
    return {
      'GET /v1.0/auditLogs/directoryAudits': listAuditsRoute({ ...ports, policy }),
      'GET /v1.0/auditLogs/directoryAudits/{id}': readAuditRoute({ ...ports, policy }),
    };
  }, settings),
);
