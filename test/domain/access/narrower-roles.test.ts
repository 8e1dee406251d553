/** What two who act together may do: never more than either of them. */
import fc from 'fast-check';
import { mayGiveRole, mayTouch, narrowerRoles, permissionsOf, roleNames } from '../../../shared/domain/access/roles.ts';

const roles = fc.subarray([...roleNames]);
const whoHas = (held: readonly string[]) => ({ kind: 'person', id: 'x', displayName: 'x', roles: held }) as const;

test('two may together what each of them may alone, and no more (weaknesses 1, 4)', () => {
  fc.assert(
    fc.property(roles, roles, roles, (one, other, third) => {
      const both = narrowerRoles(one, other);
      expect(narrowerRoles(other, one)).toEqual(both);
      for (const alone of [one, other]) {
        expect(permissionsOf(alone)).toEqual(expect.arrayContaining(permissionsOf(both)));
        for (const role of roleNames) {
          if (mayGiveRole(whoHas(both), role)) expect(mayGiveRole(whoHas(alone), role)).toBe(true);
        }
        if (mayTouch(whoHas(both), third)) expect(mayTouch(whoHas(alone), third)).toBe(true);
      }
    }),
  );
});

test('whoever acts by themselves loses nothing by it', () => {
  fc.assert(
    fc.property(roles, (own) => {
      expect(permissionsOf(narrowerRoles(own, own))).toEqual(permissionsOf(own));
    }),
  );
});

test.each<[string[], string[], string[]]>([
  [['Global Administrator'], ['User Administrator'], ['User Administrator']],
  [['Global Administrator'], ['Privileged Role Administrator'], ['Privileged Role Administrator']],
  [['User Administrator'], ['Helpdesk Administrator'], ['Helpdesk Administrator']],
  [['User Administrator'], ['License Administrator'], []],
  [['Global Administrator'], [], []],
  [['Nobody'], ['Nobody'], []],
])('%j and %j: %j', (one, other, both) => {
  expect(narrowerRoles(one, other)).toEqual(both);
});
