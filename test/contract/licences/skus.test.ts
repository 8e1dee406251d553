/** Licences are set by an absolute number of seats, under part numbers that are unique. */
import { e3, ems, idOf, person } from '../../fakes/people.ts';
import { onEveryStore } from '../stores.ts';

onEveryStore((open) => {
  const setup = async () => (await open()).directory;

  test('a licence is set, set again, and listed by part number', async () => {
    const directory = await setup();
    expect(await directory.putSku({ ...e3, enabled: 5 })).toEqual({
      kind: 'set',
      sku: { ...e3, enabled: 5, free: 5, reserved: 0 },
      servicePlans: [],
    });
    await directory.putSku({ ...ems, enabled: 2 });
    await directory.putSku({ ...e3, carriesMailbox: false, enabled: 7 });
    const changed = { ...e3, carriesMailbox: false, enabled: 7, free: 7, reserved: 0 };
    expect(await directory.readSku(e3.skuId)).toEqual(changed);
    expect(await directory.catalogue()).toEqual([{ ...ems, enabled: 2, free: 2, reserved: 0 }, changed]);
    expect(await directory.readSku('sku-unknown')).toBeUndefined();
  });

  test('fewer seats than are in use are refused with their number', async () => {
    const directory = await setup();
    await directory.putSku({ ...e3, enabled: 5 });
    const people = ['ada', 'bob', 'carl'].map((name) => person(name, { skuIds: [e3.skuId] }));
    await directory.addPeople({ people, seatsFrom: 'free' });
    expect(await directory.putSku({ ...e3, enabled: 2 })).toEqual({ kind: 'below', inUse: 3 });
    expect(await directory.putSku({ ...e3, enabled: 3 })).toMatchObject({ kind: 'set', sku: { free: 0 } });
    expect(await directory.readSku(e3.skuId)).toMatchObject({ enabled: 3, free: 0 });
  });

  test('a part number of another licence is refused in any case, and nothing is written', async () => {
    const directory = await setup();
    await directory.putSku({ ...e3, enabled: 5 });
    await directory.putSku({ ...ems, enabled: 5 });
    const wish = { ...ems, skuPartNumber: 'EnterprisePack', enabled: 9 };
    expect(await directory.putSku(wish)).toEqual({ kind: 'taken' });
    expect(await directory.putSku({ ...wish, skuId: 'sku-new' })).toEqual({ kind: 'taken' });
    expect(await directory.readSku(ems.skuId)).toMatchObject({ skuPartNumber: 'EMS', enabled: 5 });
    expect(await directory.readSku('sku-new')).toBeUndefined();
  });

  test('a part number that was given up can be taken', async () => {
    const directory = await setup();
    await directory.putSku({ ...e3, enabled: 1 });
    await directory.putSku({ ...e3, skuPartNumber: 'SPE_E3', enabled: 1 });
    expect(await directory.putSku({ ...ems, skuPartNumber: 'ENTERPRISEPACK', enabled: 1 })).toMatchObject({
      kind: 'set',
    });
    expect((await directory.catalogue()).map(({ skuPartNumber }) => skuPartNumber)).toEqual([
      'ENTERPRISEPACK',
      'SPE_E3',
    ]);
  });

  test('two who rename a licence at once leave it with one place in the catalogue', async () => {
    const directory = await setup();
    await directory.putSku({ ...e3, enabled: 1 });
    const rename = (skuPartNumber: string) => directory.putSku({ ...e3, skuPartNumber, enabled: 1 });
    await Promise.all(['ONE', 'TWO', 'THREE', 'FOUR'].map(rename));
    expect(await directory.catalogue()).toHaveLength(1);
  });

  test('two new licences that want one part number at once: one is made', async () => {
    const directory = await setup();
    const made = await Promise.all(['a', 'b', 'c', 'd'].map((skuId) => directory.putSku({ ...e3, skuId, enabled: 1 })));
    expect(made.map(({ kind }) => kind).sort()).toEqual(['set', 'taken', 'taken', 'taken']);
    expect(await directory.catalogue()).toHaveLength(1);
  });

  test('while people take seats, setting their number loses none of them', async () => {
    const directory = await setup();
    await directory.putSku({ ...e3, enabled: 100 });
    const adding = Array.from({ length: 20 }, (_, index) => {
      const people = [person(`p${index}`, { id: idOf(`p${index}`), skuIds: [e3.skuId] })];
      return directory.addPeople({ people, seatsFrom: 'free' });
    });
    const setting = [80, 90, 60].map((enabled) => directory.putSku({ ...e3, enabled }));
    const added = await Promise.all(adding);
    await Promise.all(setting);
    const sku = await directory.readSku(e3.skuId);
    expect(added.every(({ kind }) => kind === 'added')).toBe(true);
    expect((sku?.enabled ?? 0) - (sku?.free ?? 0)).toBe(20);
  });
});
