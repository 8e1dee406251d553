/** Who owns the imports of files in the bucket: whoever may write to the bucket may do everything by it. */
import { importBucketActor } from '../people/birth-from-file.ts';
import type { Principal } from '../principal.ts';

export const bucketOwner: Principal = { ...importBucketActor, roles: ['Global Administrator'] };

/** Whether an import is of a file that was put into the bucket itself, and nobody else stands behind it. */
export const isOfBucket = ({ owner, resumedBy }: { owner: Principal; resumedBy?: Principal }): boolean =>
  owner.kind === bucketOwner.kind && owner.id === bucketOwner.id && owner.credentialId === undefined && !resumedBy;
