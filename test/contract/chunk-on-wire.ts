/** One chunk of an import, delivered to the row function's work on DynamoDB, over a wire that a test can spoil. */

import { principalReads } from '../../shared/aws/access/principal-reads.ts';
import { imports } from '../../shared/aws/imports/imports.ts';
import { directory } from '../../shared/aws/people/directory.ts';
import { defaultPolicy as policy } from '../../shared/domain/policy.ts';
import { personIdOf } from '../../shared/work/imports/rows/person-id.ts';
import { provisionChunk } from '../../shared/work/imports/rows/provision-chunk.ts';
import type { RowsMessage } from '../../shared/work/queues.ts';
import { hashCheaply } from '../fakes/cheap-hash.ts';
import { monday } from '../fakes/clock.ts';
import { contoso, job } from '../fakes/people.ts';
import { fakeQueues } from '../fakes/queues.ts';
import { fakeSealer } from '../fakes/sealer.ts';
import type { Dynoxide } from './dynoxide.ts';
import { faultyWire } from './faulty-wire.ts';

/** So many rows of new people, who may want licences; the import has nothing else. */
export const chunkOnWire = async (
  dynoxide: Dynoxide,
  { rows, skuIds = [], short = [] }: { rows: number; skuIds?: string[]; short?: string[] },
) => {
  const tables = await dynoxide.makeTables();
  const stores = {
    directory: directory(tables.client, tables, policy),
    imports: imports(tables.client, tables, policy),
  };
  const wire = faultyWire(dynoxide.endpoint);
  const { queues, in: waitingIn } = fakeQueues();
  const rules = { organisation: contoso, policy, catalogue: [] };
  const plan = { stage: 'provisioning', status: 'running', rows, chunks: 1, nextRow: rows + 1, rules } as const;
  const { id } = await stores.imports.begin(job('people.csv', plan));
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  const chunk: RowsMessage = {
    ...{ importId: id, importedAt: monday, resumption: 0, firstRow: 1, lastRow: rows },
    rows: numbers.map((rowNumber) => {
      const name = `p${rowNumber}`;
      const userPrincipalName = `${name}@contoso.com`;
      const draft = { userPrincipalName, displayName: name, mailNickname: name, skuIds };
      return { rowNumber, userPrincipalName, draft, ...(short.length > 0 && { short }) };
    }),
  };
  const ports = {
    directory: directory(wire.client, tables, policy),
    ...principalReads(wire.client, tables.directory),
    imports: imports(wire.client, tables, policy),
    sealer: fakeSealer(),
    hashSlowly: hashCheaply,
    queues,
    organisation: contoso,
    policy,
    now: () => monday,
  };
  return {
    ...stores,
    ...wire,
    id,
    deliver: () => provisionChunk(chunk, ports),
    /** Ids of the people who are there, of those whom the rows would make. */
    peopleOfRows: async () =>
      (await stores.directory.readPeople(numbers.map((number) => personIdOf(id, number)))).map((person) => person.id),
    outcomes: async () =>
      (await stores.imports.readResults(id, 1, rows)).flatMap((result) =>
        result.rows.map(({ outcome, code }) => code ?? outcome),
      ),
    mailed: () => waitingIn('credentials').flatMap(({ userIds }) => userIds as string[]),
  };
};
