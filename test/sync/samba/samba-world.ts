/** A real domain controller as a world of the tests, changed as an administrator does. */
import { Attribute, Change, Client, type Entry } from 'ldapts';
import { directorySource } from '../../../clients/sync/directory/directory-source.ts';
import { guidText } from '../../../clients/sync/directory/guid.ts';
import { attributesToRead, mappingOf } from '../../../clients/sync/mapping/mapping.ts';
import type { Seen, World } from '../world.ts';
import type { Controller } from './controller.ts';

const root = 'DC=corp,DC=local';
/** Account names are one domain's: those of each world end in its own number. */
let worlds = 0;
const person = '(&(objectCategory=person)(objectClass=user)(!(isCriticalSystemObject=TRUE)))';

/** Adds so many people `NAME0`, `NAME1`, … without asking who they became. */
type AddMany = (
  name: string,
  count: number,
  unit: string,
  values: (name: string) => Record<string, string>,
) => Promise<void>;

/** The world of a controller, below a unit of its own, so that several share one. */
export const sambaWorld = async (controller: Controller, top: string): Promise<World & { addMany: AddMany }> => {
  const { url, ca, account, password } = controller.asAdministrator;
  const client = new Client({ url, tlsOptions: { ca }, timeout: 120_000 });
  await client.bind(account, password);
  const idOf = async (dn: string): Promise<string> => guidText((await entryAt(dn)).objectGUID as Buffer);
  const entryAt = async (dn: string): Promise<Entry> => {
    const attributes = ['objectGUID'];
    const { searchEntries } = await client.search(dn, {
      scope: 'base',
      attributes,
      explicitBufferAttributes: attributes,
    });
    return searchEntries[0] as Entry;
  };
  const dnOf = async (id: string): Promise<string> => (await entryAt(`<GUID=${id}>`)).dn;
  const add = async (dn: string, values: Record<string, string | string[]>): Promise<string> => {
    await client.add(dn, values);
    return idOf(dn);
  };
  const textsOf = (value: string | readonly string[] | null): string[] =>
    value === null ? [] : ([value].flat() as string[]);
  const replaced = (type: string, values: string[]) =>
    new Change({ operation: 'replace', modification: new Attribute({ type, values }) });
  const dnsOf = (ids: readonly string[]) => Promise.all(ids.map(dnOf));
  worlds += 1;
  const number = worlds;
  const ownUnit = `OU=${top},${root}`;
  await client.add(ownUnit, { objectClass: 'organizationalUnit' });

  return {
    source: async (scope = {}, blind) =>
      directorySource(await controller.connect(), {
        scope: { organizationalUnits: [await idOf(ownUnit)], ...scope },
        attributes: attributesToRead(mappingOf({})),
        ...(blind && { below: async function* () {} }),
      }),
    addUnit: async (name, parent) =>
      add(`OU=${name},${parent === undefined ? ownUnit : await dnOf(parent)}`, { objectClass: 'organizationalUnit' }),
    addPerson: async (name, unit, values = {}) => {
      const given = Object.entries(values).map(([key, value]) => [key, textsOf(value)] as const);
      const dn = `CN=${name},${await dnOf(unit)}`;
      const account = { objectClass: 'user', sAMAccountName: `${name}-${number}`, userAccountControl: '544' };
      return add(dn, { ...account, ...Object.fromEntries(given) });
    },
    addMany: async (name, count, unit, values) => {
      const below = await dnOf(unit);
      for (let at = 0; at < count; at += 1) {
        const one = `${name}${at}`;
        const account = { objectClass: 'user', sAMAccountName: `${one}-${number}`, userAccountControl: '544' };
        await client.add(`CN=${one},${below}`, { ...account, ...values(one) });
      }
    },
    addGroup: async (name, members) => {
      const member = await dnsOf(members);
      return add(`CN=${name},${ownUnit}`, {
        objectClass: 'group',
        sAMAccountName: name,
        ...(member.length > 0 && { member }),
      });
    },
    setMembers: async (group, members) => client.modify(await dnOf(group), replaced('member', await dnsOf(members))),
    change: async (id, values) => {
      const changes = Object.entries(values).map(([name, value]) => replaced(name, textsOf(value)));
      await client.modify(await dnOf(id), changes);
    },
    rename: async (id, name) => {
      const dn = await dnOf(id);
      await client.modifyDN(
        dn,
        dn.replace(/^(\w+)=(?:\\.|[^,\\])*/, (_, type) => `${type}=${name}`),
      );
    },
    move: async (id, unit) => {
      const dn = await dnOf(id);
      const [own = ''] = /^\w+=(?:\\.|[^,\\])*/.exec(dn) ?? [];
      await client.modifyDN(dn, `${own},${await dnOf(unit)}`);
    },
    remove: async (id) => client.del(await dnOf(id)),
    enumerate: async ({ organizationalUnits, group } = {}) => {
      const member = group === undefined ? '' : `(memberOf:1.2.840.113556.1.4.1941:=${await dnOf(group)})`;
      const found = new Map<string, Seen>();
      for (const unit of organizationalUnits === undefined ? [ownUnit] : await dnsOf(organizationalUnits)) {
        const options = {
          filter: `(&${person}${member})`,
          attributes: ['objectGUID', 'displayName'],
          explicitBufferAttributes: ['objectGUID'],
        };
        const { searchEntries } = await client.search(unit, { scope: 'sub', ...options });
        for (const { dn, objectGUID, displayName } of searchEntries)
          found.set(guidText(objectGUID as Buffer), {
            distinguishedName: dn,
            displayName: [displayName].flat().join(''),
          });
      }
      return found;
    },
    close: () => client.unbind(),
  };
};

/** A world on a controller of a file's own, for `beforeAll`. */
export const closeAll = async (world: World | undefined, controller: Controller | undefined): Promise<void> => {
  await world?.close();
  await controller?.remove();
};
