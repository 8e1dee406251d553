/** Routes and events of the HTTP API. */
import type { IncomingMessage } from 'node:http';
import { answerOf, requestEvent } from '../../infra/local/loops/http-event.ts';
import { createRouter } from '../../infra/local/loops/http-routes.ts';

describe('routes', () => {
  const keys = ['GET /users/{id}', 'ANY /users/{id}', 'GET /users/delta', 'POST /users', 'GET /users/{id}/{rest+}'];
  const find = createRouter(keys.map((key) => ({ key, functionArn: '', authorizer: undefined })));
  test.each([
    ['GET', '/users/7', 'GET /users/{id}', { id: '7' }],
    ['GET', '/users/delta', 'GET /users/delta', {}],
    ['PUT', '/users/delta', 'ANY /users/{id}', { id: 'delta' }],
    ['GET', '/users/a%40b%2Fc', 'GET /users/{id}', { id: 'a@b/c' }],
    ['GET', '/users/%zz', 'GET /users/{id}', { id: '%zz' }],
    ['GET', '/users/7/a/b', 'GET /users/{id}/{rest+}', { id: '7', rest: 'a/b' }],
    ['POST', '/users', 'POST /users', {}],
  ])('%s %s', (method, path, key, parameters) => {
    const match = find(method, path);
    expect(match?.route.key).toBe(key);
    expect(match?.pathParameters).toEqual(parameters);
  });
  test.each([
    ['GET', '/users'],
    ['GET', '/users/'],
    ['POST', '/Users'],
    ['GET', '/'],
  ])('%s %s is nowhere', (method, path) => {
    expect(find(method, path)).toBeUndefined();
  });
});

test('what no route fits goes to $default, with whatever method', () => {
  const keys = ['$default', 'GET /users/{id}'];
  const find = createRouter(keys.map((key) => ({ key, functionArn: '', authorizer: undefined })));
  expect(find('GET', '/users/7')?.route.key).toBe('GET /users/{id}');
  for (const [method, path] of [
    ['HEAD', '/users/7'],
    ['GET', '/Users/7'],
    ['GET', '/users/'],
    ['PROPFIND', '/'],
  ] as const) {
    expect(find(method, path)).toMatchObject({ route: { key: '$default' }, pathParameters: {} });
  }
});

describe('answers', () => {
  test('a result without a status is a body', () => {
    expect(answerOf({ a: 1 })).toMatchObject({ status: 200, body: Buffer.from('{"a":1}') });
  });
  test('a result with an impossible status is none', () => {
    expect(answerOf({ statusCode: 'none' })).toBeUndefined();
  });
});

test('options of a query arrive under their names, whatever those are; several of one name joined', () => {
  const request = { headers: {}, socket: {} } as IncomingMessage;
  const url = new URL('http://local/users?__proto__=x&constructor=y&a=1&b=2&a=3');
  const route = { key: 'GET /users', functionArn: '', authorizer: undefined };
  const { queryStringParameters } = requestEvent(request, url, { route, pathParameters: {} }, new Date());
  expect(Object.entries(queryStringParameters ?? {})).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
    ['a', '1,3'],
    ['b', '2'],
  ]);
});
