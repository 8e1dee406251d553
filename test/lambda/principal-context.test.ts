/** A principal on its way from the authorizer, whose release may be another than the function's. */
import type { Principal } from '../../shared/domain/principal.ts';
import { readPrincipal, writePrincipal } from '../../shared/lambda/principal-context.ts';

const ada: Principal = { kind: 'person', id: 'ada', displayName: 'Ada', roles: [] };
const restricted: Principal = { ...ada, restrictedTo: 'passwordChange' };

test('it arrives as it was, with what it is restricted to by the name of the release before', () => {
  expect([ada, restricted].map(writePrincipal).map(readPrincipal)).toEqual([ada, restricted]);
  expect(JSON.parse(writePrincipal(restricted))).toEqual({ ...ada, onlyFor: 'passwordChange' });
});

test('what somebody showed arrives with them, and is missed of no release before (weakness 1)', () => {
  const operator: Principal = { ...ada, kind: 'operator', credentialId: 'token' };
  expect(readPrincipal(writePrincipal(operator))).toEqual(operator);
  expect(readPrincipal(JSON.stringify({ ...ada, kind: 'operator' }))).toEqual({ ...ada, kind: 'operator' });
});

test('what no authorizer wrote is nobody', () => {
  expect(readPrincipal(JSON.stringify({ ...ada, kind: 'anonymous' }))).toBeUndefined();
  expect(readPrincipal('{}')).toBeUndefined();
});
