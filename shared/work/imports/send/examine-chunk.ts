/** A chunk of a dry run: what would become of its rows is recorded, and nobody is written. */

import { credentialAddresses } from '../../../domain/credentials/mail-routing.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Person } from '../../../domain/person.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Addition, AdditionLost } from '../../directory.ts';
import type { RowsMessage } from '../../queues.ts';
import { actingPrincipalOrRefused } from '../acting-principal.ts';
import type { ImportPorts } from '../import-setting.ts';
import { markCancelled, unlessOwnerGone } from '../rows/cancelled-chunk.ts';
import { ObjectDecider } from '../rows/object-decider.ts';
import { earlierRows, recordRows } from '../rows/record-rows.ts';
import { RowDecider } from '../rows/row-decider.ts';

/** Decides the rows as an import would, by the same rules and in the same order, and keeps the decisions alone. */
export const examineChunk = async (chunk: RowsMessage, job: ImportJob, ports: ImportPorts): Promise<void> => {
  const { imports, directory, policy, organisation, now } = ports;
  const catalogue = job.rules?.catalogue ?? (await directory.catalogue());
  const actingNow = () => actingPrincipalOrRefused(job, ports);
  const setting = { job, catalogue, actingNow, organisation, policy, directory, imports, now };
  const rows = chunk.rows ?? [];
  const decider = job.kind === 'synchronization' ? new ObjectDecider(rows, setting) : new RowDecider(rows, setting);
  const counted = new Set<string>();
  const addPeople = async ({ people, result, replaced }: Addition): Promise<{ kind: 'added' } | AdditionLost> => {
    const fresh = [...mailsFor(people)].filter((mail) => !counted.has(mail));
    if (!result || !(await imports.record({ ...result, mails: fresh.length }, replaced))) return recordedAlready;
    for (const mail of fresh) counted.add(mail);
    return { kind: 'added' };
  };
  const place = { ...chunk, importedAt: chunk.importedAt as Instant };
  await unlessOwnerGone(
    job.id,
    ports,
    async () => void (await recordRows(place, 'reserved', decider, { directory: { addPeople }, imports, now })),
    async () => markCancelled(place, await earlierRows(place, ports), job, ports),
  );
};

/**
 * Mails of credentials that would go out at once, by their addresses: people of a chunk who share them share a mail, also
 * where the chunk is recorded in several parts.
 */
const mailsFor = (people: readonly Person[]): Set<string> =>
  new Set(
    people
      .filter(({ credentialMail }) => credentialMail.state === 'owed')
      .map((person) => JSON.stringify(credentialAddresses(person))),
  );

const recordedAlready: AdditionLost = {
  kind: 'lost',
  ...{ nameTaken: [], holders: {}, keysTaken: [], alreadyAdded: [], short: [], stale: [] },
  ...{ lastAdministrator: false, resultRecorded: true },
};
