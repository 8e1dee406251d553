/** The table of roles against every route, on fakes: whoever lacks the permission is refused before anything is looked at. */

import { may, roleNames } from '../../../shared/domain/access/roles.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { idOf } from '../../fakes/people.ts';
import { isPermission, routeNeeds } from '../../route-needs.ts';
import { collectLog } from '../calling.ts';
import { routeKeys, setup } from '../routes.ts';

collectLog();

const kinds = ['operator', 'application', 'person'] as const;
const named = { id: 'ada', displayName: 'Ada' };
const holders: Principal[] = kinds.flatMap((kind) => [
  ...roleNames.map((role) => ({ ...named, kind, roles: [role] })),
  { ...named, kind, roles: [] },
]);
const mustChange: Principal = { ...named, kind: 'person', roles: [...roleNames], restrictedTo: 'passwordChange' };

test('the routes on fakes are those that have a contract, but for those that are open to strangers', () => {
  const closed = [...routeNeeds()].filter(([, need]) => need !== 'nothing').map(([route]) => route);
  expect([...routeKeys].toSorted()).toEqual(closed.toSorted());
});

const withPermission = [...routeNeeds()].filter(([, need]) => isPermission(need));

test.each(withPermission)('%s is for those who have %s', async (route, need) => {
  const { call } = setup();
  const path = { id: idOf('nobody'), skuId: idOf('nothing'), userId: idOf('nobody') };
  const outcomes = await Promise.all(
    [...holders, mustChange].map(async (principal) => {
      const { status, body } = await call({ route, principal, path, body: {} });
      const who = `${principal.kind} ${principal.roles.join()}`;
      if (status !== 403 && status !== 401) return [who, 'answered'];
      return [who, body.error.code];
    }),
  );
  const expected = [...holders, mustChange].map((principal) => {
    const refusal = principal.restrictedTo ? 'PasswordChangeRequired' : 'Forbidden';
    return [`${principal.kind} ${principal.roles.join()}`, may(principal, need) ? 'answered' : refusal];
  });
  expect(outcomes).toEqual(expected);
});
