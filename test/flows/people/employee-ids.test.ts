/** An employee id belongs to one person: by HTTP and by file, through deletion and restoring. */
import { csv } from '../driver/import-files.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { importRequested } from '../driver/requested-imports.ts';
import type { Page, User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const idBy = (name: string) => `${name}-${unique()}`.slice(-16);
const address = (id: string) => `/v1.0/users/${id}`;
const found = async (employeeId: string) => {
  const query = `$filter=${encodeURIComponent(`employeeId eq '${employeeId}'`)}&$select=id&$count=true`;
  const { body } = await muster.api.ask('GET', `/v1.0/users?${query}`);
  const page = body as Page<User> & { '@odata.count': number };
  expect(page['@odata.count']).toBe(page.value.length);
  return page.value.map(({ id }) => id);
};
const taken = { status: 409, body: { error: { code: 'EmployeeIdTaken' } } };

test('it is refused to others, given up by a change and a deletion, and taken again by who is restored', async () => {
  const [first, second] = [idBy('a'), idBy('b')];
  const ada = await muster.api.addUser({ ...someone('Ada'), employeeId: first });
  expect(await found(first.toUpperCase())).toEqual([ada.id]);
  const again = await muster.api.ask('POST', '/v1.0/users', { ...someone('Bea'), employeeId: first.toUpperCase() });
  expect(again).toMatchObject(taken);
  expect(JSON.stringify(again.body)).toContain(ada.id);

  const bea = await muster.api.addUser({ ...someone('Bea'), employeeId: second });
  const patch = (id: string, employeeId: string | null) => muster.api.ask('PATCH', address(id), { employeeId });
  expect(await patch(bea.id, first)).toMatchObject(taken);
  expect((await patch(ada.id, null)).status).toBe(204);
  expect((await patch(bea.id, first)).status).toBe(204);
  expect([await found(first), await found(second)]).toEqual([[bea.id], []]);

  expect((await muster.api.ask('DELETE', address(bea.id))).status).toBe(204);
  expect(await found(first)).toEqual([]);
  expect((await patch(ada.id, first)).status).toBe(204);
  const restore = () => muster.api.ask('POST', `/v1.0/directory/deletedItems/${bea.id}/restore`);
  expect(await restore()).toMatchObject(taken);
  expect((await patch(ada.id, second)).status).toBe(204);
  expect((await restore()).status).toBe(200);
  expect([await found(first), await found(second)]).toEqual([[bea.id], [ada.id]]);
});

test('a file finds people by it, changes them and renames nobody; who is new has it from then on', async () => {
  const [known, fresh] = [idBy('k'), idBy('f')];
  const ada = await muster.api.addUser({ ...someone('Ada'), employeeId: known });
  const [other, cem] = [someone('Lovelace'), someone('Cem')];
  const rows = [
    [other.userPrincipalName, 'Ada Lovelace', known, 'Research'],
    [cem.userPrincipalName, 'Cem', fresh, 'Sales'],
  ];
  const content = csv(['User Name', 'Display Name', 'Employee ID', 'Department'], rows);
  const done = await importRequested(muster, `${unique()}.csv`, content, { existingPeople: 'update' });
  expect(done).toMatchObject({ status: 'succeeded', updated: 1, created: 1, refused: 0 });
  expect(await muster.api.report(done.id)).toMatchObject([{ code: 'UserNameDiffers', outcome: 'updated' }, {}]);
  const { userPrincipalName } = ada;
  expect(await muster.api.user(ada.id)).toMatchObject({ userPrincipalName, displayName: 'Ada Lovelace' });
  expect(await found(fresh)).toEqual([(await muster.api.user(cem.userPrincipalName)).id]);
});
