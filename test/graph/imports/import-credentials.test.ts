/** The route by which an administrator has the credentials of an import sent. */
import { importCredentialContracts } from '../../../shared/graph/imports/import-credential-contracts.ts';
import { sendCredentialsRoutes } from '../../../shared/graph/imports/import-credential-routes.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { sweepMessage } from '../../../shared/messages/queues.ts';
import { monday } from '../../fakes/clock.ts';
import { fakeImports } from '../../fakes/imports.ts';
import { newMemory } from '../../fakes/memory.ts';
import { administrator, idOf, job } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';
import { callHttp } from '../calling.ts';

const routeKey = 'POST /v1.0/imports/{id}/sendCredentials';

const setup = async (stage: 'settled' | 'provisioning' = 'settled') => {
  const [imports, queue] = [fakeImports(newMemory()), fakeQueues()];
  const over = await imports.begin({ ...job(), stage });
  const handler = onGraph(sendCredentialsRoutes({ imports, queues: queue.queues, now: () => monday }));
  const call = (id: string, more: object = {}) => callHttp(handler, { route: routeKey, path: { id }, ...more });
  return { id: over.id, call, queue };
};

test('202, and the walk begins, in the name of who asked', async () => {
  const { id, call, queue } = await setup();
  expect((await call(id)).status).toBe(202);
  expect((await call(id, { body: { resend: true } })).status).toBe(202);
  const { kind, id: actor, displayName, roles } = administrator;
  const walk = { kind: 'credentials', importId: id, requestedAt: monday };
  const requestedBy = { kind, id: actor, displayName, roles };
  expect(queue.in('sweeps')).toEqual([
    { ...walk, resend: false, requestedBy },
    { ...walk, resend: true, requestedBy },
  ]);
  for (const message of queue.in('sweeps')) expect(sweepMessage.parse(message)).toEqual(message);
});

test('an import that is not there, or not over, or a body that says something else, is refused', async () => {
  const { id, call, queue } = await setup('provisioning');
  expect((await call(id)).status).toBe(409);
  expect((await call(idOf('other'))).status).toBe(404);
  expect((await call('..')).status).toBe(404);
  expect((await call(id, { body: { resend: 'yes' } })).status).toBe(400);
  expect(queue.waiting).toEqual([]);
});

test('who may not add people may not send credentials; the contract says the same', async () => {
  const { id, call } = await setup();
  const helpdesk = { ...administrator, roles: ['Helpdesk Administrator'] };
  expect((await call(id, { principal: helpdesk })).status).toBe(403);
  expect(importCredentialContracts[routeKey]?.needs).toBe('addPeople');
});
