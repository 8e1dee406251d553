/** The catalogue of licences is read once for each request, whatever the answer tells of it. */
import { e3 } from '../../fakes/people.ts';
import { setup } from '../routes.ts';

const licensed = { usageLocation: 'NL', assignedLicenses: [{ skuId: e3.skuId }] };

test('adding, licensing and restoring a person who has to wait read the catalogue once each', async () => {
  const { directory, call, create } = setup();
  await directory.putSku({ ...e3, enabled: 0 });
  const { catalogue } = directory;
  let reads = 0;
  Object.assign(directory, {
    catalogue: () => {
      reads += 1;
      return catalogue();
    },
  });
  const readsOf = async (request: () => Promise<{ body: { seatsToBuy?: unknown } }>) => {
    reads = 0;
    const { body } = await request();
    expect(body.seatsToBuy).toEqual([{ skuId: e3.skuId, skuPartNumber: e3.skuPartNumber, seats: 1 }]);
    return reads;
  };
  expect(await readsOf(() => create(licensed))).toBe(1);
  const path = { id: 'ada@contoso.com' };
  const body = { addLicenses: [{ skuId: e3.skuId }], removeLicenses: [] };
  expect(await readsOf(() => call({ route: 'POST /v1.0/users/{id}/assignLicense', path, body }))).toBe(1);
  const ada = await directory.findByUserName('ada@contoso.com');
  await call({ route: 'DELETE /v1.0/users/{id}', path });
  const deleted = { id: ada?.id ?? '' };
  expect(await readsOf(() => call({ route: 'POST /v1.0/directory/deletedItems/{id}/restore', path: deleted }))).toBe(1);
});
