/** The description of the API is an OpenAPI document, and says of every route what the code and the template do. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import { openApi } from '../../../shared/graph/reference/openapi.ts';
import { gatewayRoute } from '../../../shared/lambda/gateway-request.ts';
import { synthesized } from '../../infra/synthesized.ts';

const document = openApi('https://api.example');
const sorted = (names: Iterable<string>) => [...names].toSorted();

test('it is a valid OpenAPI 3.1 document', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect([valid, errors]).toEqual([true, undefined]);
});

test('its routes are those of the template, and nobody has two descriptions', () => {
  const routes = synthesized()
    .of('AWS::ApiGatewayV2::Route')
    .map(({ Properties }) => Properties.RouteKey as string)
    .filter((route) => route !== '$default');
  expect(sorted(Object.keys(contracts).map(gatewayRoute))).toEqual(sorted(routes));
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => (operation as { operationId: string }).operationId),
  );
  expect(new Set(ids).size).toBe(routes.length);
});

test('strangers reach what is open to them, and nothing else', () => {
  const open = synthesized()
    .of('AWS::ApiGatewayV2::Route')
    .filter(({ Properties }) => Properties.AuthorizationType !== 'CUSTOM')
    .map(({ Properties }) => Properties.RouteKey as string)
    .filter((route) => route !== '$default');
  const promisedOpen = Object.keys(contracts).filter((route) => contracts[route]?.needs === 'nothing');
  expect(sorted(promisedOpen)).toEqual(sorted(open));
});

test('every schema that it refers to is there', () => {
  const references = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([\w-]*)/g)].map(
    ([, name = '']) => name,
  );
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
});

/** The description of a route. */
const operation = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  return document.paths[path.replace('+}', '}')]?.[method.toLowerCase()] as {
    security: object[];
    parameters: { name: string; schema: object }[];
    responses: Record<string, { description: string; content?: object }>;
  };
};

test('what takes JSON says that it may be too large, of another type, or no JSON', () => {
  for (const [route, { body }] of Object.entries(contracts)) {
    const { responses } = operation(route);
    const told = [responses[413]?.description.includes('BodyTooLarge'), 415 in responses];
    expect([route, ...told]).toEqual([route, body !== undefined, body !== undefined]);
  }
});

test('what is a person’s own needs the token of a person', () => {
  expect(operation('GET /v1.0/me').security).toEqual([{ session: [] }]);
  expect(operation('POST /v1.0/signIn').security).toEqual([]);
  expect(operation('GET /v1.0/users').security).toContainEqual({ token: [] });
});

test('the number of people is text', () => {
  expect(operation('GET /v1.0/users/{id}').responses[200]?.content).toHaveProperty('text/plain');
});

test('what OAuth’s routes refuse with has OAuth’s shape', () => {
  expect(JSON.stringify(operation('POST /oauth2/v2.0/token').responses[400]?.content)).toContain('OAuthError');
});

test('patterns are such that every language reads them', () => {
  const patterns = [...JSON.stringify(document.components.schemas).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)];
  const texts = patterns.map(([, text = '""']) => JSON.parse(text) as string);
  expect(texts.filter((text) => text.includes('\\p{'))).toEqual([]);
  expect(texts).toContain(
    String.raw`^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]{1,256}$`,
  );
});

test('null may stand for what is not there where something is added, and only where the code takes it', () => {
  const { NewUser, UserUpdate } = document.components.schemas as Record<
    string,
    { properties: Record<string, unknown> }
  >;
  expect(NewUser?.properties.accountEnabled).toEqual({ anyOf: [{ type: 'boolean' }, { type: 'null' }] });
  expect(UserUpdate?.properties.accountEnabled).toEqual({ type: 'boolean' });
});
