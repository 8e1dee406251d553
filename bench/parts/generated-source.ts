/** People of a directory from a generator, as the agent's source of accounts: as many as one likes, in little memory. */
import type { AccountSource, DirectoryPerson } from '../../clients/sync/source/account-source.ts';

/** The naming context of the generated directory. */
export const source = { id: '00000000-0000-4000-8000-000000000000', domainName: 'corp.local' };

/** The objectGUID of the nth person. */
export const guidOf = (n: number) => `${n.toString(16).padStart(8, '0')}-0000-4000-8000-0123456789ab`;

const numberOf = (objectGuid: string) => Number.parseInt(objectGuid.slice(0, 8), 16);

/** Somebody with what people usually have; `title` is what changes. */
export const personOf = (objectGuid: string, title: string): DirectoryPerson => {
  const n = numberOf(objectGuid);
  const attributes = {
    ...{ userprincipalname: `sync.${n}@contoso.com`, displayname: `Number ${n}, Zoë`, samaccountname: `s${n}` },
    ...{ givenname: 'Zoë', sn: `Number ${n}`, title, department: 'Research', physicaldeliveryofficename: '1.01' },
    ...{ telephonenumber: '+1 425 555 1000', mobile: '+1 425 556 1000', streetaddress: `${n} Main Street` },
    ...{ l: 'Redmond', st: 'WA', postalcode: '98052', co: 'United States', preferredlanguage: 'en' },
    ...{ mail: `sync.${n}@contoso.com`, proxyaddresses: `SMTP:sync.${n}@contoso.com`, useraccountcontrol: '512' },
    objectsid: 'AQUAAAAAAAUVAAAA3PTcO4M9K0aCi6YoUQQAAA==',
  };
  const values = Object.entries(attributes).map(([name, value]) => [name, [value]]);
  return {
    objectGuid,
    distinguishedName: `CN=Number ${n},OU=Staff,DC=corp,DC=local`,
    attributes: Object.fromEntries(values),
  };
};

/** What of it is read: everybody without a cookie, and with one those of whom it was said that they changed. */
export type Generated = { people: number; changed: number; title: string };

/** The source; `told` may change between runs. */
export const generatedSource = (told: Generated): AccountSource => {
  let answers = 0;
  return {
    state: async () => ({ source, controller: 'generator', boundary: '' }),
    changes: async (cookie) => {
      const count = cookie === undefined ? told.people : told.changed;
      answers += 1;
      async function* ids(): AsyncIterable<string> {
        for (let n = 1; n <= count; n += 1) yield guidOf(n);
      }
      return { scope: cookie === undefined ? 'full' : 'delta', ids: ids(), cookie: () => `cookie ${answers}` };
    },
    people: async (ids) => ids.map((id) => personOf(id, told.title)),
    close: async () => {},
  };
};
