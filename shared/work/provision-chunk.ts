/** A chunk of rows becomes people, in one transaction with its result. */
import { hash } from 'node:crypto';
import type { CheckedDraft } from '../domain/check-draft.ts';
import type { ChunkResult, RowResult } from '../domain/import-job.ts';
import type { Catalogue } from '../domain/licences.ts';
import { newPerson } from '../domain/new-person.ts';
import type { Person } from '../domain/person.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import type { Instant } from '../domain/time.ts';
import { canonicalUserName } from '../domain/user-name.ts';
import { uuidFrom } from '../domain/uuid.ts';
import type { Policy } from '../policy.ts';
import { addPeople } from './add-people.ts';
import type { Directory } from './directory.ts';
import type { Imports } from './imports.ts';
import { hashChosenPassword } from './password-hash.ts';
import { inMessages, type Queues, type RowsMessage } from './queues.ts';
import type { Sealer } from './sealer.ts';

export type ProvisionPorts = {
  directory: Pick<Directory, 'addPeople' | 'holdersOf' | 'catalogue'>;
  imports: Pick<Imports, 'read' | 'readResult' | 'progress'>;
  sealer: Pick<Sealer, 'open'>;
  queues: Pick<Queues, 'credentials' | 'files'>;
  policy: Policy;
  now: () => Instant;
};

/** What a delivery of a chunk came to. `late`: its import is settled, so nobody is added any more. */
export type ChunkEnd = 'provisioned' | 'repeated' | 'late';

/** The id of the person of a row: the same, however often the row is delivered. */
export const personIdOf = (importId: string, rowNumber: number): string =>
  uuidFrom(hash('sha256', JSON.stringify(['row', importId, rowNumber])));

/**
 * Adds the people of a chunk and records what became of each row, at once and once. Then tells the queues: credentials
 * are owed, and, when this was the last chunk, the import is to be settled. A repeated delivery only tells them again.
 */
export const provisionChunk = async (chunk: RowsMessage, ports: ProvisionPorts): Promise<ChunkEnd> => {
  const { importId, firstRow } = chunk;
  const [job, earlier] = await Promise.all([
    ports.imports.read(importId),
    ports.imports.readResult(importId, firstRow),
  ]);
  if (!job || (job.stage === 'settled' && !earlier)) return 'late';
  const rows = earlier?.rows ?? (await provision(chunk, ports));
  const created = rows.filter(({ outcome }) => outcome === 'created');
  await ports.queues.credentials(inMessages(created.map(({ rowNumber }) => personIdOf(importId, rowNumber))));
  const { chunks } = job.stage === 'sending' ? ((await ports.imports.read(importId)) ?? job) : job;
  if (chunks !== undefined && (await ports.imports.progress(importId)).chunks >= chunks) {
    await ports.queues.files([{ kind: 'continueImport', importId }]);
  }
  return earlier ? 'repeated' : 'provisioned';
};

type Row = RowsMessage['rows'][number];

const provision = async (chunk: RowsMessage, ports: ProvisionPorts): Promise<RowResult[]> => {
  const catalogue = await ports.directory.catalogue();
  const { hashes, taken } = await hashPasswords(chunk, ports);
  const people = chunk.rows
    .filter(({ rowNumber }) => !taken.has(personIdOf(chunk.importId, rowNumber)))
    .flatMap((row) => personOf(row, chunk, hashes, catalogue, ports) ?? []);
  const result = (lost: ReadonlySet<string>) => resultOf(chunk, people, new Set([...taken, ...lost]), ports.now());
  const { nameTaken, resultRecorded } = await addPeople(people, 'reserved', ports.directory, { result });
  if (!resultRecorded) return result(nameTaken).rows;
  const recorded = await ports.imports.readResult(chunk.importId, chunk.firstRow);
  return recorded?.rows ?? [];
};

/**
 * Hashes of the chosen passwords, by row, and the ids of people whose name somebody else has already: hashing is slow on
 * purpose, so none is made for them.
 */
const hashPasswords = async (chunk: RowsMessage, { directory, sealer }: ProvisionPorts) => {
  const { importId, firstRow, sealedKey } = chunk;
  const hashes = new Map<number, string>();
  const taken = new Set<string>();
  const rows = chunk.rows.filter(({ sealedPassword }) => sealedPassword !== undefined);
  if (rows.length === 0 || !sealedKey) return { hashes, taken };
  const holders = await directory.holdersOf(rows.map(({ userPrincipalName }) => userPrincipalName));
  const context = { importId, firstRow: String(firstRow) };
  const passwords = await sealer.open(
    rows.map(({ sealedPassword = '' }) => sealedPassword),
    sealedKey,
    context,
  );
  for (const [index, { rowNumber, userPrincipalName }] of rows.entries()) {
    const id = personIdOf(importId, rowNumber);
    const holder = holders.get(canonicalUserName(userPrincipalName));
    if (holder !== undefined && holder !== id) taken.add(id);
    // One after the other: each takes 128 MiB.
    else if (holder === undefined) hashes.set(rowNumber, await hashChosenPassword(passwords[index] ?? ''));
  }
  return { hashes, taken };
};

const personOf = (
  { rowNumber, draft, short = [], sealedPassword }: Row,
  { importId, importedAt, createdBy }: RowsMessage,
  hashes: Map<number, string>,
  catalogue: Catalogue,
  { policy, now }: ProvisionPorts,
): Person | undefined => {
  if (!draft) return undefined;
  const passwordHash = hashes.get(rowNumber);
  const person = newPerson(draft as CheckedDraft, {
    id: personIdOf(importId, rowNumber),
    now: now(),
    createdBy,
    policy,
    catalogue,
    short,
    row: { importId, rowNumber, since: importedAt as Instant },
    ...(passwordHash && { passwordHash }),
  });
  // The draft no longer holds the chosen password, so the person's record is told where it came from.
  return sealedPassword === undefined ? person : { ...person, password: { ...person.password, source: 'chosen' } };
};

const resultOf = (
  { importId, importedAt, firstRow, rows }: RowsMessage,
  people: readonly Person[],
  nameTaken: ReadonlySet<string>,
  now: Instant,
): ChunkResult => {
  const created = people.filter(({ id }) => !nameTaken.has(id));
  return {
    importId,
    importedAt: importedAt as Instant,
    finishedDateTime: now,
    firstRow,
    rows: rows.map((row) => rowResult(row, nameTaken.has(personIdOf(importId, row.rowNumber)))),
    seats: countSkus(created.flatMap(({ assignedLicenses }) => assignedLicenses)),
    waiting: countSkus(created.flatMap(({ waitingLicenses }) => waitingLicenses)),
  };
};

const countSkus = (licences: readonly { skuId: string }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { skuId } of licences) counts[skuId] = (counts[skuId] ?? 0) + 1;
  return counts;
};

const rowResult = ({ rowNumber, userPrincipalName, refusal, warning }: Row, nameTaken: boolean): RowResult => {
  const row = { rowNumber, userPrincipalName };
  const because = refusal ?? (nameTaken ? { code: 'UserNameTaken' } : undefined);
  const said = (because ?? warning) as ({ code: RefusalCode } & Partial<RowResult>) | undefined;
  return { ...row, ...said, outcome: because ? 'refused' : 'created' };
};
