import { type BatchRequest, batchFaults, pathBelow, requestFault } from '../../../shared/graph/batch/batch.ts';

const get = (id: string, ...dependsOn: string[]): BatchRequest => ({ id, method: 'GET', url: '/users', dependsOn });
const faults = (...requests: BatchRequest[]) => batchFaults(requests).map(({ target, fact }) => `${target}: ${fact}`);

test('requests may wait for any others, in any order', () => {
  expect(
    faults(get('1', '2', '3'), get('2'), get('3', '2'), get('__proto__', '1', 'toString'), get('toString')),
  ).toEqual([]);
});

test('ids that occur twice, or that nobody has, are all named', () => {
  expect(faults(get('1'), get('1', 'x'), get('__proto__', 'constructor'))).toEqual([
    'requests.1.id: another request has it',
    'requests.1.dependsOn: no request has this id',
    'requests.2.dependsOn: no request has this id',
  ]);
});

test('nothing waits for itself, by no way round', () => {
  const told = (index: number) => [`requests.${index}.dependsOn: the request would wait for itself`];
  expect(faults(get('1', '1'))).toEqual(told(0));
  expect(faults(get('0'), get('1', '3'), get('2', '1'), get('3', '2'))).toEqual(told(1));
  expect(faults(get('a', 'b'), get('b', 'c'), get('c', 'b'))).toEqual(told(1));
});

test.each([
  ['/users', 'users'],
  ['users', 'users'],
  ['/V1.0/Users/', 'Users'],
  ['/users/?$filter=a/', 'users?$filter=a/'],
  ["/users?$top=5&$filter=startswith(displayName, 'a/../b')", "users?$top=5&$filter=startswith(displayName, 'a/../b')"],
  ['/users/ada%40contoso.com/assignLicense', 'users/ada%40contoso.com/assignLicense'],
  ["/users/o'neil@contoso.com", "users/o'neil@contoso.com"],
  ['/users/Zoë', 'users/Zoë'],
  ['/users/a..b', 'users/a..b'],
  ['/users?next=https://other.example/x', 'users?next=https://other.example/x'],
])('the url %s is below the version', (url, path) => {
  expect(pathBelow(url)).toBe(path);
  expect(requestFault({ id: '1', method: 'GET', url })).toBeUndefined();
});

test.each([
  ...['', '/', '//other.example/users', '///other.example', 'https://other.example/users', 'http:users', 'file:x'],
  ...['../oauth2/v2.0/token', '/../x', '/users/../../x', '/users/..', '/./users', '/users/%2e%2e/x', '/users/.%2E/x'],
  ...['\\\\other.example\\x', '/users\\..\\x', '/users/a%2fb', '/users/a%5Cb', '/users/..%2f..%2fx', '/users//x'],
  ...[
    '/users//',
    '//',
    '/users#x',
    '/us\ners',
    '/.\t./x',
    '/users/.\t.',
    '/users/%00',
    '/users/%zz',
    '?$top=1',
    '/%20',
  ],
])('the url %j is refused', (url) => {
  expect(pathBelow(url)).toBeUndefined();
  expect(requestFault({ id: '1', method: 'GET', url })).toMatchObject({ code: 'ValueInvalid', target: 'url' });
});

test.each(['/$batch', '$batch', '/%24batch', '/$BATCH', '/$batch/', '/V1.0/$Batch/?x=1', '/%24%62atch?x=1'])(
  '%s is a batch in a batch: refused',
  (url) => {
    expect(requestFault({ id: '1', method: 'POST', url, body: {} })).toMatchObject({
      target: 'url',
      fact: 'a batch cannot hold another one',
    });
  },
);

test('a GET has no body', () => {
  expect(requestFault({ id: '1', method: 'GET', url: '/users', body: null })).toMatchObject({ target: 'body' });
});

test.each([
  '/signIn',
  '/v1.0/signIn',
  '/sign%49n?x=1',
  '/SIGNIN',
  '/signIn/',
  '/V1.0/signIn/?x',
  '/me/changePassword',
  '/me/changepassword/',
])('nobody tries passwords by %s behind the address of this function (weakness 7)', (url) => {
  expect(requestFault({ id: '1', method: 'POST', url, body: {} })).toMatchObject({
    fact: 'a password is sent by itself',
  });
});
