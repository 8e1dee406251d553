/** onPremisesProvisioningErrors: told where `$select` names them, in Graph's form, for one read of all who are shown. */
import { monday } from '../../fakes/clock.ts';
import { idOf, person } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { setup as routes } from '../routes.ts';

collectLog();

const property = 'onPremisesProvisioningErrors';

const setup = async () => {
  const system = routes();
  const people = ['ann', 'bob', 'cem'].map((name) => ({
    ...person(name),
    onPremisesObjectGuid: idOf(`object ${name}`),
  }));
  await system.directory.addPeople({ people: [...people, person('dan')], seatsFrom: 'free' });
  const error = (name: string) => ({
    ...{ objectGuid: idOf(`object ${name}`), occurredDateTime: monday, importId: idOf('run') },
    userPrincipalName: `${name}.wanted@contoso.com`,
  });
  await system.ports.synchronization.putErrors({
    put: [
      { ...error('ann'), code: 'UserNameTaken', target: 'userPrincipalName' },
      { ...error('bob'), code: 'ValueTooLong', target: 'jobTitle' },
    ],
    remove: [],
  });
  const users = (query: Record<string, string>) => system.call({ route: 'GET /v1.0/users', query });
  const user = (id: string, query: Record<string, string> = {}) =>
    system.call({ route: 'GET /v1.0/users/{id}', path: { id }, query });
  return { ...system, users, user };
};

test('a page tells each one’s own: a taken name as Graph’s conflict, what else it is by our code, nothing of others', async () => {
  const { users } = await setup();
  const { body } = await users({ $select: `id,${property}`, $orderby: 'displayName' });
  expect(body.value.map((user: Record<string, unknown>) => user[property])).toEqual([
    [
      {
        category: 'PropertyConflict',
        occurredDateTime: monday,
        propertyCausingError: 'UserPrincipalName',
        value: 'ann.wanted@contoso.com',
      },
    ],
    [{ category: 'ValueTooLong', occurredDateTime: monday, propertyCausingError: 'JobTitle', value: null }],
    [],
    [],
  ]);
});

test('of one person they are told where they are asked for, and not otherwise', async () => {
  const { user } = await setup();
  const { body } = await user(idOf('ann'), { $select: property.toUpperCase() });
  expect(body[property]).toHaveLength(1);
  expect((await user(idOf('ann'))).body).not.toHaveProperty(property);
  expect((await user('dan@contoso.com', { $select: property })).body[property]).toEqual([]);
});

test('whoever looks for people with errors is told where all of them are listed', async () => {
  const { users } = await setup();
  const { body } = await users({ $filter: `${property}/any(e:e/category eq 'PropertyConflict')` });
  expect(body.error.code).toBe('FilterNotServed');
  expect(body.error.message).toContain('/directory/onPremisesSynchronization/organization/errors');
});
