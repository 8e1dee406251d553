/** What the log says of whoever asks: an id, and nothing that a person is called by. */
import { Refused } from '../../shared/domain/refusals.ts';
import { onHttp } from '../../shared/lambda/on-http.ts';
import type { Route } from '../../shared/lambda/route.ts';
import { administrator } from '../fakes/people.ts';
import { collectLog, contextOf } from '../graph/calling.ts';

const log = collectLog();

const route = 'POST /v1.0/things';
const ask = (answer: Route['answer'], lambda: object, needs: Route['needs'] = 'addPeople') => {
  const handler = onHttp({ [route]: { needs, answer } }, async () => ({ status: 403 })) as never as (
    event: object,
    context: object,
  ) => Promise<unknown>;
  const requestContext = { routeKey: route, requestId: 'gateway-1', authorizer: { lambda } };
  return handler({ routeKey: route, headers: { host: 'api.example' }, requestContext }, contextOf());
};
const knownAs = (roles: string[]) => ({ principal: JSON.stringify({ ...administrator, kind: 'person', roles }) });
const line = () => log.lines()[0];

test('a refused request names who asked, and the gateway’s id of it (weakness 7)', async () => {
  await ask(async () => ({ status: 200 }), knownAs([]));
  expect(line()).toMatchObject({ event: 'refused', codes: 'Forbidden', principalId: administrator.id });
  expect(line()).toMatchObject({ gatewayRequestId: 'gateway-1', requestId: 'the-request-id', route });
  expect(log.text()).not.toContain(administrator.displayName);
});

test.each([
  ['a refusal of its own', async () => Promise.reject(new Refused({ code: 'RoleNotYours' })), 'RoleNotYours'],
  ['an answer that refuses', async () => ({ status: 401, refused: { codes: 'invalid_client' } }), 'invalid_client'],
] as const)('%s too (weakness 7)', async (_, answer, codes) => {
  await ask(answer, knownAs(['Global Administrator']));
  expect(line()).toMatchObject({ event: 'refused', codes, principalId: administrator.id });
});

test('whose token is not good any more is named where nobody is let in (weakness 7)', async () => {
  await ask(async () => ({ status: 200 }), { holderId: 'ada' });
  expect(line()).toMatchObject({ event: 'refused', codes: 'Unauthenticated', principalId: 'ada' });
});

test('a stranger has no id, and an answer has that of whoever got it', async () => {
  await ask(async () => ({ status: 200 }), {});
  expect(line()).not.toHaveProperty('principalId');
  await ask(async () => ({ status: 200 }), knownAs(['Global Administrator']));
  expect(log.lines()[1]).toMatchObject({ event: 'answered', status: 200, principalId: administrator.id });
});
