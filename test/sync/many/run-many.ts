/** A run of as many people as its first argument says, from a generator, into the Muster at its second. Prints its peak. */

import '../../../clients/sync/small-heap.ts';
import { applicationToken } from '../../../clients/sync/api/application-token.ts';
import { syncApi } from '../../../clients/sync/api/sync-api.ts';
import { mappingOf } from '../../../clients/sync/mapping/mapping.ts';
import { runOnce } from '../../../clients/sync/run/run-once.ts';
import type { AccountSource } from '../../../clients/sync/source/account-source.ts';

const [count = 0, url = ''] = [Number(process.argv[2]), process.argv[3]];

const idOf = (at: number) => `${at.toString(16).padStart(8, '0')}-0000-4000-8000-0123456789ab`;

/** Everybody is there, with what people usually have. */
const source: AccountSource = {
  state: async () => ({ source: { id: idOf(0), domainName: 'corp.local' }, controller: 'generator', boundary: '' }),
  changes: async () => {
    async function* ids(): AsyncIterable<string> {
      for (let at = 1; at <= count; at += 1) yield idOf(at);
    }
    return { scope: 'full', ids: ids(), cookie: () => 'cookie' };
  },
  people: async (ids) =>
    ids.map((objectGuid) => ({
      objectGuid,
      distinguishedName: `CN=Person ${objectGuid},OU=Staff,DC=corp,DC=local`,
      attributes: {
        samaccountname: [objectGuid.slice(0, 8)],
        userprincipalname: [`${objectGuid.slice(0, 8)}@corp.local`],
        displayname: [`Person ${objectGuid}`],
        givenname: ['Person'],
        sn: [objectGuid],
        department: ['Department of Generators'],
        mail: [`${objectGuid.slice(0, 8)}@corp.local`],
        proxyaddresses: [`SMTP:${objectGuid.slice(0, 8)}@corp.local`, `smtp:${objectGuid}@corp.local`],
        useraccountcontrol: ['512'],
        objectsid: ['AQUAAAAAAAUVAAAA3PTcO4M9K0aCi6YoUQQAAA=='],
      },
    })),
  close: async () => {},
};

const api = syncApi(url, applicationToken({ url, clientId: 'agent', secret: 'secret' }));
const asked = { full: false, dryRun: false };
const parts = { source, api, mapping: mappingOf({}), mark: 'm', asked, now: () => new Date(), log: () => {} };
const { rows } = await runOnce(parts, await api.state());
console.log(JSON.stringify({ rows, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
