/** Somebody from a directory on premises, as its agent sends them. */
import { randomUUID } from 'node:crypto';
import { anchorOfGuid } from '../../../shared/domain/people/anchors.ts';
import type { Muster } from '../driver/muster.ts';
import type { Import, RequestedImport } from '../driver/resources.ts';
import { waitFor } from '../driver/wait-for.ts';

const address = '/v1.0/directory/onPremisesSynchronization/organization';

/** Switches synchronisation on, and has a first run name this one person, `NAME@contoso.com`. */
export const synchronizedPerson = async (muster: Muster, name: string): Promise<void> => {
  await muster.api.ask('PATCH', '/v1.0/organization/organization', { onPremisesSyncEnabled: true });
  const objectGuid = randomUUID();
  const userPrincipalName = `${name}@contoso.com`;
  const source = { id: randomUUID(), domainName: 'corp.local' };
  const lines = [
    { source, scope: 'full', previous: null, watermark: 'mark' },
    { op: 'upsert', objectGuid, anchor: anchorOfGuid(objectGuid), userPrincipalName, displayName: name },
    { end: true, rows: 1 },
  ];
  const runOnce = async (): Promise<Import> => {
    // A switch takes some seconds to be known everywhere.
    const { body } = await waitFor(
      'a run to be begun',
      () => muster.api.ask('POST', `${address}/start`, { scope: 'full' }),
      ({ status }) => status === 201,
    );
    const { id, ...asked } = body as RequestedImport;
    await muster.files.upload({ id, ...asked }, lines.map((line) => JSON.stringify(line)).join('\n'));
    return waitFor(
      'the run to be over',
      async () => (await muster.api.ask('GET', `/v1.0/imports/${id}`)).body as Import,
      ({ status }) => !['notStarted', 'running'].includes(status),
    );
  };
  await waitFor(`${name} to be there`, runOnce, ({ status }) => status === 'succeeded');
};
