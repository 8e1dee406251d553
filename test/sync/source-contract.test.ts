/** What a source of accounts promises, for the one in memory and a real domain controller. */
import type { AccountSource } from '../../clients/sync/source/account-source.ts';
import { SyncFault } from '../../clients/sync/sync-fault.ts';
import { readAll, type World } from './world.ts';
import { describeWorlds } from './worlds.ts';

jest.setTimeout(120_000);

describeWorlds('a source of accounts', (newWorld) => {
  const sources: AccountSource[] = [];
  const opened = async (world: World, ...scope: Parameters<World['source']>): Promise<AccountSource> => {
    const source = await world.source(...scope);
    sources.push(source);
    return source;
  };
  afterEach(async () => {
    for (const source of sources.splice(0)) await source.close();
  });

  /** Staff with Ann and Ben, and Guests with Cay; only Staff is in scope. */
  const office = async () => {
    const world = await newWorld();
    const [staff, guests] = [await world.addUnit('Staff'), await world.addUnit('Guests')];
    const ann = await world.addPerson('ann', staff, { displayName: 'Ann', mail: 'ann@corp.local' });
    const ben = await world.addPerson('ben', staff, { displayName: 'Ben' });
    const cay = await world.addPerson('cay', guests, { displayName: 'Cay' });
    const source = await opened(world, { organizationalUnits: [staff] });
    await source.state();
    return { world, source, staff, guests, ann, ben, cay };
  };
  const idsOf = (people: { objectGuid: string }[]) => people.map(({ objectGuid }) => objectGuid).toSorted();

  test('without a cookie everybody is named, and those in scope are read', async () => {
    const { source, ann, ben, cay } = await office();
    const { scope, ids } = await readAll(source);
    expect(scope).toBe('full');
    expect([ann, ben].every((id) => ids.has(id))).toBe(true);
    expect(idsOf(await source.people([ann, ben, cay]))).toEqual([ann, ben].toSorted());
    const [read] = await source.people([ann]);
    expect(read?.attributes).toMatchObject({ displayname: ['Ann'], mail: ['ann@corp.local'] });
    expect(read?.distinguishedName).toMatch(/^CN=ann,OU=Staff,/);
  });

  test('nothing changed: nobody is named', async () => {
    const { source } = await office();
    const { cookie } = await readAll(source);
    expect(await readAll(source, cookie)).toMatchObject({ scope: 'delta', ids: new Set() });
  });

  test('who was changed, renamed, added or emptied is named, and nobody else', async () => {
    const { world, source, staff, ann, ben } = await office();
    const { cookie } = await readAll(source);
    await world.change(ann, { mail: null, displayName: 'Anna' });
    const dan = await world.addPerson('dan', staff);
    const after = await readAll(source, cookie);
    expect(after).toMatchObject({ scope: 'delta', ids: new Set([ann, dan]) });
    const [read] = await source.people([ann]);
    expect(read?.attributes.displayname).toEqual(['Anna']);
    expect(read?.attributes).not.toHaveProperty('mail');
    await world.rename(ben, 'benjamin');
    expect((await readAll(source, after.cookie)).ids).toEqual(new Set([ben]));
  });

  test('who was deleted is named, and not there any more', async () => {
    const { world, source, ann } = await office();
    const { cookie } = await readAll(source);
    await world.remove(ann);
    expect((await readAll(source, cookie)).ids).toEqual(new Set([ann]));
    expect(await source.people([ann])).toEqual([]);
  });

  test('who moves out of scope or into it is named', async () => {
    const { world, source, staff, guests, ann, cay } = await office();
    const { cookie } = await readAll(source);
    await world.move(ann, guests);
    await world.move(cay, staff);
    expect((await readAll(source, cookie)).ids).toEqual(new Set([ann, cay]));
    expect(idsOf(await source.people([ann, cay]))).toEqual([cay]);
  });

  test('a container that is moved out of scope takes its people with it, and one that is renamed keeps them', async () => {
    const { world, source, staff, guests } = await office();
    const team = await world.addUnit('Team', staff);
    const eve = await world.addPerson('eve', team);
    const { cookie } = await readAll(source);
    await world.rename(team, 'Crew');
    const renamed = await readAll(source, cookie);
    expect(renamed.ids).toEqual(new Set([eve]));
    expect((await source.people([eve]))[0]?.distinguishedName).toMatch(/OU=Crew/);
    await world.move(team, guests);
    expect((await readAll(source, renamed.cookie)).ids).toEqual(new Set([eve]));
    expect(await source.people([eve])).toEqual([]);
  });

  test('a renamed container of the scope is found again by its objectGUID, and its boundary is another', async () => {
    const { world, source, staff, ann, ben } = await office();
    const before = await source.state();
    await world.rename(staff, 'Personnel');
    const after = await source.state();
    expect(after.boundary).not.toBe(before.boundary);
    expect({ ...after, boundary: '' }).toEqual({ ...before, boundary: '' });
    expect(idsOf(await source.people([ann, ben]))).toEqual([ann, ben].toSorted());
  });

  test('a container of the scope that is gone is a fault, and no empty scope', async () => {
    const world = await newWorld();
    const unit = await world.addUnit('Brief');
    const source = await opened(world, { organizationalUnits: [unit] });
    await source.state();
    await world.remove(unit);
    await expect(source.state()).rejects.toMatchObject({ code: 'ScopeMissing', exit: 2 });
    await expect(source.state()).rejects.toBeInstanceOf(SyncFault);
  });

  test('a group of the scope takes members of groups in it, and reads everybody when one of them changed', async () => {
    const { world, staff, ann, ben } = await office();
    const inner = await world.addGroup('Inner', [ben]);
    const outer = await world.addGroup('Outer Größe', [ann, inner]);
    const source = await opened(world, { organizationalUnits: [staff], group: outer });
    await source.state();
    expect(idsOf(await source.people([ann, ben]))).toEqual([ann, ben].toSorted());
    const { cookie } = await readAll(source);
    await world.change(ann, { displayName: 'Anna' });
    const delta = await readAll(source, cookie);
    expect(delta).toMatchObject({ scope: 'delta', ids: new Set([ann]) });
    await world.setMembers(inner, []);
    const left = await readAll(source, delta.cookie);
    expect(left.scope).toBe('full');
    expect(idsOf(await source.people([ann, ben]))).toEqual([ann]);
    await world.remove(inner);
    expect((await readAll(source, left.cookie)).scope).toBe('full');
  });

  test('a cookie that means nothing makes it a full reading', async () => {
    const { source, ann } = await office();
    const { scope, ids } = await readAll(source, Buffer.from('garbage').toString('base64'));
    expect(scope).toBe('full');
    expect(ids.has(ann)).toBe(true);
  });
});
