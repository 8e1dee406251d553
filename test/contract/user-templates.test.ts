/** Templates: each written only as long as nobody else wrote since it was read, and never more than there is room for. */
import { actorOf } from '../../shared/domain/principal.ts';
import { mostTemplates, templateEntry, type UserTemplate } from '../../shared/domain/settings/user-template.ts';
import { monday } from '../fakes/clock.ts';
import { administrator, idOf } from '../fakes/people.ts';
import { onEveryStore, type Stores } from './stores.ts';

const template = (name: string, change: Partial<UserTemplate> = {}): UserTemplate => ({
  ...{ id: idOf(name), displayName: name, businessPhones: ['+31 20 123'], assignedLicenses: [{ skuId: 'sku-e3' }] },
  ...{ passwordProfile: { generated: true, forceChangePasswordNextSignIn: true }, roles: ['Reports Reader'] },
  ...{ createdDateTime: monday, changedDateTime: monday, version: 1 },
  ...change,
});

let entries = 0;
const told = (change: { before?: UserTemplate; after?: UserTemplate }) => {
  entries += 1;
  const act = { id: idOf(`entry ${entries}`), now: monday, activity: 'Update user template' } as const;
  return { ...change, audit: templateEntry(change, { ...act, initiatedBy: actorOf(administrator) }) };
};

const entriesOf = async ({ audits }: Stores, id: string) =>
  (await audits.page({ of: { kind: 'target', id }, from: '0', before: '~', top: 100 })).entries;

onEveryStore((open) => {
  test('what is written is read and listed, with its entry; what is removed is gone', async () => {
    const stores = await open();
    const { templates } = stores;
    const sales = template('sales');
    expect(await templates.read(sales.id)).toBeUndefined();
    expect(await templates.write(told({ after: sales }))).toBe('written');
    expect(await templates.write(told({ after: template('other') }))).toBe('written');
    expect(await templates.read(sales.id)).toEqual(sales);
    expect((await templates.list()).map(({ displayName }) => displayName).sort()).toEqual(['other', 'sales']);
    expect(await templates.write(told({ before: sales }))).toBe('written');
    expect(await templates.list()).toEqual([template('other')]);
    expect(await entriesOf(stores, sales.id)).toHaveLength(2);
  });

  test('who read earlier loses, and leaves no entry; having read again, it wins', async () => {
    const stores = await open();
    const { templates } = stores;
    const before = template('sales');
    await templates.write(told({ after: before }));
    const [one, other] = ['Den Haag', 'Gouda'].map((city) => template('sales', { city, version: 2 }));
    expect(await templates.write(told({ before, after: one as UserTemplate }))).toBe('written');
    expect(await templates.write(told({ before, after: other as UserTemplate }))).toBe('stale');
    expect(await templates.write(told({ before }))).toBe('stale');
    expect(await templates.read(before.id)).toEqual(one);
    const again = { before: one as UserTemplate, after: { ...(other as UserTemplate), version: 3 } };
    expect(await templates.write(told(again))).toBe('written');
    expect(await entriesOf(stores, before.id)).toHaveLength(3);
  });

  test('of two who change one at the same moment, one wins', async () => {
    const { templates } = await open();
    const before = template('sales');
    await templates.write(told({ after: before }));
    const write = (city: string) => templates.write(told({ before, after: { ...before, city, version: 2 } }));
    expect((await Promise.all(['Gouda', 'Delft'].map(write))).sort()).toEqual(['stale', 'written']);
  });

  test(`of two who add the ${mostTemplates}th at the same moment, one does; who removes one makes room`, async () => {
    const stores = await open();
    const { templates } = stores;
    const add = (name: string) => templates.write(told({ after: template(name) }));
    for (let number = 1; number < mostTemplates; number += 1) expect(await add(`t${number}`)).toBe('written');
    expect((await Promise.all([add('one'), add('other')])).sort()).toEqual(['full', 'written']);
    expect(await templates.list()).toHaveLength(mostTemplates);
    expect(await add('late')).toBe('full');
    expect(await entriesOf(stores, idOf('late'))).toEqual([]);
    const gone = told({ before: template('t1') });
    expect((await Promise.all([templates.write(gone), templates.write(gone)])).sort()).toEqual(['stale', 'written']);
    expect(await add('late')).toBe('written');
    expect(await add('later')).toBe('full');
  });

  test('a template that is changed takes no room of others', async () => {
    const { templates } = await open();
    let before = template('sales');
    await templates.write(told({ after: before }));
    for (let version = 2; version < mostTemplates + 2; version += 1) {
      const after = { ...before, city: `${version}`, version };
      expect(await templates.write(told({ before, after }))).toBe('written');
      before = after;
    }
    expect(await templates.write(told({ after: template('other') }))).toBe('written');
  });
});
