/** The routes of the stack, and what each needs of whoever asks. */
import { type Permission, permissions } from '../../shared/domain/access/roles.ts';
import { gatewayRoute } from '../../shared/lambda/gateway-request.ts';
import { isPermission, routeNeeds } from '../route-needs.ts';
import { synthesized } from './synthesized.ts';

// What the gateway knows no route for has no contract: http-api.test.ts holds who answers it.
const routes = synthesized()
  .of('AWS::ApiGatewayV2::Route')
  .filter(({ Properties }) => Properties.RouteKey !== '$default');
const keyOf = ({ Properties }: (typeof routes)[number]) => Properties.RouteKey as string;

test('each route of the stack has its contract, and the other way round', () => {
  expect([...routeNeeds().keys()].map(gatewayRoute).toSorted()).toEqual(routes.map(keyOf).toSorted());
});

test('only what is open to strangers goes past the authorizer', () => {
  const open = routes.filter(({ Properties }) => Properties.AuthorizationType !== 'CUSTOM').map(keyOf);
  expect(open.filter((route) => routeNeeds().get(route) !== 'nothing')).toEqual([]);
});

test('every need is one that there is', () => {
  const others = [
    'nothing',
    'token',
    'session',
    'passwordChange',
    'ownSessions',
    'anyToken',
    'ownImports',
    'ownUploads',
  ];
  const strange = [...routeNeeds()].filter(([, need]) => !isPermission(need) && !others.includes(need));
  expect(strange).toEqual([]);
});

test('every permission of the table opens a route', () => {
  const asked = new Set<string>(routeNeeds().values());
  const unasked = (Object.keys(permissions) as Permission[]).filter((name) => !asked.has(name));
  expect(unasked).toEqual([]);
});
