/** People from a directory on premises: the first load beside a CSV import, and the runs of every day after it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Import } from '../clients/imports/import-api.ts';
import { syncApi } from '../clients/sync/api/sync-api.ts';
import { watermarkHash } from '../clients/sync/source/watermark.ts';
import type { Muster } from '../infra/local/muster.ts';
import { organizationId } from '../shared/domain/settings/shown-settings.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { withMuster } from './parts/local-muster.ts';
import { ratio, shown, timed } from './parts/numbers.ts';
import { importFile } from './parts/timed-imports.ts';

const pollMilliseconds = 50;

/** Settings that were changed are known everywhere after some seconds. */
const settingsMilliseconds = 12_000;

const source = { id: '00000000-0000-4000-8000-000000000000', domainName: 'corp.local' };

/** Somebody as an agent tells of them; `title` is what changes. */
const objectOf = (n: number, title: string) => {
  const objectGuid = `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
  const bytes = Buffer.from(objectGuid.replaceAll('-', ''), 'hex');
  const groups = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)].map((group) => group.toReversed());
  return {
    ...{ op: 'upsert', objectGuid, anchor: Buffer.concat([...groups, bytes.subarray(8)]).toString('base64') },
    ...{ userPrincipalName: `sync.${n}@contoso.com`, displayName: `Number ${n}, Zoë`, mailNickname: `sync.${n}` },
    ...{ accountEnabled: true, givenName: 'Zoë', surname: `Number ${n}`, jobTitle: title, department: 'Research' },
    ...{ officeLocation: '1.01', businessPhones: ['+1 425 555 1000'], mobilePhone: '+1 425 556 1000', faxNumber: null },
    ...{
      streetAddress: `${n} Main Street`,
      city: 'Redmond',
      state: 'WA',
      postalCode: '98052',
      country: 'United States',
    },
    ...{ employeeId: null, preferredLanguage: 'en', mail: `sync.${n}@contoso.com`, onPremisesSamAccountName: `s${n}` },
    ...{ proxyAddresses: [`SMTP:sync.${n}@contoso.com`], onPremisesDomainName: 'corp.local' },
    onPremisesDistinguishedName: `CN=Number ${n},OU=Staff,DC=corp,DC=local`,
  };
};

/** Runs as an agent makes them, without what it reads; each gives its import and the milliseconds until all was done. */
const runsOn = (muster: Muster) => {
  const url = muster.outputs.ApiUrl ?? '';
  const api = syncApi(url, { current: async () => muster.token, renew: () => {} });
  const made = async (scope: 'full' | 'delta', people: readonly object[], watermark: string): Promise<Import> => {
    const state = await api.state();
    const { id, upload } = await api.start(state.id, { scope, dryRun: false });
    const previous = state.watermark === null ? null : watermarkHash(state.watermark);
    const lines = [{ source, scope, previous, watermark }, ...people, { end: true, rows: people.length }];
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const answer = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body });
    mustBe('answer to the upload', answer.status, 200);
    for (;;) {
      const over = await api.import(id);
      if (!['notStarted', 'running'].includes(over.status)) return over;
      await sleep(pollMilliseconds);
    }
  };
  return {
    run: (...how: Parameters<typeof made>) => timed(() => made(...how)),
    unchanged: (previous: string, watermark: string) =>
      timed(async () => {
        const { id } = await api.state();
        await api.confirm(id, { previous: watermarkHash(previous), watermark });
      }),
    switchOn: async () => {
      const headers = { authorization: `Bearer ${muster.token}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ onPremisesSyncEnabled: true });
      const answer = await fetch(`${url}/v1.0/organization/${organizationId}`, { method: 'PATCH', headers, body });
      mustBe('answer to the switch', answer.status, 204);
      await sleep(settingsMilliseconds);
    },
  };
};

/** Synchronisation. */
export const synchronizing: Benchmark = {
  name: 'synchronization',
  measures:
    'Runs of a directory on premises, from the request that begins one to its end, without the reading of the agent',
  run: (smoke, rows = smoke ? 100 : 10_000) =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const changed = Math.min(500, Math.ceil(rows / 2));
      const people = (title: string, count = rows) => Array.from({ length: count }, (_, at) => objectOf(at + 1, title));
      const { run, unchanged, switchOn } = runsOn(muster);
      await switchOn();
      const csv = await importFile(muster, { rows }, { credentials: 'none' });
      const first = await run('full', people('Engineer'), 'first');
      mustBe('people created', first.result.created, rows);
      const same = await run('full', people('Engineer'), 'second');
      mustBe('people unchanged', same.result.unchanged, rows);
      const nothing = await unchanged('second', 'third');
      const delta = await run('delta', people('Architect', changed), 'fourth');
      mustBe('people updated', delta.result.updated, changed);
      const rate = (milliseconds: number, count = rows) => `${shown((count * 1000) / milliseconds)} rows/s`;
      const share = ratio(csv.settled, first.milliseconds);
      return [
        { what: 'rows', measured: shown(rows) },
        { what: 'import of a CSV file', measured: rate(csv.settled) },
        {
          what: 'first load',
          measured: rate(first.milliseconds),
          beside: `${share} of the import’s speed; goal: 0.55`,
        },
        { what: 'full run, all unchanged', measured: rate(same.milliseconds) },
        {
          what: 'nothing changed: state and confirmation',
          measured: `${shown(nothing.milliseconds)} ms`,
          beside: 'goal: below 1 s',
        },
        {
          what: `${shown(changed)} changes`,
          measured: `${shown(delta.milliseconds / 1000)} s`,
          beside: 'goal: below 15 s',
        },
      ];
    }),
};
