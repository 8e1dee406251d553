import {
  type Application,
  type ClientSecret,
  isGood,
  rolesAskedFor,
  scopeOf,
  scopes,
  secretEnd,
  withSecret,
} from '../../../shared/domain/access/application.ts';
import { roleNames } from '../../../shared/domain/access/roles.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';

const secret = (keyId: string, days = 180): ClientSecret => {
  return { keyId, hint: 'abc', hash: keyId, startDateTime: monday, endDateTime: addDays(monday, days) };
};
const application = (...secrets: ClientSecret[]): Application => ({
  id: 'app',
  displayName: 'App',
  roles: ['User Administrator', 'Reports Reader'],
  createdDateTime: monday,
  secrets,
  version: 1,
});

test('a secret is good until its last moment', () => {
  const one = secret('one', 1);
  const end = addDays(monday, 1);
  const moments = [addSeconds(monday, -1), monday, addSeconds(end, -1), end];
  expect(moments.map((now) => isGood(one, now))).toEqual([true, true, true, false]);
});

test('a secret lives for 180 days, or as long as is asked, up to 730', () => {
  expect(secretEnd(undefined, monday)).toBe(addDays(monday, 180));
  const asked = [0, 1, 730].map((days) => secretEnd(addDays(monday, days), monday));
  expect(asked).toEqual([undefined, addDays(monday, 1), addDays(monday, 730)]);
  expect(secretEnd(addSeconds(addDays(monday, 730), 1), monday)).toBeUndefined();
  expect(secretEnd(addSeconds(monday, -1), monday)).toBeUndefined();
});

test('two secrets and no third; one that has expired makes room', () => {
  const two = withSecret(application(secret('one', 10)), secret('two'), monday) as Application;
  expect(two.secrets.map(({ keyId }) => keyId)).toEqual(['one', 'two']);
  expect(withSecret(two, secret('three'), addSeconds(addDays(monday, 10), -1))).toBeUndefined();
  const later = withSecret(two, secret('three'), addDays(monday, 10));
  expect(later?.secrets.map(({ keyId }) => keyId)).toEqual(['two', 'three']);
});

test('each role has a scope of its own, without a space', () => {
  expect(new Set(scopes).size).toBe(roleNames.length);
  expect(scopes.every((scope) => /^[A-Za-z]+$/.test(scope))).toBe(true);
  expect(scopeOf('User Administrator')).toBe('UserAdministrator');
});

const both = ['User Administrator', 'Reports Reader'];

test.each([
  [undefined, both],
  ['', both],
  ['https://graph.microsoft.com/.default', both],
  ['api://muster/.default', both],
  ['UserAdministrator', ['User Administrator']],
  ['ReportsReader  UserAdministrator ', both],
  ['UserAdministrator UserAdministrator', ['User Administrator']],
  ['GlobalAdministrator', undefined],
  ['UserAdministrator GlobalAdministrator', undefined],
  ['User Administrator', undefined],
  ['useradministrator', undefined],
  ['openid', undefined],
  ['/.default', undefined],
  ['x/.default UserAdministrator', undefined],
])('the scope %j asks for %j', (scope, roles) => {
  expect(rolesAskedFor(application(), scope)).toEqual(roles);
});
