/**
 * Who stands behind an import, as it lies in the table: written and read here and nowhere else. What counts is a record
 * in a partition of its own, which those functions alone may put that give an import its owner: whoever may write a job
 * says by that whose it is, and gets nobody's rights. The job has it too, to be shown. An import costs 2 write units more
 * by that, and whoever asks whose it is 2 reads.
 */
import { bucketOwner, isOfBucket } from '../../domain/imports/bucket-owner.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import { anonymous } from '../../domain/principal.ts';
import { importKinds } from '../item-kinds.ts';

type Behind = Pick<ImportJob, 'owner' | 'resumedBy' | 'shownBy'>;
type Item = Record<string, unknown>;

/** By whom an import was asked for, which manage-imports alone writes. */
const ownerKey = (id: string) => ({ pk: `${importKinds.owners}${id}`, sk: 'OWNER' });
/** That a file lay in the bucket, which import-users alone writes: it can make nobody else an owner. */
const bucketKey = (id: string) => ({ pk: `${importKinds.bucketFiles}${id}`, sk: 'OWNER' });

/** Where the record may lie. */
export const ownerKeys = (id: string) => [ownerKey(id), bucketKey(id)];

/** Imports that began before had no record: what the job says of them counts until they have outlived their 90 days. */
const withoutRecordUntil = '2027-03-01T00:00:00.000Z';

/** The record of who stands behind an import. */
export const ownerItem = (job: Behind & Pick<ImportJob, 'id'>): Item =>
  isOfBucket(job) ? bucketKey(job.id) : { ...ownerKey(job.id), ...ownerAttributes(job) };

/** The attributes of an item. */
export const ownerAttributes = ({ owner, resumedBy, shownBy }: Behind): Item => ({
  owner,
  ...(resumedBy && { resumedBy }),
  ...(shownBy && { shownBy }),
});

/** What an item says; one of an earlier release names its owner alone, without what they showed. */
export const ownerOf = ({ owner, resumedBy, shownBy }: Item): Behind =>
  ({ owner, ...(resumedBy !== undefined && { resumedBy }), ...(shownBy !== undefined && { shownBy }) }) as Behind;

/** The import with who stands behind it by these records; nobody, where none says so. */
export const ownedBy = (job: ImportJob, records: readonly Item[]): ImportJob => {
  const { owner: _owner, resumedBy: _resumedBy, shownBy: _shownBy, ...others } = job;
  const recordAt = ({ pk }: { pk: string }) => records.find((record) => record.pk === pk);
  const asked = recordAt(ownerKey(job.id));
  if (asked) return { ...others, ...ownerOf(asked) };
  if (recordAt(bucketKey(job.id))) return { ...others, owner: bucketOwner };
  return job.createdDateTime < withoutRecordUntil ? job : { ...others, owner: anonymous };
};
