/** What becomes of a row of a file, as the directory stands: somebody new, somebody changed, nobody, or a refusal. */
import type { CheckedDraft } from '../domain/check-draft.ts';
import type { ImportJob } from '../domain/import-job.ts';
import type { Catalogue } from '../domain/licences.ts';
import { newPerson } from '../domain/new-person.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Person } from '../domain/person.ts';
import { updateRefusals } from '../domain/person-update.ts';
import { actorOf } from '../domain/principal.ts';
import type { Refusal } from '../domain/refusals.ts';
import { heldRoles, mayTouch } from '../domain/roles.ts';
import { type RowMoment, rowChanges, updateOfRow, withRow } from '../domain/row-update.ts';
import type { Instant } from '../domain/time.ts';
import { canonicalUserName } from '../domain/user-name.ts';
import type { Policy } from '../policy.ts';
import { asChange } from './change-people.ts';
import type { Directory } from './directory.ts';
import { personIdOf } from './person-id.ts';
import type { Judge, Verdict } from './record-rows.ts';
import { asPlanned, type ComingRow, refused, takesAdministrator, verdict } from './verdicts.ts';

/** What rows are judged by. */
export type JudgeSetting = {
  job: ImportJob;
  catalogue: Catalogue;
  /** Hashes of the chosen passwords of rows, by row: slow on purpose. Absent where nobody is really added. */
  hashPasswords?: (rows: readonly ComingRow[]) => Promise<ReadonlyMap<number, string>>;
  organisation: Organisation;
  policy: Policy;
  directory: Pick<Directory, 'holdersOf' | 'readPeople'>;
  now: () => Instant;
};

/**
 * Judges a chunk's rows. Without a reason to look first everybody is taken for new, since nearly everybody is: the
 * transaction tells who is not, and who holds the name. A password is reason enough, so that none is hashed for nothing.
 */
export const rowJudge = (rows: readonly ComingRow[], setting: JudgeSetting): Judge => {
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
  /** Who has the user names of rows, as far as that is known; undefined for nobody. */
  const holders = new Map<number, string | undefined>();
  const people = new Map<string, Person>();
  /** Rows whose person this import has made already, though their result was lost. */
  const made = new Set<number>();
  let isLastAdministrator = false;
  const hashes = new Map<number, string>();
  let hasLooked = !setting.job.looksUp && !rows.some(({ sealedPassword }) => sealedPassword !== undefined);

  const look = async () => {
    hasLooked = true;
    const asking = rows.filter(({ draft }) => draft !== undefined);
    const found = await setting.directory.holdersOf(asking.map(({ userPrincipalName }) => userPrincipalName));
    for (const { rowNumber, userPrincipalName } of asking) {
      holders.set(rowNumber, found.get(canonicalUserName(userPrincipalName)));
    }
  };

  const readHolders = async () => {
    const missing = [...holders.values()].filter((id): id is string => id !== undefined && !people.has(id));
    if (missing.length === 0) return;
    for (const person of await setting.directory.readPeople(missing)) people.set(person.id, person);
  };

  /** Who has the user name of a row now: it may have been given up since. */
  const holderOf = (row: ComingRow): Person | undefined => {
    const person = people.get(holders.get(row.rowNumber) ?? '');
    return person && holdsName(person, row) ? person : undefined;
  };

  const hashFor = async (open: readonly ComingRow[]) => {
    const unhashed = open.filter(
      (row) => row.sealedPassword !== undefined && !hashes.has(row.rowNumber) && !holderOf(row),
    );
    if (unhashed.length === 0 || !setting.hashPasswords) return;
    for (const [rowNumber, hash] of await setting.hashPasswords(unhashed)) hashes.set(rowNumber, hash);
  };

  return {
    verdicts: async (open) => {
      if (!hasLooked) await look();
      await readHolders();
      const openRows = open.map((rowNumber) => byNumber.get(rowNumber) ?? missingRow(rowNumber));
      await hashFor(openRows);
      return openRows.map((row) => {
        const { rowNumber } = row;
        const holder = holderOf(row);
        const ownId = personIdOf(setting.job.id, rowNumber);
        if (made.has(rowNumber) || holder?.id === ownId) return verdict(row, 'created');
        const judgedNow = judged(row, holder, { ownId, passwordHash: hashes.get(rowNumber) }, setting);
        if (isLastAdministrator && takesAdministrator(judgedNow)) return refused(row, { code: 'LastAdministrator' });
        return asPlanned(row, judgedNow);
      });
    },
    learn: ({ holders: taken, alreadyAdded, stale, lastAdministrator }) => {
      isLastAdministrator ||= lastAdministrator;
      for (const row of rows) {
        const id = personIdOf(setting.job.id, row.rowNumber);
        if (taken[id] !== undefined) holders.set(row.rowNumber, taken[id]);
        if (alreadyAdded.includes(id)) made.add(row.rowNumber);
      }
      // Whoever changed since, or holds a name that was found free, is read again.
      for (const id of [...stale, ...Object.values(taken)]) people.delete(id);
    },
  };
};

const holdsName = (person: Person, { userPrincipalName }: ComingRow): boolean =>
  !person.deleted && canonicalUserName(person.userPrincipalName) === canonicalUserName(userPrincipalName);

const missingRow = (rowNumber: number): never => {
  throw new Error(`a chunk lacks row ${rowNumber}`);
};

/** What a person who is new would be made with. */
type Newcomer = { ownId: string; passwordHash: string | undefined };

const judged = (row: ComingRow, holder: Person | undefined, newcomer: Newcomer, setting: JudgeSetting): Verdict => {
  if (row.refusal) return refused(row, row.refusal as Refusal);
  if (!row.draft) return refused(row, { code: 'InternalError' });
  const isWithoutSeat = setting.job.options.seatsShort === 'reject' && (row.short ?? []).length > 0;
  if (holder) return judgedHolder(row, holder, isWithoutSeat, setting);
  if (isWithoutSeat) return refused(row, noSeat(row.short ?? [], setting));
  return { ...verdict(row, 'created'), add: born(row, newcomer, setting) };
};

/** Somebody has the name already: the file's person, to be left alone or changed. */
const judgedHolder = (row: ComingRow, holder: Person, isWithoutSeat: boolean, setting: JudgeSetting): Verdict => {
  const { job, policy } = setting;
  const draft = row.draft as CheckedDraft;
  const moment = momentOf(row, setting);
  const after = withRow(holder, draft, moment);
  const changes = rowChanges(holder, after);
  const existing = { personId: holder.id };
  if (changes.length === 0) return verdict(row, 'unchanged', existing);
  if (job.options.existingPeople === 'skip') {
    const fact = changes.map(({ property }) => property).join(', ');
    return verdict(row, 'unchanged', { ...existing, code: 'PersonDiffers', fact });
  }
  if (!mayTouch(job.owner, heldRoles(holder))) return refused(row, { code: 'PersonProtected' });
  const [fault] = updateRefusals(updateOfRow(draft), holder, { organisation: setting.organisation, policy });
  if (fault) return refused(row, fault);
  const takes = after.waitingLicenses.length > holder.waitingLicenses.length;
  if (isWithoutSeat && takes) return refused(row, noSeat(row.short ?? [], setting));
  const audit = { activity: 'Update user', initiatedBy: actorOf(job.owner), now: moment.now };
  const [change] = asChange(holder, after, audit);
  return { ...verdict(row, 'updated', { ...existing, changes }), ...(change && { change }) };
};

const noSeat = (short: readonly string[], { catalogue }: JudgeSetting): Refusal => ({
  code: 'NoSeatForRow',
  target: catalogue.find(({ skuId }) => short.includes(skuId))?.skuPartNumber ?? 'assignedLicenses',
});

const momentOf = ({ rowNumber, short = [] }: ComingRow, setting: JudgeSetting): RowMoment => {
  const { job, policy, catalogue, now } = setting;
  return { now: now(), policy, catalogue, short, rowNumber, since: job.createdDateTime };
};

const born = (
  { rowNumber, draft, short = [], sealedPassword }: ComingRow,
  { ownId: id, passwordHash }: Newcomer,
  { job, policy, catalogue, now }: JudgeSetting,
): Person => {
  const person = newPerson(draft as CheckedDraft, {
    id,
    now: now(),
    createdBy: job.owner.id,
    policy,
    catalogue,
    short,
    row: { importId: job.id, rowNumber, since: job.createdDateTime },
    ...(passwordHash && { passwordHash }),
  });
  // The draft no longer holds the chosen password, so the person's record is told where it came from.
  return sealedPassword === undefined ? person : { ...person, password: { ...person.password, source: 'chosen' } };
};
