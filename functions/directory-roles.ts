/** /v1.0/directoryRoles with their members, memberOf and roleDefinitions: who holds which administrator role. */

import { queueClient } from '../shared/aws/clients.ts';
import { documentClient } from '../shared/aws/dynamodb/document-client.ts';
import { directory } from '../shared/aws/people/directory.ts';
import { queues } from '../shared/aws/queues.ts';
import { keptDirectory } from '../shared/aws/wiring/kept-directory.ts';
import * as roles from '../shared/graph/access/directory-role-routes.ts';
import { addMemberRoute, removeMemberRoute } from '../shared/graph/access/role-member-routes.ts';
import { onGraph } from '../shared/graph/on-graph.ts';
import { now } from '../shared/lambda/clock.ts';
import { readEnvironment } from '../shared/lambda/environment.ts';
import { following } from '../shared/lambda/on-http.ts';

export const variables = ['DIRECTORY_TABLE', 'NOTICE_QUEUE_URL', 'SETTINGS'] as const;
export type Variables = (typeof variables)[number];

// Runs on cold start only.
const environment = readEnvironment(variables);
const current = keptDirectory(documentClient(), environment, directory, now);
const toQueues = { queues: queues(queueClient(), environment) };

export const handler = onGraph(
  following((latest) => {
    const ports = { ...toQueues, ...latest, now };
    return {
      'GET /v1.0/directoryRoles': roles.listRolesRoute(),
      'GET /v1.0/directoryRoles/{id}': roles.readRoleRoute(),
      'GET /v1.0/directoryRoles/{id}/members': roles.listMembersRoute(ports),
      'POST /v1.0/directoryRoles/{id}/members/$ref': addMemberRoute(ports),
      'DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref': removeMemberRoute(ports),
      'GET /v1.0/users/{id}/memberOf': roles.memberOfRoute(ports),
      'GET /v1.0/roleManagement/directory/roleDefinitions': roles.listRoleDefinitionsRoute(),
    };
  }, current),
);
