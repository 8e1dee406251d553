/** Runs of an agent of a directory on premises, whose people are numbered. */
import { createHash } from 'node:crypto';
import { createApi } from './api.ts';
import type { Muster } from './muster.ts';
import type { Import, RequestedImport } from './resources.ts';
import { waitFor } from './wait-for.ts';

export const synchronizationAddress = '/v1.0/directory/onPremisesSynchronization';

const guidOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Base64 of the GUID's bytes: only the version and variant are not zero before the last group. */
export const anchorOf = (n: number) => {
  const bytes = Buffer.from(guidOf(n).replaceAll('-', ''), 'hex');
  return Buffer.concat([
    bytes.subarray(0, 4).reverse(),
    bytes.subarray(4, 6).reverse(),
    bytes.subarray(6, 8).reverse(),
    bytes.subarray(8),
  ]).toString('base64');
};

/** The line of a person who is there, and of one who is there no more. */
export const upsert = (n: number, more: object = {}) => ({
  ...{ op: 'upsert', objectGuid: guidOf(n), anchor: anchorOf(n) },
  ...{ userPrincipalName: `p${n}@contoso.com`, displayName: `Person ${n}`, onPremisesSamAccountName: `p${n}` },
  ...more,
});
export const gone = (n: number) => ({ op: 'delete', objectGuid: guidOf(n) });

/** What a watermark is known by. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** What an agent with this token does. */
export const agentRuns = (muster: Muster, token: string) => {
  const agent = createApi(muster.outputs.ApiUrl, token);
  const state = async () =>
    ((await agent.ask('GET', synchronizationAddress)).body as { value: Record<string, unknown>[] }).value[0] ?? {};
  const followed = (id: string): Promise<Import> =>
    waitFor(
      `run ${id} to be over or on hold`,
      async () => (await agent.ask('GET', `/v1.0/imports/${id}`)).body as Import,
      ({ status }) => !['notStarted', 'running'].includes(status),
    );
  const run = async (scope: 'full' | 'delta', lines: object[], dryRun = false): Promise<Import> => {
    const { watermark } = await state();
    // A switch takes some seconds to be known everywhere.
    const { body } = await waitFor(
      'a run to be begun',
      () => agent.ask('POST', `${synchronizationAddress}/organization/start`, { scope, dryRun }),
      ({ status }) => status === 201,
    );
    const asked = body as RequestedImport;
    const previous = typeof watermark === 'string' ? hashOf(watermark) : null;
    const source = { id: guidOf(0), domainName: 'corp.local' };
    const head = { source, scope, previous, watermark: `mark of ${asked.id}` };
    const text = [head, ...lines, { end: true, rows: lines.length }].map((line) => JSON.stringify(line)).join('\n');
    await muster.files.upload(asked, text);
    return followed(asked.id);
  };
  return { agent, state, followed, run };
};
